package ibid.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.archive.WarcArchive;
import ibid.config.Settings;
import ibid.url.Url;
import ibid.web.Body;
import ibid.web.Header;
import ibid.web.WebRequest;
import ibid.web.WebResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server answers to whom, over a bare socket. */
class ReplayServerTest {
    private static final Instant OLD = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant NEW = Instant.parse("2026-02-28T12:00:00Z");
    private static final byte[] PDF =
            "%PDF-1.7 and much that is the same each time ".repeat(9).getBytes(UTF_8);
    private static final String AT = "/replay/20260228120000";

    @TempDir
    private Path folder;

    private @Nullable ReplayServer server;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder.resolve("reports"));
        Files.writeString(folder.resolve("secret"), "the secret");
        Files.writeString(folder.resolve("reports/ibid.html"), "<title>The report</title>");
        Files.writeString(folder.resolve("reports/ibid.json"), "{}");
        Files.createSymbolicLink(folder.resolve("reports/ibid.csv"), folder.resolve("secret"));
        try (var archive = WarcArchive.open(
                folder.resolve("reports/archive"),
                Settings.DEFAULTS.archive(),
                InstantSource.system(),
                new Random(1),
                "test")) {
            archive.keep(captured("https://e.com/", OLD, 200, "text/html", "<p>old".getBytes(UTF_8)));
            archive.keep(captured("https://e.com/", NEW, 200, "text/html", "<p>new <a href=x>x</a>".getBytes(UTF_8)));
            archive.keep(captured(
                    "https://e.com/packed",
                    NEW,
                    200,
                    "text/html",
                    packed("<p>gr\u00fc\u00df".getBytes(ISO_8859_1)),
                    "Content-Encoding",
                    "gzip",
                    "Set-Cookie",
                    "a=b"));
            archive.keep(captured(
                    "https://e.com/moved", NEW, 301, "text/html", new byte[0], "Location", "//o.org/there?a=1&b"));
            archive.keep(captured("https://e.com/gone", NEW, 404, "text/html", "<p>gone".getBytes(UTF_8)));
            archive.keep(captured("https://e.com/long", NEW, 200, "text/html", new byte[6 << 20]));
            for (var at : List.of(NEW, NEW.plusSeconds(3600))) {
                archive.keep(captured("https://e.com/paper.pdf", at, 200, "application/pdf", PDF));
            }
            archive.keep(captured("https://e.com/s.css", NEW, 200, "text/css", "p{x:url(/f.woff)}".getBytes(UTF_8)));
            archive.keep(captured("https://e.com/f.woff", NEW, 200, "font/woff", new byte[] {1, 2, 3}));
        }
        server = ReplayServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), folder.resolve("reports"));
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
    }

    private static WebResponse captured(String url, Instant at, int status, String type, byte[] body, String... more) {
        var headers = new ArrayList<>(List.of(new Header("Content-Type", type)));
        for (var i = 0; i < more.length; i += 2) {
            headers.add(new Header(more[i], more[i + 1]));
        }
        var request = new WebRequest(WebRequest.Method.GET, Url.parse(url).orElseThrow(), List.of());
        return new WebResponse(
                request,
                url,
                "http/1.1",
                status,
                "",
                List.of(),
                headers,
                new Body(body),
                Optional.empty(),
                Optional.empty(),
                at,
                1);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private int port() {
        return server == null ? 0 : server.address().getPort();
    }

    private String asked(String line, String... headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            var lines = line + " HTTP/1.1\r\nConnection: close\r\n" + String.join("\r\n", headers)
                    + (headers.length > 0 ? "\r\n\r\n" : "\r\n");
            socket.getOutputStream().write(lines.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private String got(String target, String... headers) throws IOException {
        var all = new ArrayList<>(List.of("Host: 127.0.0.1:" + port()));
        all.addAll(List.of(headers));
        return asked("GET " + target, all.toArray(String[]::new));
    }

    @Test
    void theReportStandsAtTheTopAndOtherFormatsUnderTheirNames() throws IOException {
        assertThat(got("/"))
                .startsWith("HTTP/1.1 200 ")
                .contains("<title>The report</title>")
                .containsIgnoringCase("Content-Security-Policy: default-src 'none'");
        assertThat(got("/ibid.json")).contains("application/json").endsWith("{}");
        assertThat(got("/ibid.html")).contains("The report");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret",
                "/%2e%2e/secret",
                "/..%2fsecret",
                "/ibid.json/../../secret",
                "/ibid.csv",
                "/ibid.xml",
                "/archive/",
                "//etc/passwd",
                "/replay/20260228120000/../../secret",
                "/replay/20260228120000id_/file:///etc/passwd",
                "http://127.0.0.1/../secret",
            })
    void nothingElseIsHandedOut(String target) throws IOException {
        assertThat(got(target))
                .matches("(?s)HTTP/1.1 40[04] .*")
                .doesNotContain("the secret")
                .doesNotContain("root:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "127.0.0.1.evil.example:80",
                "localhost@evil.example",
                "",
                "127.0.0.1, evil.example",
                "evil.example#127.0.0.1"
            })
    void aNameThatWasMadeToMeanThisServerGetsNothing(String host) throws IOException {
        assertThat(asked("GET /", "Host: " + host))
                .matches("(?s)HTTP/1.1 4(00|21) .*")
                .doesNotContain("The report");
        assertThat(asked("GET " + AT + "if_/https://e.com/", "Host: " + host)).doesNotContain("<p>new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost:80", "LOCALHOST", "[::1]:8464", "192.168.0.7:8464"})
    void itsOwnAddressesAreAnswered(String host) throws IOException {
        assertThat(asked("GET /", "Host: " + host)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void whoeverDoesNotOnlyReadIsRefused() throws IOException {
        assertThat(asked("POST /", "Host: localhost", "Content-Length: 0")).startsWith("HTTP/1.1 405 ");
        assertThat(asked("HEAD /", "Host: localhost"))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("\r\n\r\n");
    }

    @Test
    void theCopyNearestToTheTimeIsShown() throws IOException {
        assertThat(got(AT + "if_/https://e.com/"))
                .contains("<p>new")
                .containsIgnoringCase("Memento-Datetime: Sat, 28 Feb 2026 12:00:00 GMT");
        assertThat(got("/replay/20220101000000if_/https://e.com/")).contains("<p>old");
        assertThat(got(AT + "if_/http://e.com")).contains("<p>new <a href=/replay/20260228120000if_/http://e.com/x>");
        assertThat(got(AT + "id_/https://e.com/")).contains("<p>new <a href=x>");
    }

    @Test
    void aCopyIsUnpackedAndSaysInWhichCharacters() throws IOException {
        assertThat(got(AT + "if_/https://e.com/packed"))
                .contains("<p>gr\u00fc\u00df")
                .contains("text/html;charset=utf-8")
                .doesNotContainIgnoringCase("Content-Encoding")
                .doesNotContainIgnoringCase("Set-Cookie");
        assertThat(got(AT + "if_/https://e.com/s.css")).endsWith("p{x:url(" + AT + "if_/https://e.com/f.woff)}");
    }

    @Test
    void redirectsAndMissingPagesAreReplayedToo() throws IOException {
        assertThat(got(AT + "if_/https://e.com/moved"))
                .startsWith("HTTP/1.1 302 ")
                .containsIgnoringCase("Location: " + AT + "if_/https://o.org/there?a=1&b\r\n");
        assertThat(got(AT + "if_/https://e.com/gone"))
                .startsWith("HTTP/1.1 404 ")
                .contains("<p>gone");
        assertThat(got(AT + "if_/https://never.org/<b>")).startsWith("HTTP/1.1 400 ");
        assertThat(got(AT + "/https://never.org/?a=%3Cb%3E&c"))
                .startsWith("HTTP/1.1 404 ")
                .contains("no copy of <bdi>https://never.org/?a=%3Cb%3E&amp;c</bdi>");
    }

    @Test
    void aPageStandsInAFrameUnderABarAndAPdfByItself() throws IOException {
        assertThat(got(AT + "/https://e.com/"))
                .contains("<iframe sandbox=\"allow-scripts\" src=\"" + AT + "if_/https://e.com/\"")
                .contains("frame-src http://127.0.0.1:" + port() + "/replay/;");
        assertThat(got(AT + "/https://e.com/paper.pdf"))
                .containsIgnoringCase("Location: " + AT + "id_/https://e.com/paper.pdf");
        assertThat(got(AT + "id_/https://e.com/paper.pdf"))
                .contains("application/pdf")
                .endsWith(new String(PDF, UTF_8));
    }

    @Test
    void theBarSaysWhatIsToBeKnownOfACopy() throws IOException {
        assertThat(got(AT + "/https://e.com/gone"))
                .contains("UTC, answered with 404:</span> <bdi>https://e.com/gone</bdi>");
        assertThat(got(AT + "/https://e.com/long")).contains("UTC, not whole:</span>");
        assertThat(got(AT + "/http://e.com/")).contains("UTC:</span> <bdi>https://e.com/</bdi>");
    }

    @Test
    void scriptsOfACopyRunInAFrameAloneAndWithoutAnOrigin() throws IOException {
        assertThat(got(AT + "if_/https://e.com/", "Sec-Fetch-Dest: iframe"))
                .contains("sandbox allow-scripts; default-src http://127.0.0.1:" + port()
                        + "/replay/ data: blob: 'unsafe-inline'")
                .contains("connect-src 'none'")
                .doesNotContain("allow-same-origin");
        assertThat(got(AT + "if_/https://e.com/", "Sec-Fetch-Dest: document"))
                .contains("sandbox; ")
                .contains("script-src 'none'");
    }

    @Test
    void onlyFontsAndModulesAreReadAcrossOrigins() throws IOException {
        assertThat(got(AT + "if_/https://e.com/f.woff", "Origin: null", "Sec-Fetch-Dest: font"))
                .containsIgnoringCase("Access-Control-Allow-Origin: null");
        assertThat(got(AT + "if_/https://e.com/", "Origin: null", "Sec-Fetch-Dest: empty"))
                .doesNotContain("Allow-Origin");
        assertThat(got(AT + "if_/https://e.com/f.woff", "Origin: https://evil.example", "Sec-Fetch-Dest: font"))
                .doesNotContain("Allow-Origin");
    }

    @Test
    void theListOfCopiesHasThePages() throws IOException {
        assertThat(got("/copies"))
                .contains("<td>404<td><a href=\"" + AT + "/https://e.com/gone\">")
                .contains("/replay/20200101000000/https://e.com/\"")
                .contains("/replay/20260228130000/https://e.com/paper.pdf\"")
                .doesNotContain("s.css");
    }
}
