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
        var document = Reads.named("a.txt", "Title\n=====\ntext\n\nPart\n------\n\n---\n---\n");
        assertThat(texts(document, TextBlock.Kind.HEADING)).containsExactly("Title", "Part");
        assertThat(document.blocks()).extracting(TextBlock::level).containsExactly(1, 0, 2, 0);
    }
}
