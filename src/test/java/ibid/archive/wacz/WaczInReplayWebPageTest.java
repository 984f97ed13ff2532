package ibid.archive.wacz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ibid.OptionalTool;
import ibid.archive.WarcArchive;
import ibid.archive.warc.KeptCaptures;
import ibid.config.Settings;
import ibid.url.Url;
import ibid.web.Body;
import ibid.web.Header;
import ibid.web.WebRequest;
import ibid.web.WebResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.ScriptTimeoutException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** An export in the viewer that most people open such files with. */
class WaczInReplayWebPageTest {
    private static final Path VIEWER = Path.of("src", "test", "node", "node_modules", "replaywebpage");

    private static final int LOADS = 4;

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

    /** Waits for a text in any frame, through the shadow trees that the viewer is made of. */
    private static final String WHEN_SEEN = """
            const [sought, done] = arguments;
            const seen = root => [...root.querySelectorAll('*')].some(element =>
              (element.shadowRoot && seen(element.shadowRoot))
              || (element.tagName === 'IFRAME' && element.contentDocument?.body
                && (element.contentDocument.body.innerText.includes(sought) || seen(element.contentDocument))));
            const timer = setInterval(() => {
              if (seen(document)) {
                clearInterval(timer);
                done(true);
              }
            }, 100);
            """;

    @TempDir
    Path folder;

    @Test
    void showsAPageAndOneWhosePayloadStandsElsewhere() throws IOException {
        var programs = OptionalTool.CHROMIUM.require();
        OptionalTool.REPLAYWEBPAGE.require();
        var server = served(exported());
        var chromium = started(programs);
        chromium.manage().timeouts().scriptTimeout(Duration.ofSeconds(10));
        try {
            for (var page : List.of("http://e.com/first", "http://e.com/again")) {
                chromium.get("http://127.0.0.1:" + server.getAddress().getPort() + "/?" + page);
                assertThat(shows(chromium, "Harbour seals return.")).as(page).isTrue();
            }
        } finally {
            chromium.quit();
            server.stop(0);
        }
    }

    /** Now and then the viewer's own worker starts too late for the first load of a page, and shows it when it is loaded again. */
    private static boolean shows(ChromeDriver chromium, String text) {
        for (var times = 0; times < LOADS; times++) {
            try {
                return Boolean.TRUE.equals(chromium.executeAsyncScript(WHEN_SEEN, text));
            } catch (ScriptTimeoutException e) {
                chromium.navigate().refresh();
            }
        }
        return false;
    }

    private Path exported() throws IOException {
        var directory = folder.resolve("archive");
        try (var archive = WarcArchive.open(
                directory, Settings.DEFAULTS.archive(), InstantSource.system(), new Random(1), "ibid/0")) {
            for (var url : List.of("http://e.com/first", "http://e.com/again")) {
                assertThat(archive.keep(page(url))).isPresent();
            }
        }
        var file = folder.resolve("a.wacz");
        new WaczExport(KeptCaptures.open(directory), "ibid/0").to(file);
        return file;
    }

    private static WebResponse page(String url) {
        var text = "<title>Seals</title><p>Harbour seals return. " + "word ".repeat(300);
        return new WebResponse(
                new WebRequest(WebRequest.Method.GET, Url.parse(url).orElseThrow(), List.of()),
                url,
                "http/1.1",
                200,
                "OK",
                List.of(),
                List.of(new Header("Content-Type", "text/html")),
                new Body(text.getBytes(UTF_8)),
                Optional.empty(),
                Optional.empty(),
                Instant.parse("2026-11-22T10:00:00Z"),
                1);
    }

    private static HttpServer served(Path wacz) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "viewer");
            thread.setDaemon(true);
            return thread;
        }));
        var files =
                Map.of("/ui.js", VIEWER.resolve("ui.js"), "/replay/sw.js", VIEWER.resolve("sw.js"), "/a.wacz", wacz);
        server.createContext("/", exchange -> {
            var page = "<!doctype html><script src=/ui.js></script><replay-web-page source=/a.wacz style=height:600px"
                    + " url=\"" + exchange.getRequestURI().getQuery() + "\"></replay-web-page>";
            var path = exchange.getRequestURI().getPath();
            if (path.equals("/")) {
                answer(exchange, "text/html", page.getBytes(UTF_8));
            } else if (files.containsKey(path)) {
                var type = path.endsWith(".js") ? "text/javascript" : "application/wacz";
                answer(exchange, type, Files.readAllBytes(files.get(path)));
            } else {
                exchange.sendResponseHeaders(404, -1);
                exchange.close();
            }
        });
        server.start();
        return server;
    }

    /** The whole, or the range that is asked for: the viewer reads a WACZ file in parts. */
    private static void answer(HttpExchange exchange, String type, byte[] whole) throws IOException {
        var range =
                RANGE.matcher(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"))
                        .orElse(""));
        var part = whole;
        if (range.matches()) {
            var last = range.group(1).isEmpty() || range.group(2).isEmpty()
                    ? whole.length - 1
                    : Math.min(Integer.parseInt(range.group(2)), whole.length - 1);
            var first = range.group(1).isEmpty()
                    ? Math.max(0, whole.length - Integer.parseInt(range.group(2)))
                    : Integer.parseInt(range.group(1));
            part = Arrays.copyOfRange(whole, first, last + 1);
            exchange.getResponseHeaders().add("Content-Range", "bytes " + first + "-" + last + "/" + whole.length);
        }
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.getResponseHeaders().add("Accept-Ranges", "bytes");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().add("Content-Length", Integer.toString(part.length));
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(range.matches() ? 206 : 200, part.length);
            exchange.getResponseBody().write(part);
        }
        exchange.close();
    }

    private ChromeDriver started(List<Path> programs) {
        var options = new ChromeOptions();
        options.setBinary(programs.get(0).toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + folder.resolve("profile"));
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(programs.get(1).toFile())
                        .build(),
                options);
    }
}
