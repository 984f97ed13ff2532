package ibid.archive;

import static ibid.archive.Responses.page;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import ibid.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcResponse;

class HostileHeadersTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    @TempDir
    Path folder;

    private void keep(Responses response) {
        try (var archive =
                WarcArchive.open(folder, Settings.DEFAULTS.archive(), CLOCK, new Random(1), "ibid\r\nX: y")) {
            assertThat(archive.keep(response.get())).isPresent();
        }
    }

    private String head(Responses response) throws IOException {
        keep(response);
        var read = ReadBack.responses(folder).get(0);
        assertThat(read.text()).isEqualTo("<title>A page</title>");
        return read.head();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\r\nX: y", "a\nX: y", "a\rX: y", "a\r\n\r\nbody", "a\0b", "\u0001\u001b\u007f", "\r\n", "", " "
            })
    void aValueStaysInItsLine(String value) throws IOException {
        var lines = head(page("http://e.com/").headers("A", value, "B", "b")).split("\r\n");

        assertThat(lines).hasSize(3);
        assertThat(lines[1]).startsWith("A: ").hasSize(3 + value.length());
        assertThat(lines[1].chars()).allMatch(c -> c >= ' ' && c != 0x7F);
        assertThat(lines[2]).isEqualTo("B: b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"naïve – 日本 – \uD83D\uDE00", "tab\tinside", "\u2028\u0085\u00A0", "\uD800 alone"})
    void otherTextIsUtf8(String value) throws IOException {
        assertThat(head(page("http://e.com/").headers("A", value)))
                .isEqualTo("HTTP/1.1 200 OK\r\nA: " + new String(value.getBytes(UTF_8), UTF_8) + "\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'',       X-Crawl-Unnamed",
        "'a b',    a_b",
        "'a\tb',   a_b",
        "'a:b',    a_b",
        "'é',      _",
        "'\r\nX',  __X",
        "' ',      _",
        "'x(y)',   x_y_",
    })
    void aNameIsAToken(String name, String written) throws IOException {
        assertThat(head(page("http://e.com/").headers(name, "v")))
                .isEqualTo("HTTP/1.1 200 OK\r\n" + written + ": v\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "abc", "99999999999999999999", "20", "21, 21", "+21", "0x15", ""})
    void aLengthThatIsNotTheBodysIsPutRight(String length) throws IOException {
        assertThat(head(page("http://e.com/").headers("content-length", length)))
                .isEqualTo("HTTP/1.1 200 OK\r\nX-Crawl-content-length: " + length + "\r\nContent-Length: 21\r\n\r\n");
    }

    @Test
    void aRightLengthStaysOnceAndInItsPlace() throws IOException {
        assertThat(head(page("http://e.com/")
                                .headers(
                                        "CONTENT-length",
                                        "21",
                                        "A",
                                        "a",
                                        "Content-Length",
                                        "21",
                                        "Content-Length",
                                        "9"))
                        .split("\r\n"))
                .containsExactly(
                        "HTTP/1.1 200 OK",
                        "CONTENT-length: 21",
                        "A: a",
                        "X-Crawl-Content-Length: 21",
                        "X-Crawl-Content-Length: 9");
    }

    @Test
    void noHeaderAtAllIsReadableToo() throws IOException {
        assertThat(head(page("http://e.com/").headers())).isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 21\r\n\r\n");
    }

    @Test
    void aReasonPhraseStaysInItsLine() throws IOException {
        assertThat(head(page("http://e.com/").status(200, "OK\r\n\r\n<script>")))
                .isEqualTo("HTTP/1.1 200 OK    <script>\r\nContent-Type: text/html\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not an address", "192.0.2.1\r\nX: y", "e.com", ""})
    void whatIsNoIpAddressIsLeftOut(String address) throws IOException {
        keep(page("http://e.com/").from(address));

        assertThat(ReadBack.responses(folder).get(0).header("WARC-IP-Address")).isEmpty();
    }

    @Test
    void jwarcReadsTheHostileHeaderAsHttp() throws IOException {
        keep(page("http://e.com/")
                .headers("", "x", "Content-Type", "text/\0html\r\nA: b", "Transfer-Encoding", "gzip, chunked\0")
                .status(200, "\uD83D\uDE00"));

        try (var reader = new WarcReader(ReadBack.files(folder).get(0))) {
            for (var record : reader) {
                if (record instanceof WarcResponse response) {
                    assertThat(response.http().status()).isEqualTo(200);
                    assertThat(response.http().headers().first("Content-Length"))
                            .contains("21");
                    assertThat(response.http().body().stream().readAllBytes()).hasSize(21);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "cookie",
                "Proxy-Authorization",
                "X-Api-Key",
                "Referer",
                "PRIVATE-TOKEN",
                "Odd Name"
            })
    void keysAndWhatTheyOpenAreNeverInTheFile(String name) throws IOException {
        keep(page("http://e.com/")
                .requestHeaders("Host", "e.com", name, "s3cret-token")
                .headers("Set-Cookie", "session=s3cret-token; Path=/", "A", "a"));

        try (var all =
                new GZIPInputStream(Files.newInputStream(ReadBack.files(folder).get(0)))) {
            assertThat(new String(all.readAllBytes(), UTF_8))
                    .doesNotContain("s3cret")
                    .contains(name.replace(' ', '_') + ": ***\r\n", "Set-Cookie: ***\r\n", "A: a\r\n");
        }
    }

    @Test
    void aCookieForAnyoneIsPartOfThePage() throws IOException {
        assertThat(head(page("http://e.com/").headers("Set-Cookie", "lang=en"))).contains("Set-Cookie: lang=en\r\n");
    }

    @Test
    void aRedirectDoesNotHandOutASecret() throws IOException {
        assertThat(head(page("http://e.com/").headers("location", "https://me:pw@e.com/?a=b&token=x#c")))
                .contains("\r\nlocation: https://***@e.com/?a=b&token=***#c\r\n");
    }

    @Test
    void manyLengthsAreNoBurden() {
        var lines = new String[2 * 40_000];
        for (var i = 0; i < lines.length; i += 2) {
            lines[i] = i < lines.length / 2 ? "A" : "Content-Length";
            lines[i + 1] = "21";
        }
        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(head(page("http://e.com/").headers(lines))
                                .lines()
                                .count())
                        .isEqualTo(40_000 + 2));
    }
}
