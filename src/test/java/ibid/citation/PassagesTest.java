package ibid.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a pasted passage begins and ends, and how long its lines may be. */
class PassagesTest {
    private static final String TITLE = "The Quiet Years of the Harbour Office\n";
    private static final String BEHIND = "\nBody.\nhttps://e.com/a";

    private static Context last(String text) {
        var found = TestDocuments.find(text);
        return found.get(found.size() - 1).context();
    }

    private static List<String> authors(String text) {
        return TestDocuments.find(text).stream()
                .map(c -> c.context().author().orElse("-"))
                .toList();
    }

    private static String name(int length) {
        return "A" + "d".repeat(length - 11) + " Lindqvist";
    }

    @ParameterizedTest
    @CsvSource({"80, true", "81, false"})
    void aLineOfNamesHasEightyCharactersAtMost(int length, boolean named) {
        var author = Optional.of(name(length)).filter(name -> named);
        assertThat(last(TITLE + name(length) + "\nJune 3, 2020" + BEHIND).author())
                .isEqualTo(author);
        var byLine = Optional.of(name(length - 3)).filter(name -> named);
        assertThat(last(TITLE + "By " + name(length - 3) + BEHIND).author()).isEqualTo(byLine);
    }

    @ParameterizedTest
    @CsvSource({"60, 2020-06-03", "61, -"})
    void aLineOfADateHasSixtyCharactersAtMost(int length, String date) {
        var line = "June 3," + " ".repeat(length - 11) + "2020";
        assertThat(last(TITLE + "Ada Lindqvist\n" + line + BEHIND).date().orElse("-"))
                .isEqualTo(date);
        assertThat(last(TITLE + line + "\nAda Lindqvist" + BEHIND).date().orElse("-"))
                .isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({"200, true", "201, false"})
    void aTitleHasTwoHundredCharactersAtMost(int length, boolean taken) {
        var title = "The Harbour of " + "X".repeat(length - 15);
        assertThat(last(title + "\nAda Lindqvist\nJune 3, 2020" + BEHIND).title())
                .isEqualTo(Optional.of(title).filter(t -> taken));
    }

    @ParameterizedTest
    @CsvSource({
        "Ada Lindqvist, true",
        "Ada von Lindqvist, true",
        "Ada de la van der Lindqvist, true",
        "A. B. Lindqvist, true",
        "Ada Lindqvist-Ek, true",
        "ADA LINDQVIST, false",
        "Ada de la van der den Lindqvist, false",
        "Ada, false",
        "ada lindqvist, false",
        "Ada Lindqvist 2, false",
        "Ada Maria Eva Lotta Lindqvist, false",
    })
    void namesOfPersons(String name, boolean isName) {
        assertThat(last(TITLE + "June 3, 2020\n" + name + BEHIND).author())
                .isEqualTo(Optional.of(name).filter(n -> isName));
    }

    @ParameterizedTest
    @CsvSource({
        "Reuters, true",
        "NASDAQ, true",
        "ABC News, true",
        "24/7 Wall St., true",
        "5newsonline.com, true",
        "The New York Times, true",
        "Senior Member, false",
        "a line of text, false",
        "- ABC News, false",
    })
    void aNewspaperIsAnAuthorOnlyBetweenTitleAndDate(String name, boolean isName) {
        var expected = Optional.of(name).filter(n -> isName);
        var between = last(TITLE + name + "\nJune 3, 2020" + BEHIND);
        assertThat(between.author()).isEqualTo(expected);
        assertThat(between.title()).isEqualTo(expected.map(n -> TITLE.strip()));
        assertThat(last("\n" + name + "\nJune 3, 2020" + BEHIND).author()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TITLE + "Ada Lindqvist  \n  June 3, 2020  " + BEHIND,
                "\n\n" + TITLE + "Ada Lindqvist\nJune 3, 2020" + BEHIND,
                "   \n" + TITLE + "\nAda Lindqvist\n \t \nJune 3, 2020" + BEHIND,
                TITLE + "June 3, 2020\nAda Lindqvist" + BEHIND,
            })
    void whiteSpaceAroundTheLinesOfAHeaderMeansNothing(String text) {
        assertThat(last(text).title()).contains(TITLE.strip());
        assertThat(last(text).author()).contains("Ada Lindqvist");
        assertThat(last(text).date()).contains("2020-06-03");
    }

    @Test
    void aSentenceIsNoTitleWhateverSpacesFollowIt() {
        assertThat(last("The harbour office was quiet.  \nAda Lindqvist\nJune 3, 2020" + BEHIND)
                        .title())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The Tunnel Is Open. Here Is What It Cost. | true",
                "Harbour Firm Sold To Lindqvist Inc. | true",
                "The tunnel is open. Here is what it cost. | false",
                "The harbour of Lindqvist is sold again. | false",
                "The Tunnel Is Open: | false",
                "iPhone maker buys a harbour | true",
                "eBay sells the old tunnel | true",
                "and then the harbour was sold | false",
                "#HarbourWeek opens with a boat race | true",
                "# A heading of some markup | false",
                "#1 of the harbour list | false",
                "[VIDEO] The harbour from above | true",
                "[Update: open again] The tunnel under the harbour | true",
                "[12] A note on the harbour | false",
                "[the harbour](of-markup.html) of markup | false",
                "[a remark that ends nowhere | false",
            })
    void whatATitleBeginsAndEndsWith(String line, boolean isTitle) {
        assertThat(last("The page before ended here.\n\n" + line + "\nAda Lindqvist\nJune 3, 2020" + BEHIND)
                        .title())
                .isEqualTo(Optional.of(line).filter(title -> isTitle));
    }

    @Test
    void aHeaderIsFoundFarDownInALongText() {
        var before = "The committee met and wrote down what it had seen.\n".repeat(100) + "\n";
        assertThat(last(before + TITLE + "Ada Lindqvist\nJune 3, 2020" + BEHIND).title())
                .contains(TITLE.strip());
        assertThat(authors(before + TITLE + "Ada Lindqvist\nJune 3, 2020\nBody.\nhttps://e.com/1\n\nhttps://e.com/2"))
                .containsExactly("Ada Lindqvist", "Ada Lindqvist");
    }

    @Test
    void whatStandsInAHeaderIsInNoPassage() {
        assertThat(authors("The Quiet Years of Muhsinlar.net\nBy Ada Lindqvist" + BEHIND))
                .containsExactly("-", "Ada Lindqvist");
        assertThat(authors(TITLE + "Ada Lindqvist\nJune 3, 2020" + BEHIND
                        + "\nThe Loud Years of Muhsinlar.net\nBo Ek\nJune 4, 2020" + BEHIND))
                .containsExactly("Ada Lindqvist", "-", "Bo Ek");
        assertThat(authors(TITLE + "Ada Lindqvist\nJune 3, 2020\nBody.\n"
                        + "The Loud Years of Muhsinlar.net\nBo Ek\nJune 4, 2020" + BEHIND))
                .containsExactly("-", "Bo Ek");
    }

    @Test
    void theLineOfOneAuthorIsNotTheTitleOfTheNext() {
        var context = last(TITLE + "By Ada Lindqvist\nBo Ek\nJune 4, 2020" + BEHIND);
        assertThat(context.author()).contains("Bo Ek");
        assertThat(context.title()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2048, -", "2049, Ada Lindqvist"})
    void anAddressClosesAPassageUpToALengthThatPeopleRead(int length, String behind) {
        var closing = "https://e.com/" + "a".repeat(length - 14);
        assertThat(authors(TITLE + "Ada Lindqvist\nJune 3, 2020\nBody.\n" + closing + "\nText of https://e.com/z"))
                .containsExactly("Ada Lindqvist", behind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://e.com/1",
                "<https://e.com/1>",
                "www.e.com/1",
                "Source: https://e.com/1",
                "Quelle:https://e.com/1",
                "(https://e.com/1)",
            })
    void anAddressAloneOnItsLineClosesAPassage(String closing) {
        var text = TITLE + "Ada Lindqvist\nJune 3, 2020\nBody.\n" + closing + "\nText of https://e.com/z";
        assertThat(authors(text)).containsExactly("Ada Lindqvist", "-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"see https://e.com/1", "https://e.com/1 too", "ftp://e.com/1", "- https://e.com/1", "e.com"})
    void anAddressInALineOfTextClosesNothing(String line) {
        var text = TITLE + "Ada Lindqvist\nJune 3, 2020\nBody.\n" + line + "\nText of https://e.com/z";
        assertThat(authors(text)).containsExactly("Ada Lindqvist", "Ada Lindqvist");
    }
}
