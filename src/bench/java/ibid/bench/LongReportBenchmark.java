package ibid.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long an HTML report of very many findings takes to open in Chromium and to filter there.
 *
 * <p>Argument: how many findings (default 50,000). The documents link to files that do not exist, so that each link is one.
 */
public final class LongReportBenchmark {
    private static final int FINDINGS_A_DOCUMENT = 100;
    private static final int OPENINGS = 3;

    /** Milliseconds from the start of the loading until the page's own script has run. */
    private static final String OPENED =
            "return Math.round(performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd)";

    /** Milliseconds from an input to the laid-out answer, the pause after the last key included. */
    private static final String FILTERED = """
            const [id, value] = arguments;
            return new Promise(done => {
              const list = document.getElementById('list');
              const start = performance.now();
              const observer = new MutationObserver(() => {
                observer.disconnect();
                list.getBoundingClientRect();
                done(Math.round(performance.now() - start));
              });
              observer.observe(list, {childList: true});
              const field = document.getElementById(id);
              field.value = value;
              field.dispatchEvent(new Event('input', {bubbles: true}));
            });
            """;

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final PrintStream out;

    private LongReportBenchmark(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var findings = args.length > 0 ? Integer.parseInt(args[0]) : 50_000;
        var folder = Files.createTempDirectory("ibid-bench");
        try {
            new LongReportBenchmark(folder, System.out).run(findings);
        } finally {
            Sample.delete(folder);
        }
    }

    private void run(int findings) throws IOException, InterruptedException {
        var report = report(findings);
        out.printf(Locale.ROOT, "%,d findings: %d MB%n", findings, Files.size(report) / 1_000_000);
        var port = freePort();
        var driver = new ProcessBuilder("chromedriver", "--port=" + port)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            measure(URI.create("http://127.0.0.1:" + port + "/session"), report);
        } finally {
            driver.destroy();
        }
    }

    private Path report(int findings) throws IOException, InterruptedException {
        for (var from = 0; from < findings; from += FINDINGS_A_DOCUMENT) {
            var text = new StringBuilder();
            for (var i = from; i < Math.min(findings, from + FINDINGS_A_DOCUMENT); i++) {
                text.append("See [page ").append(i).append("](lost/").append(i).append(".md) for more.\n\n");
            }
            Files.writeString(folder.resolve(String.format(Locale.ROOT, "%06d.md", from)), text);
        }
        var scan = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        "ibid.cli.Main",
                        "scan",
                        "--offline",
                        "--no-cache",
                        "-q",
                        "--format",
                        "html",
                        "--report-dir",
                        "out",
                        ".")
                .directory(folder.toFile())
                .inheritIO()
                .start();
        scan.waitFor();
        return folder.resolve("out/ibid.html");
    }

    /** The scan runs in another folder, so that relative paths would lead nowhere. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void measure(URI sessions, Path report) throws IOException, InterruptedException {
        var arguments = List.of("--headless=new", "--no-sandbox", "--disable-gpu");
        var capabilities = Map.of("goog:chromeOptions", Map.of("args", arguments));
        var id = started(sessions, Map.of("capabilities", Map.of("alwaysMatch", capabilities)));
        var session = sessions + "/" + id;
        for (var i = 0; i < OPENINGS; i++) {
            sent(session + "/url", Map.of("url", report.toUri().toString()));
            out.println("opens in " + asked(session, OPENED) + " ms");
        }
        for (var step : List.of(
                List.of("words", "lost/4999"),
                List.of("words", ""),
                List.of("document", "0042"),
                List.of("document", ""),
                List.of("group", "target"))) {
            out.println(step + " in " + asked(session, FILTERED, step.get(0), step.get(1)) + " ms");
        }
        http.send(HttpRequest.newBuilder(URI.create(session)).DELETE().build(), BodyHandlers.discarding());
    }

    /** The driver needs a moment until it listens. */
    private String started(URI sessions, Object body) throws IOException, InterruptedException {
        for (var patience = 50; ; patience--) {
            try {
                return mapper.readTree(sent(sessions.toString(), body))
                        .at("/value/sessionId")
                        .asText();
            } catch (IOException e) {
                if (patience == 0) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    private String asked(String session, String script, Object... arguments) throws IOException, InterruptedException {
        var answer = sent(session + "/execute/sync", Map.of("script", script, "args", List.of(arguments)));
        return mapper.readTree(answer).get("value").asText();
    }

    private String sent(String address, Object body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .POST(HttpRequest.BodyPublishers.ofString(mapper.writeValueAsString(body)))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
