package ibid.citation;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.Document;
import ibid.document.ExplicitLink;
import ibid.document.Format;
import ibid.document.TextBlock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContextTest {
    private static final String HEADER = "The Quiet Years of the Harbour Office\nAda Lindqvist\nJune 3, 2020\n";

    private static Context last(String text) {
        var found = TestDocuments.find(text);
        return found.get(found.size() - 1).context();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEADER + "Body.\nhttps://e.com/a",
                "Member Name\nSENIOR MEMBER\n- Joined\n- Oct 8, 2018\n- Messages\n- 4,643\n- Country\n- Location\n"
                        + HEADER + "Body text.\nhttps://e.com/a\n",
                """
                The Quiet Years of the Harbour Office

                By Ada Lindqvist

                3 June 2020

                Body.

                Source: https://e.com/a\
                """,
                """
                The Quiet Years of the Harbour Office
                Wednesday, 3. Juni 2020
                von Ada Lindqvist
                Body
                https://e.com/a\
                """,
                "https://e.com/before\n" + HEADER + "Body.\nhttps://e.com/z\nhttps://e.com/a",
            })
    void aPassageGivesItsTitleAuthorAndDate(String text) {
        assertThat(last(text).title()).contains("The Quiet Years of the Harbour Office");
        assertThat(last(text).author().orElse("")).endsWith("Ada Lindqvist");
        assertThat(last(text).date()).contains("2020-06-03");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No header here at all\n\nBody text.\nhttps://e.com/a",
                HEADER + "Body.\nhttps://e.com/closing\nMore text of another thing.\nhttps://e.com/a",
                "Ada Lindqvist\nSENIOR MEMBER\nJoined\nOct 8, 2018\nhttps://e.com/a",
                "Release Notes\nJune 3, 2020\nhttps://e.com/a",
                "Reaction Score\nJune 3, 2020\nhttps://e.com/a",
                "New York\nJune 3, 2020\nhttps://e.com/a",
                "The title of something\nJune 3, 2020\nhttps://e.com/a",
                "by the way, this is text\nhttps://e.com/a",
            })
    void nothingIsBetterThanAWrongPassage(String text) {
        assertThat(last(text).title()).isEmpty();
        assertThat(last(text).author()).isEmpty();
        assertThat(last(text).date()).isEmpty();
    }

    @Test
    void aCopyWithoutATitleLineHasNone() {
        var found = TestDocuments.find(
                HEADER + "Body.\nhttps://e.com/a\nAda Lindqvist\nJune 3, 2020\nBody.\nhttps://e.com/a");
        assertThat(found).extracting(c -> c.context().title().isPresent()).containsExactly(true, false);
        assertThat(found).extracting(c -> c.context().author()).containsOnly(Optional.of("Ada Lindqvist"));
        assertThat(found).extracting(c -> c.context().date()).containsOnly(Optional.of("2020-06-03"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A sentence that ends in a full stop.",
                "- An item of a list",
                "A line that leads on:",
                "https://e.com/b is an address",
                "Two words",
                "lower case begins no title here",
            })
    void aLineAboveTheAuthorThatIsNoTitleIsNotTaken(String above) {
        var context = last(above + "\nAda Lindqvist\nJune 3, 2020\nBody\nhttps://e.com/a");
        assertThat(context.author()).contains("Ada Lindqvist");
        assertThat(context.title()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "June 3, 2020 | 2020-06-03",
                "Jun. 3rd 2020 | 2020-06-03",
                "3 June 2020 | 2020-06-03",
                "Wednesday, June 3, 2020 at 10:30 AM | 2020-06-03",
                "2020-06-03 | 2020-06-03",
                "2020-06-03T10:15:00Z | 2020-06-03",
                "2020/06/03 | 2020-06-03",
                "03.06.2020 | 2020-06-03",
                "13/06/2020 | 2020-06-13",
                "06/13/2020 | 2020-06-13",
                "03-Jun-2020 | 2020-06-03",
                "3. Juni 2020 | 2020-06-03",
                "3 juin 2020 | 2020-06-03",
                "1er août 2020 | 2020-08-01",
                "3 de junio de 2020 | 2020-06-03",
                "3 giugno 2020 | 2020-06-03",
                "3 de março de 2020 | 2020-03-03",
                "3 июня 2020 г. | 2020-06-03",
                "3 Haziran 2020 | 2020-06-03",
                "2020年6月3日 | 2020-06-03",
                "June 2020 | 2020-06",
                "Published: June 3, 2020 | 2020-06-03",
            })
    void datesInManyForms(String written, String iso) {
        assertThat(new PassageLines(new WrittenDates()).date(written)).contains(iso);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020",
                "June",
                "3 June",
                "31 February 2020",
                "June 32, 2020",
                "In June 2020 it rained",
                "4,643",
                "May I ask",
                "1.2.3",
                "13.13.2020",
                "v2020-06-03",
                "2020-06-03 2020-06-04",
                "June 3, 0020",
                ""
            })
    void whatIsNoDate(String written) {
        assertThat(new WrittenDates().whole(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A. Title. https://e.com/a. Retrieved June 3, 2020. | 2020-06-03",
                "https://e.com/a (accessed 3 June 2020) | 2020-06-03",
                "Retrieved 2020-06-03, from https://e.com/a | 2020-06-03",
                "https://e.com/a (abgerufen am 3. Juni 2020) | 2020-06-03",
                "https://e.com/a, Zugriff: 03.06.2020 | 2020-06-03",
                "https://e.com/a (consulté le 3 juin 2020) | 2020-06-03",
                "https://e.com/a (дата обращения: 03.06.2020) | 2020-06-03",
                "https://e.com/a (Erişim tarihi: 3 Haziran 2020) | 2020-06-03",
                "https://e.com/a [last accessed in] 2020 | ''",
                "https://e.com/a (accessed 2020) | 2020",
                "https://e.com/a (accessed 03/06/2020) | 2020",
                "https://e.com/a (accessed 05/12/2020) | 2020",
                "https://e.com/a (accessed 12/05/2020) | 2020",
                "https://e.com/a (accessed 12/12/2020) | 2020-12-12",
                "https://e.com/a (accessed 12/13/2020) | 2020-12-13",
                "https://e.com/a (accessed 13/12/2020) | 2020-12-13",
                "https://e.com/a (accessed 1400) | 1400",
                "https://e.com/a (accessed 1399) | ''",
                "https://e.com/a (accessed 2199) | 2199",
                "https://e.com/a (accessed 2200) | ''",
                "https://e.com/a (accessed 31 December 2020) | 2020-12-31",
                "https://e.com/a (accessed 1 December 2020) | 2020-12-01",
                "https://e.com/a (accessed 0 December 2020) | ''",
                "https://e.com/a (accessed 2020 7 apples) | 2020",
                "https://e.com/a was visited by many in 2020 | ''",
                "https://e.com/b, retrieved June 3, 2020. https://e.com/a | ''",
            })
    void theDateOfReadingBesideTheCitation(String text, String iso) {
        assertThat(last(text).accessed().orElse("")).isEqualTo(iso);
    }

    @Test
    void theSentenceIsFoldedAndShort() {
        var long300 = "word ".repeat(200);
        assertThat(last("First one. See J. Doe in the\n  U.S. at https://e.com/a for\tmore. Then.")
                        .sentence())
                .contains("See J. Doe in the U.S. at https://e.com/a for more.");
        assertThat(last(long300 + "https://e.com/a " + long300).sentence().orElseThrow())
                .hasSizeLessThanOrEqualTo(Sentences.LONGEST)
                .contains("https://e.com/a");
        assertThat(last("😀".repeat(400) + " https://e.com/a " + "😀".repeat(400))
                        .sentence()
                        .orElseThrow()
                        .codePoints()
                        .boxed())
                .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        assertThat(last("https://e.com/" + "a".repeat(400)).sentence()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://e.com/a\nThe next line is another thing.",
                "https://e.com/a\n\tTitle of another entry\nhttps://e.com/b",
                "1. https://e.com/a\n2. A second entry",
                "- <https://e.com/a>\n- Another entry",
                "* https://e.com/a.\nA. Author: Another work",
            })
    void theSentenceOfAnEntryAloneOnItsLineEndsThere(String text) {
        assertThat(TestDocuments.find(text).get(0).context().sentence().orElseThrow())
                .endsWith(text.substring(text.indexOf("https"), text.indexOf('\n'))
                        .strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "as https://e.com/a\nsays of it.",
                "https://e.com/a is what\nsays of it.",
                "see https://e.com/a,\nit says of it."
            })
    void theSentenceOfAMentionGoesOnInTheNextLine(String text) {
        assertThat(TestDocuments.find(text).get(0).context().sentence().orElseThrow())
                .endsWith("says of it.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Is it? See https://e.com/a! Then. | See https://e.com/a!",
                "One.See https://e.com/a. Then. | One.See https://e.com/a.",
                "A. See https://e.com/a in it. B | A. See https://e.com/a in it.",
                "HA. See https://e.com/a in it. | See https://e.com/a in it.",
                "a. See https://e.com/a in it. | See https://e.com/a in it.",
                "A! See https://e.com/a in it. | See https://e.com/a in it.",
                "这是。看 https://e.com/a 吧。下一句。 | 看 https://e.com/a 吧。",
                "See https://e.com/a at the end | See https://e.com/a at the end",
            })
    void theSentenceGoesFromOneEndToTheNext(String text, String sentence) {
        assertThat(last(text).sentence()).contains(sentence);
    }

    @Test
    void aSentenceTooLongToShowHasWholeWordsOnBothSides() {
        var words = "word ".repeat(200);
        for (var shift = 0; shift < 5; shift++) {
            var sentence = last(words + "x".repeat(shift) + " https://e.com/a " + words)
                    .sentence()
                    .orElseThrow();
            assertThat(sentence)
                    .matches("(?:word )+(?:x+ )?https://e.com/a(?: word)+")
                    .hasSizeGreaterThan(280);
            assertThat(sentence.indexOf("https")).isBetween(120, 150);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'  a \u00A0\u2003\t b\n', a b",
        "'\u0000a\u0085\u007Fb ', a b",
        "'a\u200Bb\u00AD\uFEFF', ab",
        "'é~水\u2013', é~水\u2013",
        "' \u00A0 ', ''",
    })
    void whiteSpaceIsFoldedAndTheInvisibleDropped(String text, String folded) {
        assertThat(Sentences.fold(text)).isEqualTo(folded);
    }

    @Test
    void theHeadingIsTheNearestAboveThatHasText() {
        var text = "https://e.com/0 One https://e.com/1 Two    https://e.com/2";
        var blocks = List.of(
                TestDocuments.block(TextBlock.Kind.PROSE, 0, "https://e.com/0", 0),
                TestDocuments.block(TextBlock.Kind.HEADING, 1, "One", 16),
                TestDocuments.block(TextBlock.Kind.PROSE, 0, "https://e.com/1", 20),
                TestDocuments.block(TextBlock.Kind.HEADING, 2, "Two", 36),
                TestDocuments.block(TextBlock.Kind.HEADING, 2, "  ", 40),
                TestDocuments.block(TextBlock.Kind.PROSE, 0, "https://e.com/2", 43));
        assertThat(TestDocuments.finder()
                        .find(TestDocuments.of(Format.MARKDOWN, text, blocks, List.of()))
                        .citations())
                .extracting(c -> c.context().heading().orElse("-"))
                .containsExactly("-", "One", "Two");
    }

    @ParameterizedTest
    @CsvSource({"' the  words ', the words", "'', -", "' ', -"})
    void theWordsOfALinkAreFolded(String words, String shown) {
        var link = new ExplicitLink(ExplicitLink.Kind.LINK, "https://e.com/a", 0, 15, words);
        var document = TestDocuments.of(Format.HTML, "https://e.com/a", List.of(), List.of(link));
        assertThat(TestDocuments.finder().find(document).citations())
                .extracting(c -> c.context().linkText().orElse("-"))
                .containsExactly(shown);
    }

    @Test
    void theDayOfTheLineIsThatOfItsLastChange() {
        var plain = TestDocuments.text("https://e.com/1\nhttps://e.com/2");
        var dated = new Document(
                "a.txt",
                Format.TEXT,
                "UTF-8",
                "0",
                plain.source(),
                plain.reading(),
                line -> line == 2 ? Optional.of(LocalDate.of(2020, 6, 3)) : Optional.empty(),
                List.of());
        assertThat(TestDocuments.finder().find(dated).citations())
                .extracting(c -> c.context().committed().orElse("-"))
                .containsExactly("-", "2020-06-03");
    }

    @Test
    void anAccessDateBelongsToTheAddressBesideIt() {
        assertThat(TestDocuments.find("https://e.com/1 x. Retrieved June 3, 2020, from https://e.com/2 and on."))
                .extracting(c -> c.context().accessed().orElse("-"))
                .containsExactly("2020-06-03", "2020-06-03");
        assertThat(TestDocuments.find("Retrieved June 3, 2020, from https://e.com/1 and https://e.com/2"))
                .extracting(c -> c.context().accessed().orElse("-"))
                .containsExactly("2020-06-03", "-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "By Ada Lindqvist | Ada Lindqvist",
                "By Ada Lindqvist and Bo Ek | Ada Lindqvist and Bo Ek",
                "By Ada Maria Eva Lindqvist | Ada Maria Eva Lindqvist",
                "By Ada | ''",
                "By Ada Maria Eva Lotta Lindqvist | ''",
                "By the way of all | ''",
                "Ada Lindqvist | ''",
            })
    void aLineThatSaysByNeedsNoDate(String line, String author) {
        var context = last("The Quiet Years of the Harbour Office  \n" + line + "\nBody.\nhttps://e.com/a");
        assertThat(context.author().orElse("")).isEqualTo(author);
        assertThat(context.title().isPresent()).isEqualTo(!author.isEmpty());
        assertThat(context.date()).isEmpty();
    }

    @Test
    void aPassageEndsBehindTheAddressThatClosesIt() {
        var text = HEADER + "Body.\nhttps://e.com/1\n\nhttps://e.com/2\n\nOther https://e.com/3";
        assertThat(TestDocuments.find(text))
                .extracting(c -> c.context().author().isPresent())
                .containsExactly(true, true, false);
    }

    @Test
    void aHeaderHasOneBlankLineBetweenAtMost() {
        assertThat(last("Ada Lindqvist\n\nJune 3, 2020\nBody\nhttps://e.com/a").author())
                .isPresent();
        assertThat(last("Ada Lindqvist\n\n\nJune 3, 2020\nBody\nhttps://e.com/a")
                        .author())
                .isEmpty();
    }
}
