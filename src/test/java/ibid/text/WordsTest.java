package ibid.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void sameWordsHoweverTheyAreWritten() {
        var plain = Words.of("The quick brown fox");
        var marked = Words.of("the *quick*,\r\n  BROWN—“fox”!");
        assertThat(marked.count()).isEqualTo(plain.count()).isEqualTo(4);
        for (var i = 0; i < plain.count(); i++) {
            assertThat(marked.hash(i)).isEqualTo(plain.hash(i));
        }
    }

    @Test
    void startsAreOffsets() {
        var words = Words.of("a 😀b, ünï");
        assertThat(words.count()).isEqualTo(3);
        assertThat(words.start(1)).isEqualTo(2);
        assertThat(words.start(2)).isEqualTo(7);
    }

    @Test
    void nothingHasNoWords() {
        assertThat(Words.of("").count()).isZero();
        assertThat(Words.of(" .,; ").count()).isZero();
    }
}
