package ibid.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain <b>text</b> & more    | plain <b>text</b> & more",
                "a\u202Eb                    | a[U+202E]b",
                "a\u2066b\u2069              | a[U+2066]b[U+2069]",
                "pay\u200Bpal.com            | pay[U+200B]pal.com",
                "pay\u200Dpal.com            | pay[U+200D]pal.com",
                "\u0645\u06CC\u200C\u062E    | \u0645\u06CC\u200C\u062E",
                "\uFEFFa\u00ADb              | [U+FEFF]a[U+00AD]b",
                "x\u001B[2Ja                 | x[U+001B][2Ja",
                "x\u009B2Ja                  | x[U+009B]2Ja",
                "a\u2028b                    | a[U+2028]b",
                "\uD83D\uDE00 ü 日本          | \uD83D\uDE00 ü 日本",
                "x\uD800                     | x[U+D800]",
                "\uDB40\uDC41x               | [U+E0041]x",
                "https://u:p@e.com/?token=a  | https://***@e.com/?token=***",
            })
    void whatCannotBeSeenIsWrittenOut(String text, String shown) {
        assertThat(Shown.text(text)).isEqualTo(shown);
    }

    @Test
    void lineBreaksAndTabsStayOnOneLine() {
        assertThat(Shown.text("a\r\nb\nc\td\re")).isEqualTo("a↵b↵c d[U+000D]e");
    }

    @Test
    void aLongTextEndsInTheCountOfTheRest() {
        assertThat(Shown.text("x".repeat(1_000_000)))
                .isEqualTo("x".repeat(Shown.MAX_LENGTH) + " [and 998,000 more characters]");
        assertThat(Shown.text("x".repeat(Shown.MAX_LENGTH - 1) + "\uD83D\uDE00"))
                .endsWith("x [and 2 more characters]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://e.com/a?b=c#d", "HTTP://E.com/", "http://münchen.example/ü"})
    void webAddressesAreLinks(String url) {
        assertThat(Shown.href(url)).hasValueSatisfying(href -> assertThat(href).matches("https?://[\\x21-\\x7eü]+"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "java\nscript:alert(1)",
                " https://e.com/",
                "data:text/html,x",
                "//e.com/",
                "ftp://e.com/",
                "https://",
                "https://u:p@e.com/",
                "https://e.com/?token=s3cr3t",
                "https://e.com/\u202Egnp.exe",
                "https://e.com/\u200B",
            })
    void nothingElseIs(String url) {
        assertThat(Shown.href(url)).isEmpty();
    }
}
