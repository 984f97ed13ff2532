package ibid.citation;

import static ibid.citation.TestDocuments.find;
import static ibid.citation.TestDocuments.pictured;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.ExplicitLink;
import ibid.document.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "and from there on they are kept at |https://example.org/reports/2019/annual-~%20review/of-it.html| now",
                "and from there on they are kept at |https://example.org/reports/2019/annual/~review_of_it| now",
                "and from there on they are kept at |https://example.org/reports/2019/annual/~review-of-all-the-docks| now",
                "and from there on they are kept at |https://example.org/reports/2019/annual/~review/| now",
                "and from there on they are kept at |https://example.org/reports/view?document=~annual_2019| now",
                "and from there on they are kept at |https://example.org/reports/2019/annual.~review/2019.html| now",
                "and from there on they are kept at |https://example.org/reports/2019/annualre~.html| now",
                "and from there on they are kept at (|https://example.org/reports/2019/annual-~review.html|) now",
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
                "and from there on they are kept at |https://example.org/reports/2019/annual-|~(review) of the harbours",
                "and from there on they are kept at |https://example.org/reports/2019/annual/|~(review.html",
                "and from there on they are kept at |https://example.org/reports/view?document=|~Annual review",
                "and from there on they are kept at |https://example.org/reports/view?document=|~(annual review",
                "and from there on they are kept at |https://example.org/reports/view/annual|?~annual_2019 and",
                "and from there on they are kept at |https://example.org/reports/2019/annual|.~review of the harbours",
                "and from there on they are kept at |https://example.org/reports/2019/annual|.~Review/2019.html",
                "and from there on they are kept at |https://example.org/reports/2019/annualre|~&c. and others",
                "and from there on they are kept at |https://example.org/reports/2019/annualre|~html and others",
                "and from there on they are kept at |https://example.org/reports/2019/annualre|~Review/of-it.html",
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
                "see |https://example.org/reports/annual/|~review.html",
                "The harbours  |https://example.org/reports/2019/annual/|~review.html  x",
                "The harbours\t|https://example.org/reports/2019/annual/|~review.html\tx",
                "The committee met~see |https://e.org/a/|~review.html",
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
                "see |https://example.org/reports/annuals/~review.html|",
                "|https://example.org/reports/2019/annual/~review.html|.",
                "The harbours  |https://example.org/reports/2019/annual/~review.html|, and more",
                "The committee met in the~see |https://e.org/a/bcd/~review.html|",
                "The committee met in the                        ~see |https://e.org/a/bcd/~review.html|",
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

    /** What the end of a line leaves open: another line of 77 characters stands before. */
    @ParameterizedTest
    @CsvSource({
        "annual-~Review of, annual-, annual-Review; annualReview",
        "annual?of=~harbours now, annual?of=, annual?of=harbours",
        "annualre~/view_of it, annualre, annualre/view_of",
        "annualre~view.html now, annualre, annualreview.html",
        "annual-~Reviewoftheharboursandthedocksofthenorthandofthesouthandofthewestandtheeastof-~coast.html now, "
                + "annual-, annual-Reviewoftheharboursandthedocksofthenorthandofthesouthandofthewestandtheeastof-coast.html;"
                + " annualReviewoftheharboursandthedocksofthenorthandofthesouthandofthewestandtheeastof-coast.html;"
                + " annual-Reviewoftheharboursandthedocksofthenorthandofthesouthandofthewestandtheeastofcoast.html;"
                + " annualReviewoftheharboursandthedocksofthenorthandofthesouthandofthewestandtheeastofcoast.html",
    })
    void whatMayGoOnIsCitedAsItStandsAndKeepsAllReadings(String picture, String cited, String readings) {
        var before = "https://example.org/reports/2019/";
        var text = PROSE + "and from there on they are kept at " + before + picture;
        var found = find(text.replace('~', '\n')).get(0);
        assertThat(found.cited()).isEqualTo(before + cited);
        assertThat(found.text()).isEqualTo(before + cited);
        assertThat(found.split()).hasValueSatisfying(split -> {
            var all = new ArrayList<String>();
            all.add(split.joined());
            all.addAll(split.others());
            assertThat(all)
                    .containsExactlyElementsOf(Stream.concat(Arrays.stream(readings.split("; ")), Stream.of(cited))
                            .map(reading -> before + reading)
                            .toList());
            assertThat(split.isSure(found.cited())).isFalse();
        });
    }

    @Test
    void aNameBehindAFolderMayGoOnWhereNoMarginShows() {
        var found = find("[1] A. Author: Title of a work, https://example.org/reports/\nreview_of_it now")
                .get(0);
        assertThat(found.cited()).isEqualTo("https://example.org/reports/");
        assertThat(found.split()).hasValueSatisfying(split -> {
            assertThat(split.joined()).isEqualTo("https://example.org/reports/review_of_it");
            assertThat(split.others()).containsExactly(found.cited());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "<http://e.com/a~b~c>, angle brackets",
        "\"http://e.com/a~b~c\", quotes",
        "(URL:http://e.com/a~b~c), brackets",
    })
    void bracketsSayWhatTheyHold(String text, String name) {
        var found = find(text.replace('~', '\n')).get(0);
        assertThat(found.cited()).isEqualTo("http://e.com/abc");
        assertThat(found.split()).hasValueSatisfying(split -> {
            assertThat(split.evidence()).startsWith("the " + name + " around it");
            assertThat(split.isSure(found.cited())).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({"63, true", "62, false"})
    void aLineShowsTheMarginWhenItEndsNearIt(int length, boolean joined) {
        var head = "and from there on they are kept at https://example.org/reports/2019/annual/";
        assertThat(head).hasSize(75);
        var found = find("x".repeat(length) + "\n" + head + "\nreview.html").get(0);
        assertThat(found.text().endsWith("review.html")).isEqualTo(joined);
    }

    @ParameterizedTest
    @CsvSource({"a_, false", "a_b, true"})
    void aPieceThatHadRoomIsNotJoined(String piece, boolean joined) {
        var head = "and from there on they are kept at https://example.org/reports/2019/annual/";
        var found =
                find(PROSE.replace('~', '\n') + head + "\n" + piece + " now").get(0);
        assertThat(found.text().endsWith(piece)).isEqualTo(joined);
    }

    @ParameterizedTest
    @CsvSource({"5, true", "6, true", "7, false"})
    void theMarginIsThatOfTheLinesNearby(int lines, boolean joined) {
        var head = "and from there on they are kept at https://example.org/reports/2019/annual/";
        var text = PROSE + "It was.~".repeat(lines - 1) + head + "~review.html now";
        assertThat(find(text.replace('~', '\n')).get(0).text().endsWith("review.html"))
                .isEqualTo(joined);
    }

    @ParameterizedTest
    @CsvSource({"committee, true", "review.html, false"})
    void aLinkInTheMarkupIsTheTruth(String linked, boolean joined) {
        var text = (PROSE
                        + "and from there on they are kept at https://example.org/reports/2019/annual/~review.html now~x")
                .replace('~', '\n');
        var start = text.indexOf(linked);
        var link = new ExplicitLink(ExplicitLink.Kind.LINK, "other.html", start, start + linked.length(), "");
        var document = TestDocuments.with(Format.MARKDOWN, text, List.of(link));
        assertThat(TestDocuments.finder().find(document).citations())
                .extracting(Citation::cited)
                .contains("other.html", "https://example.org/reports/2019/annual/" + (joined ? "review.html" : ""))
                .hasSize(2);
    }

    private static void assertPicture(String picture) {
        var shown = picture.replace('~', '\n');
        assertThat(pictured(shown.replace("|", ""))).isEqualTo(shown);
    }
}
