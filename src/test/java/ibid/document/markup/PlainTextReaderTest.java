package ibid.document.markup;

import static ibid.document.readers.Reads.texts;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.TextBlock;
import ibid.document.readers.Reads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "a.txt => a\\nb\\n\\nc => a\\nb|c => ''",
                "a.txt => a\\r\\n \\r\\nb\\rc => a|b\\rc => ''",
                "a.txt => x::\\n\\n  y => x::|  y => ''",
                "a.rst => x::\\n\\n  y.py\\n\\n  z\\nw => x::|w => '  y.py|  z'",
                "a.rst => .. note::\\n  y => .. note::\\n  y => ''",
                "a.rst => .. code-block:: py\\n\\n  y\\n => .. code-block:: py => '  y'",
                "a.rst => .. _n: https://e.com/a::\\n => .. _n: https://e.com/a:: => ''",
                "a.rst => .. [1] https://e.com\\n => .. [1] https://e.com => ''",
                "a.rst => see ``os.name`` ok => see   ok => os.name",
                "a.rst => >>> a.py\\nb\\n\\nc => c => >>> a.py\\nb",
                "a.adoc => a `b.c` d => a   d => b.c",
                "a.adoc => a\\n\\n----\\nb.py\\n----\\nc => a|c => ----\\nb.py\\n----",
            })
    void tellsProseFromCode(String name, String text, String prose, String code) {
        var document = Reads.named(name, lines(text));
        assertThat(String.join("|", texts(document, TextBlock.Kind.PROSE))).isEqualTo(lines(prose));
        assertThat(String.join("|", texts(document, TextBlock.Kind.CODE))).isEqualTo(lines(code));
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n").replace("\\r", "\r");
    }

    @Test
    void underlinedLinesAreHeadings() {
        var document = Reads.named("a.rst", "Title\n=====\ntext\n\nPart\n------\n\n---\n---\n");
        assertThat(texts(document, TextBlock.Kind.HEADING)).containsExactly("Title", "Part");
        assertThat(document.blocks()).extracting(TextBlock::level).containsExactly(1, 0, 2, 0);
    }

    @Test
    void aMillionBackquotesTakeLinearTime() {
        var document = Reads.named("a.rst", "``a\n\n".repeat(300_000));
        assertThat(document.blocks()).hasSize(300_000);
    }
}
