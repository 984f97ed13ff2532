package ibid.citation;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.ExplicitLink;
import ibid.document.Format;
import ibid.document.OffsetMap;
import ibid.document.TextBlock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words around a citation are shown with it, and which date of reading belongs to it. */
class SentencesTest {
    private static Context first(String text) {
        return TestDocuments.find(text).get(0).context();
    }

    private static List<String> linkTexts(String text) {
        return TestDocuments.find(text).stream()
                .map(c -> c.context().linkText().orElse("-"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"300, true", "301, false"})
    void anAddressLongerThanASentenceHasNone(int length, boolean shown) {
        var address = "https://e.com/" + "a".repeat(length - 14);
        assertThat(first("Read this. See " + address + " and more.").sentence().isPresent())
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[12] ", "- ", "* ", "12. "})
    void anEntryFarDownEndsWithItsLine(String mark) {
        assertThat(first("Text of some length that goes on for a while, then a list:\n" + mark
                                + "https://e.com/a\nThe next one is another.")
                        .sentence()
                        .orElseThrow())
                .endsWith("https://e.com/a");
    }

    @Test
    void aFullStopThatBeginsATextEndsNoSentence() {
        assertThat(first(". See https://e.com/a now").sentence()).contains("See https://e.com/a now");
        assertThat(first(".https://e.com/a now").sentence()).contains(".https://e.com/a now");
    }

    @Test
    void aLinkAtTheEndOfItsSentenceIsShownInIt() {
        var source = "One. See [the page](https://e.com/a). Two.";
        var prose = new OffsetMap.Builder()
                .add("One. See ", 0, 9)
                .add("the page", 10, 18)
                .add(". Two.", source.indexOf(". Two"), source.length())
                .build(TextBlock.Kind.PROSE, 0);
        var link = new ExplicitLink(ExplicitLink.Kind.LINK, "https://e.com/a", 20, 35, "the page");
        var document = TestDocuments.of(Format.MARKDOWN, source, List.of(prose), List.of(link));
        assertThat(TestDocuments.finder().find(document).citations())
                .extracting(c -> c.context().sentence().orElse("-"))
                .containsExactly("See the page.");
    }

    @Test
    void aLinkThatBeginsItsParagraphIsShownWithIt() {
        var source = "The first one.\n\nhttps://e.com/a is it.";
        var link = new ExplicitLink(ExplicitLink.Kind.AUTOLINK, "https://e.com/a", 16, 31, "");
        assertThat(TestDocuments.finder()
                        .find(TestDocuments.with(Format.MARKDOWN, source, List.of(link)))
                        .citations())
                .extracting(c -> c.context().sentence().orElse("-"))
                .containsExactly("https://e.com/a is it.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "`The Words <https://e.com/a>`_ x | The Words",
                "see `The  Words\t<https://e.com/a>`_ x | The Words",
                "`one` and `two <https://e.com/a>`_ | two",
                "`<https://e.com/a>`_ | -",
                "the words <https://e.com/a> | -",
                "<https://e.com/a> | -",
                "`the words (https://e.com/a)`_ | -",
                "https://e.com/a | -",
            })
    void theWordsOfAReferenceAreThoseOfItsLink(String text, String words) {
        assertThat(linkTexts(text)).containsExactly(words);
    }

    @Test
    void theWordsOfOneReferenceAreNotThoseOfTheNext() {
        assertThat(linkTexts("`one <https://e.com/1> two <https://e.com/2>`_")).containsExactly("one", "-");
        assertThat(linkTexts("`one <https://e.com/1>`_ and `two <https://e.com/2>`_"))
                .containsExactly("one", "two");
    }

    @ParameterizedTest
    @CsvSource({"298, true", "299, true", "300, false"})
    void theWordsOfAReferenceHaveALimit(int length, boolean shown) {
        assertThat(linkTexts("See `" + "w".repeat(length) + "<https://e.com/a>`_"))
                .containsExactly(shown ? "w".repeat(length) : "-");
    }

    @Test
    void anAccessDateOfAnotherParagraphIsNotBounded() {
        assertThat(TestDocuments.find("The long words before https://e.com/1 with more of them behind it.\n\n"
                        + "Retrieved June 3, 2020, from https://e.com/2"))
                .extracting(c -> c.context().accessed().orElse("-"))
                .containsExactly("-", "2020-06-03");
        assertThat(TestDocuments.find("https://e.com/1, retrieved June 3, 2020.\n\nhttps://e.com/2"))
                .extracting(c -> c.context().accessed().orElse("-"))
                .containsExactly("2020-06-03", "-");
    }

    @ParameterizedTest
    @CsvSource({"0, 2020-06-03", "100, 2020-06-03", "140, -"})
    void anAccessDateStandsNearTheAddress(int letters, String date) {
        var between = letters == 0 ? "" : "w".repeat(letters - 1) + " ";
        assertThat(first("https://e.com/1 " + between + "accessed 2020-06-03, see")
                        .accessed()
                        .orElse("-"))
                .isEqualTo(date);
    }
}
