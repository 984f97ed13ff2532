package ibid.citation;

import static ibid.citation.TestDocuments.find;
import static ibid.citation.TestDocuments.pictured;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bars enclose what is found, over all its lines. A refusing picture shows that an address ends with its line. {@code ~} stands for
 * a line end, so that a picture fits in a line here.
 */
class SplitUrlTest {
    /** A line of a paragraph that shows where the margin is. */
    private static final String PROSE =
            "The committee met in the spring of that year and published its findings there~";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // RFC 3986 appendix C
                "from <|ftp://foo.example.~com/rfc/|>.",
                "in <|http://www.ics.uci.edu/pub/~ietf/uri/historical.html#WARNING|>.",
                "<URL:|http://e.com/a-~b|> x",
                "<URL: |http://e.com/a~b|>",
                "> see <|http://e.com/a~> b/c|> x",
                "`text <|https://e.com/a/~  b/c|>`_ next",
                "\"|http://e.com/long/~path|\" x",
                "(URL: |http://e.com/long/~path|) x",
                "<|http://e.com/a~b~c~d|>",
            })
    void bracketsThatCloseLaterHoldOneAddress(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<|http://e.com/a|~is the page> x",
                "<|http://e.com/a|~b c>",
                "(|http://e.com/a|~b) x",
                "<|http://e.com/a|~b~c~d~e>",
                "<|http://e.com/a|~b",
                "<|http://e.com/a|~|http://e.com/b|>",
                "<|http://e.com/a|~~b>",
                "\"|http://e.com/a|~and more~here\"",
                "<|http://e.com/a|> b~c>",
            })
    void bracketsThatHoldMoreThanAnAddressJoinNothing(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "and from there on they are kept at |https://example.org/reports/2019/annual-~review-of-harbours.html| for all",
                "and from there on they are kept at |https://example.org/reports/annual/~review.html|, and elsewhere",
                "and from there on they are kept at |https://example.org/reports?year=2019&~month=5|.",
                "and from there on they are kept at |https://example.org/reports/view?document=~annual_2019.pdf| now",
                "and from there on they are kept at |https://example.org/reports/2019/annual_~review| for all to read",
                "and from there on they are kept at |https://example.org/reports/2019/the%20~annual%20review| for all",
                "and from there on they are kept at |https://example.org/reports/2019/annual.~html|, and elsewhere",
                "and from there on they are kept at |https://example.org/reports/2019/annualre~?year=2019&month=5| now",
                "and from there on they are kept at |https://example.org/reports/2019/annualre~&month=5| now",
                "and from there on they are kept at |https://example.org/reports/2019/annual-re~view/of-the/harbours.html|",
                "and from there on they are kept at |https://example.org/reports/2019/annual/~1998/05/12/the-harbours-and-the-docks-of-the-north-and-of-the-south-and-the-west~-coast.html|.",
            })
    void aForcedBreakAndTheRestOfAnAddressAreJoined(String picture) {
        assertPicture(PROSE + picture);
        assertPicture("> " + PROSE.replace("~", "~> ") + picture.replace("~", "~> "));
        assertPicture("  " + PROSE.replace("~", "~  ") + picture.replace("~", "~  "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Sentence punctuation, and a capital word.
                "and from there on they are kept at |https://example.org/reports/2019/annual|.~The review was made",
                "and from there on they are kept at |https://example.org/reports/2019/annual|,~review.html and others",
                "and from there on they are kept at |https://example.org/reports/2019/annual|;~review.html and others",
                "and from there on they are kept at |https://example.org/reports/2019/annual|)~review.html and others",
                "and from there on they are kept at |https://example.org/reports/2019/annuals/|~Review of harbours",
                "and from there on they are kept at |https://example.org/reports/2019/en-US/|~Google: this way",
                "and from there on they are kept at |https://example.org/reports/2019/annual|?~then/there it is",
                // The rest of the sentence.
                "and from there on they are kept at |https://example.org/reports/2019/annual/|~for all to read",
                "and from there on they are kept at |https://example.org/reports/2019/annual/|~and/or elsewhere",
                "and from there on they are kept at |https://example.org/reports/2019/annual/|~state-of-the-art docks",
                "and from there on they are kept at |https://example.org/reports/2019/annual/|~2019 was a year",
                "and from there on they are kept at |https://example.org/reports/2019/annual-re|~view of the harbours",
                // Something else.
                "and from there on they are kept at |https://example.org/reports/2019/annual/|~|https://example.org/b.html|",
                "and from there on they are kept at |https://example.org/reports/2019/annual/|~|www.e.com/review.html| and",
                "and from there on they are kept at |https://example.org/reports/2019/annual/|~|doi:10.1000/182| and",
                "and from there on they are kept at |https://example.org/reports/2019/annual/|~me@example.org/x.html and",
                "and from there on they are kept at |https://example.org/reports/2019/annual/|~-- the review/of/it",
                "and from there on they are kept at |https://example.org/reports/2019/annual/|~12. review/of/it",
                "and from there on they are kept at |https://example.org/reports/2019/annual/|~3.7.1 review/of/it",
                "and from there on they are kept at |https://example.org/reports/2019/annual/|~~review.html and others",
                "and from there on they are kept at |https://example.org/reports/2019/annual/|~> review.html and others",
                // The line had room.
                "and they are kept at |https://example.org/annual-|~review.html and others",
                "and they are kept at |https://example.org/annual/|~review.html and others",
            })
    void anAddressEndsWithItsLine(String picture) {
        assertPicture(PROSE + picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- see |https://example.org/reports/2019/annual/|~review.html",
                "* see |https://example.org/reports/2019/annual/|~review.html",
                "> see |https://example.org/reports/2019/annual/|~review.html",
                "see |https://example.org/reports/2019/annual/|~> review.html",
                "see |https://e.org/a/|~review.html",
            })
    void linesThatDoNotBelongTogetherAreNotJoined(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1] A. Author: Title of a work, |https://example.org/reports/annual/~review.html|, accessed 2020.",
                "[1] A. Author: Title of a work, |https://example.org/reports/annual/~    review.html|, accessed 2020.",
                "- A. Author: Title of a work, |https://example.org/reports/annual/~  review.html|",
                "A. Author: Title of a work, |https://example.org/reports/annual-~review-of-things-that-were-seen-by-those-who-were-then-in-~charge|",
                "A. Author: Title of a work, |www.example.org/reports/annual/~review.html|",
            })
    void entriesOfTwoLinesShowTheirMarginThemselves(String picture) {
        assertPicture(picture);
    }

    @Test
    void aHyphenIsKeptFirstAndDroppedSecond() {
        var split = find((PROSE
                                + "and from there on they are kept at https://example.org/reports/2019/annual-~review-of-it.html")
                        .replace('~', '\n'))
                .get(0);
        assertThat(split.cited()).isEqualTo("https://example.org/reports/2019/annual-review-of-it.html");
        assertThat(split.split()).hasValueSatisfying(s -> {
            assertThat(s.joined()).isEqualTo(split.cited());
            assertThat(s.others()).containsExactly("https://example.org/reports/2019/annualreview-of-it.html");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00AD", "\u2010"})
    void aSoftHyphenIsAlwaysDropped(String hyphen) {
        var split = find((PROSE + "and from there on they are kept at https://example.org/reports/2019/annual" + hyphen
                                + "~review now")
                        .replace('~', '\n'))
                .get(0);
        assertThat(split.cited()).isEqualTo("https://example.org/reports/2019/annualreview");
        assertThat(split.split()).hasValueSatisfying(s -> assertThat(s.others()).isEmpty());
        assertThat(split.text()).endsWith("annual" + hyphen + "\nreview");
    }

    private static void assertPicture(String picture) {
        var shown = picture.replace('~', '\n');
        assertThat(pictured(shown.replace("|", ""))).isEqualTo(shown);
    }
}
