package ibid.archive.fake;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A fake archive on a port of this machine. */
public final class FakeArchiveServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "fake-archive");
        thread.setDaemon(true);
        return thread;
    });

    public FakeArchiveServer(FakeArchive archive) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            var headers = new HashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var reply = archive.reply(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
            if (reply.isEmpty()) {
                // Never answered: the connection stays open until the server is closed.
                return;
            }
            if (reply.get().status() == 0) {
                exchange.close();
                return;
            }
            reply.get()
                    .headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            var bytes = reply.get().bytes();
            exchange.sendResponseHeaders(reply.get().status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    /** Without final slash: what {@code --wayback} takes. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What {@code --cdx} takes. */
    public String index() {
        return address() + "/cdx/search/cdx";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
