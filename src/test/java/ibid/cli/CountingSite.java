package ibid.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A site on loopback that notes every request: {@code /404/x} answers 404, {@code /ok/x} a page, {@code /dots/x} one only with dots
 * behind it and {@code /bare/x} only without, after {@code delay}. */
final class CountingSite implements AutoCloseable {
    private final HttpServer server;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
    private final List<String> asked = new ArrayList<>();
    private volatile long delayMillis;

    CountingSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    void delay(long millis) {
        delayMillis = millis;
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Paths in the order of the requests. */
    List<String> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    void forget() {
        synchronized (asked) {
            asked.clear();
        }
    }

    private void receive(HttpExchange exchange) {
        synchronized (asked) {
            asked.add(exchange.getRequestURI().getPath());
        }
        var unused = threads.schedule(() -> answer(exchange), delayMillis, TimeUnit.MILLISECONDS);
    }

    private static boolean answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var word = path.split("/", -1)[1];
        var isThere = switch (word) {
            case "ok" -> true;
            case "dots" -> path.endsWith("...");
            case "bare" -> !path.endsWith("...");
            default -> false;
        };
        var status = isThere ? 200 : word.matches("[45]\\d\\d") ? Integer.parseInt(word) : 404;
        var body = ("<html><title>" + path + "</title><p id='part'>The page at " + path + ".")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        var isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, isHead ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(isHead ? new byte[0] : body);
        }
        return true;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
