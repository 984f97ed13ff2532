package ibid.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * A web server for one folder of reports: the report at {@code /}, other formats at {@code /ibid.json} and the like, the copies
 * at {@code /copies}, each at {@code /replay/TIMESTAMP/ADDRESS}.
 *
 * <p>Only requests whose {@code Host} is an address of this machine, {@code localhost} or the name it was bound to are answered:
 * a page elsewhere cannot make its own name mean this server (DNS rebinding). Nothing is written, and nobody is asked.
 */
public final class ReplayServer implements AutoCloseable {
    private static final int THREADS = 8;

    private static final Pattern REPORT = Pattern.compile("/(ibid\\.[a-z0-9.]{1,20})");

    private final HttpServer server;
    private final ExecutorService threads;
    private final HostNames hosts;
    private final Path reports;
    private final Copies copies;
    private final Replay replay;

    private ReplayServer(HttpServer server, HostNames hosts, Path reports, Copies copies) {
        this.server = server;
        this.threads = Executors.newFixedThreadPool(THREADS);
        this.hosts = hosts;
        this.reports = reports;
        this.copies = copies;
        this.replay = new Replay(copies);
    }

    /**
     * Reads what copies there are and begins to answer.
     *
     * @param bind where to listen; port 0 takes a free one
     * @param reports the folder with {@code ibid.html} and {@code archive}; either may be missing
     * @throws java.net.BindException where the port is taken, or the address is none of this machine's
     */
    public static ReplayServer start(InetSocketAddress bind, Path reports) throws IOException {
        var copies = Copies.open(reports.resolve("archive"));
        var server = HttpServer.create(bind, 0);
        var replaying = new ReplayServer(server, new HostNames(bind.getHostString()), reports, copies);
        server.createContext("/", replaying::receive);
        server.setExecutor(replaying.threads);
        server.start();
        return replaying;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** One sentence for each part of the archive that cannot be read, and so is not shown. */
    public List<String> problems() {
        return copies.problems();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answer(exchange);
            for (var header : answer.headers()) {
                exchange.getResponseHeaders().add(header.name(), safe(header.value()));
            }
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            var hasBody =
                    !exchange.getRequestMethod().equals("HEAD") && answer.body().size() > 0;
            exchange.sendResponseHeaders(
                    answer.status(), hasBody ? answer.body().size() : -1);
            if (hasBody) {
                exchange.getResponseBody().write(answer.body().bytes());
            }
        }
    }

    /** A captured header may hold anything. */
    private static String safe(String value) {
        return value.replaceAll("[^\\t -~]", " ").strip();
    }

    private Answer answer(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        var host = Optional.ofNullable(headers.getFirst("Host")).filter(hosts::admits);
        if (host.isEmpty()) {
            return Answer.text(421, "This server answers to its own address only, not to another name of it.");
        }
        if (!exchange.getRequestMethod().matches("GET|HEAD")) {
            return Answer.text(405, "This server only shows.").with("Allow", "GET, HEAD");
        }
        var uri = exchange.getRequestURI();
        var query =
                Optional.ofNullable(uri.getRawQuery()).map(text -> "?" + text).orElse("");
        var asked = new Asked(
                Optional.ofNullable(uri.getRawPath()).orElse("/") + query,
                "http://" + host.get(),
                Optional.ofNullable(headers.getFirst("Sec-Fetch-Dest")),
                "null".equals(headers.getFirst("Origin")));
        try {
            return routed(asked);
        } catch (IOException e) {
            return Answer.text(500, "This cannot be read: " + e.getMessage());
        }
    }

    private Answer routed(Asked asked) throws IOException {
        var place = ReplayAddress.parse(asked.target());
        if (place.isPresent()) {
            return opened(replay.answer(place.get(), asked), asked);
        }
        var own = asked.target().split("\\?", 2)[0];
        return switch (own) {
            case "/" -> Files.isRegularFile(reports.resolve("ibid.html")) ? report("ibid.html") : copies(asked);
            case "/copies" -> copies(asked);
            case Pages.STYLE -> resource(own, "text/css;charset=utf-8");
            case Pages.SCRIPT -> resource(own, "text/javascript;charset=utf-8");
            default -> {
                var named = REPORT.matcher(own);
                yield named.matches() ? report(named.group(1)) : Answer.text(404, "There is nothing here.");
            }
        };
    }

    /** Fonts and modules are asked for across origins, and a page in a sandbox has none; to read them otherwise it may not. */
    private static Answer opened(Answer answer, Asked asked) {
        return asked.fromOpaque() && (asked.isFor("font") || asked.isFor("script"))
                ? answer.with("Access-Control-Allow-Origin", "null")
                : answer;
    }

    private Answer copies(Asked asked) throws IOException {
        return Answer.page(200, Pages.list(copies.pages()))
                .with("Content-Security-Policy", Policy.ofServer(asked.origin()))
                .with("Cross-Origin-Resource-Policy", "same-origin");
    }

    /** A name without a slash leads out of no folder. */
    private Answer report(String name) throws IOException {
        var file = reports.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Answer.text(404, "There is no report of that name.");
        }
        return Answer.of(200, type(name), served(name, Files.readAllBytes(file)))
                .with("Content-Security-Policy", Policy.ofReport())
                .with("X-Content-Type-Options", "nosniff")
                .with("Cross-Origin-Resource-Policy", "same-origin");
    }

    /** The report shows its links to copies where it is told that there is somebody to answer them. */
    private static byte[] served(String name, byte[] report) {
        // Byte for byte, whatever the report's characters are.
        return name.endsWith(".html")
                ? new String(report, StandardCharsets.ISO_8859_1)
                        .replaceFirst("<html ", "<html data-served ")
                        .getBytes(StandardCharsets.ISO_8859_1)
                : report;
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html;charset=utf-8";
            case "json", "sarif" -> "application/json";
            default -> "text/plain;charset=utf-8";
        };
    }

    private static Answer resource(String name, String type) throws IOException {
        try (var in = ReplayServer.class.getResourceAsStream("/ibid/serve" + name)) {
            if (in == null) {
                throw new IOException("it is missing in the program");
            }
            return Answer.of(200, type, in.readAllBytes());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
