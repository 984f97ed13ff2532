package ibid.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {
    private static SourceText utf8(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SourceText(bytes, 0, bytes.length, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "'a\nb', 2, b, 2, 1",
        "'a\r\nb', 2, b, 2, 1",
        "'a\rb', 2, b, 2, 1",
        "'a\r\r\nb', 3, b, 3, 1",
        "'😀b', 1, b, 1, 3",
        "'é\n\n😀ab', 3, b, 3, 4",
    })
    void countsLinesAndColumns(String text, int lines, String sought, int line, int column) {
        var source = utf8(text);
        var span = source.span(text.indexOf(sought), text.indexOf(sought) + 1);
        assertThat(source.lineCount()).isEqualTo(lines);
        assertThat(span.line()).isEqualTo(line);
        assertThat(span.column()).isEqualTo(column);
        assertThat(source.line(line)).endsWith(sought);
    }

    @Test
    void endsALineBeforeItsLineEnd() {
        var source = utf8("one\r\ntwo\rthree\n");
        assertThat(source.lineCount()).isEqualTo(4);
        assertThat(source.line(1)).isEqualTo("one");
        assertThat(source.line(2)).isEqualTo("two");
        assertThat(source.line(3)).isEqualTo("three");
        assertThat(source.line(4)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-8",
                "UTF-16LE",
                "UTF-16BE",
                "UTF-32LE",
                "windows-1251",
                "windows-31j",
                "GB18030",
                "ISO-2022-JP"
            })
    void rangesReadFromTheBytesAreTheRangesOfTheText(String name) {
        var charset = Charset.forName(name);
        var alphabet = name.equals("windows-1251")
                ? "abж\n\r яЮ"
                : name.equals("windows-31j") || name.equals("ISO-2022-JP") ? "ab日\n\r 本ア" : "ab日\n\r 本é\uD83D\uDE00";
        var random = new Random(7);
        var text = new StringBuilder();
        while (text.length() < 5000) {
            var at = alphabet.offsetByCodePoints(0, random.nextInt(alphabet.codePointCount(0, alphabet.length())));
            text.appendCodePoint(alphabet.codePointAt(at));
        }
        var bytes = text.toString().getBytes(charset);
        var source = new SourceText(bytes, 0, bytes.length, charset);
        assertThat(source.text()).isEqualTo(text.toString());
        var isStateful = name.startsWith("ISO-2022");
        for (var i = 0; i < 2000; i++) {
            var start = source.text().offsetByCodePoints(0, random.nextInt(2000));
            var end = source.text().offsetByCodePoints(start, random.nextInt(50) + 1);
            var span = source.span(start, end);
            if (!isStateful) {
                var read = new String(bytes, (int) span.byteOffset(), span.byteLength(), charset);
                assertThat(read).isEqualTo(source.text().substring(start, end));
            }
            assertThat(span.byteOffset() + span.byteLength()).isLessThanOrEqualTo(bytes.length);
        }
    }

    @Test
    void staysTrueBehindMalformedBytes() {
        var bytes = new ByteArrayOutputStream();
        var random = new Random(3);
        var word = "see http://e.com/ü ".getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < 3000; i++) {
            bytes.writeBytes(word);
            bytes.write(0x80 + random.nextInt(0x80));
            bytes.write(random.nextInt(256));
            bytes.write(' ');
        }
        var all = bytes.toByteArray();
        var source = new SourceText(all, 0, all.length, StandardCharsets.UTF_8);
        var count = 0;
        for (var at = source.text().indexOf("http"); at >= 0; at = source.text().indexOf("http", at + 1)) {
            var span = source.span(at, at + 14);
            assertThat(new String(all, (int) span.byteOffset(), span.byteLength(), StandardCharsets.UTF_8))
                    .isEqualTo("http://e.com/ü");
            count++;
        }
        assertThat(count).isEqualTo(3000);
    }

    @Test
    void neverLooksBehindTheEndOfWhatItMayRead() {
        var bytes = "aé".getBytes(StandardCharsets.UTF_8);
        var source = new SourceText(bytes, 0, 2, StandardCharsets.UTF_8);
        assertThat(source.text()).isEqualTo("a\uFFFD");
        assertThat(source.span(0, 2).byteLength()).isEqualTo(2);
    }

    @Test
    void findsPlacesInOneLineOfFiftyMegabytesQuickly() {
        var bytes = "é https://e.com/aaaaaaaaaaaaaaaaa ".repeat(1_400_000).getBytes(StandardCharsets.UTF_8);
        var source = new SourceText(bytes, 0, bytes.length, StandardCharsets.UTF_8);
        // One look-up that walked from the start of the line would take a hundred thousand times as long.
        for (var i = 0; i < 200_000; i++) {
            var at = i * 34 + 2;
            var span = source.span(at, at + 5);
            assertThat(span.byteOffset()).isEqualTo(i * 35L + 3);
        }
    }

    @Test
    void anEmptyTextHasOneEmptyLine() {
        var source = utf8("");
        assertThat(source.lineCount()).isEqualTo(1);
        assertThat(source.span(0, 0)).isEqualTo(new Span(1, 1, 1, 1, 0, 0));
    }
}
