package ibid.archive.warc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexedCaptureTest {

    @Test
    void readsWhatItWrote() {
        var capture = IndexedCapture.of(
                        "http://e.com/\"a\" b",
                        Instant.parse("2026-11-22T10:00:00.120Z"),
                        Optional.of("Text/HTML; charset=x"),
                        200,
                        "sha256:00")
                .in("a.warc.gz", 12, 34);

        assertThat(capture.mime()).isEqualTo("text/html");
        assertThat(IndexedCapture.parse(capture.line())).contains(capture);
        assertThat(IndexedCapture.parse(capture.asRevisit().line())
                        .orElseThrow()
                        .isRevisit())
                .isTrue();
    }

    @Test
    void takesSecondsAndNumbersAsOtherToolsWriteThem() {
        var line = "com,e)/ 20261122100000 {\"url\":\"http://e.com/\",\"status\":301,\"offset\":5,\"length\":6}";

        var capture = IndexedCapture.parse(line).orElseThrow();
        assertThat(capture.at()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(capture.offset()).isEqualTo(5);
        assertThat(capture.status()).isEqualTo(301);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a b c", "com,e)/ 20269922100000 {}", "com,e)/ 20261122100000 {", " x {}"})
    void otherLinesAreNone(String line) {
        assertThat(IndexedCapture.parse(line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'text/html',text/html",
        "'',unk",
        "';',unk",
        "'nonsense \t\"',unk",
        "'/',unk",
        "text,unk",
        "'a/b/c',unk"
    })
    void aMediaTypeThatIsNoneIsUnknown(String type, String mime) {
        assertThat(IndexedCapture.of("http://e.com/", Instant.EPOCH, Optional.of(type), 200, "")
                        .mime())
                .isEqualTo(mime);
    }

    @ParameterizedTest
    @CsvSource({
        "http://www.Example.com:80/A/?b=2&a=1, 'com,example)/a?a=1&b=2'",
        "http://127.0.0.1:8080/a b, '1,0,0,127:8080)/a%20b'",
        "https://e.com/%zz?%, 'com,e)/%25zz?%25'",
        "'', '_'",
    })
    void addressesThatMeanOnePageSortTogether(String url, String key) {
        assertThat(Surt.of(url)).isEqualTo(key);
    }
}
