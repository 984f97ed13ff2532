package ibid.citation;

import static ibid.citation.TestDocuments.pictured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import ibid.config.TestSettings;
import ibid.document.Document;
import ibid.document.ExplicitLink;
import ibid.document.ExplicitLink.Kind;
import ibid.document.Format;
import ibid.document.LineDates;
import ibid.document.Part;
import ibid.document.Reading;
import ibid.document.SourceText;
import ibid.document.TextBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is cited where several readings of a place meet: of the markup, of its text, of a longer and of a shorter address. */
class SpotsTest {
    private static final String CUT = "http://www.mill.example/publicat...roups.html";

    /** The text without braces; what stood between them is a link of the markup. */
    private static List<Citation> linked(Kind kind, String picture) {
        var text = picture.replaceAll("[{}]", "");
        var links = new ArrayList<ExplicitLink>();
        var from = picture.indexOf('{');
        for (var braces = 0; from >= 0; braces += 2) {
            var to = picture.indexOf('}', from);
            links.add(new ExplicitLink(kind, picture.substring(from + 1, to), from - braces, to - braces - 1, "words"));
            from = picture.indexOf('{', to);
        }
        return TestDocuments.finder()
                .find(TestDocuments.with(Format.MARKDOWN, text, links))
                .citations();
    }

    @ParameterizedTest
    @CsvSource({
        "see {https://e.com/a} now, https://e.com/a",
        "on https://web.archive.org/web/2020/{https://e.com/a} now, https://e.com/a",
        "on {https://e.com}/a now, https://e.com",
        "at {e.com/a} now, e.com/a",
        "is {10.1000/182} it, 10.1000/182",
    })
    void whatTheMarkupSpellsOutWins(String picture, String cited) {
        assertThat(linked(Kind.LINK, picture)).extracting(Citation::cited).containsExactly(cited);
    }

    @Test
    void aCutAddressThatTheMarkupLinksIsOneAndCut() {
        assertThat(linked(Kind.AUTOLINK, "see {" + CUT + "} now"))
                .extracting(Citation::kind, Citation::cited, c -> c.truncation().isPresent())
                .containsExactly(tuple(CitationKind.BARE_URL, CUT, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {" and more", ")", "https://e.com/a?u="})
    void aDestinationThatHoldsMoreThanACutAddressIsNotCut(String more) {
        var destination = more.startsWith("http") ? more + CUT + " x" : CUT + more;
        assertThat(linked(Kind.LINK, "{" + destination + "}"))
                .extracting(Citation::cited, c -> c.truncation().isPresent())
                .containsExactly(tuple(destination, false));
    }

    @Test
    void aCutAddressThatIsDefinedIsADefinition() {
        assertThat(TestDocuments.find("See `the mill`_.\n\n.. _the mill: " + CUT))
                .extracting(Citation::kind, c -> c.truncation().isPresent())
                .containsExactly(tuple(CitationKind.REFERENCE, true));
    }

    @Test
    void theSentenceOfALinkIsTheOneItStandsIn() {
        assertThat(linked(Kind.LINK, "The mill is old. See {https://e.com/a} now. It stands."))
                .extracting(c -> c.context().sentence().orElse("-"))
                .containsExactly("See https://e.com/a now.");
    }

    @Test
    void addressesThatTouchAreTwo() {
        assertThat(linked(Kind.LINK, "x {https://e.com/a}{https://e.com/b} y"))
                .extracting(Citation::cited)
                .containsExactly("https://e.com/a", "https://e.com/b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|https://e.org/1| |swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2;origin=https://e.com/r.git| x",
                "|https://e.org/1| |swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2;origin=https://e.com/r|,"
                        + " |https://e.org/2| |swh:1:dir:94a9ed024d3859793618152ea559a168bbcbb5e2;origin=https://e.com/s|,"
                        + " |https://e.org/3|",
                "|https://doi.org/10.1000/182| and |10.1000/182|",
                "|https://e.org/a;mailto:me@e.com| and |hxxp://e.com/b|",
                "|https://e.org/1|, |hxxp://e.com/2|, |e.org|, |RFC 3986|, |www.e.com|, |mailto:me@e.com| and"
                        + " |ftp://e.com/3|",
                "|http://www.mill.example/publicat...roups.html| and |https://e.com/1| and |e.com|",
                "|swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2;origin=https://e.com/r| and"
                        + " |http://www.mill.example/publicat...roups.html| and |RFC 3986|",
                "|https://doi.org/10.1000/182|, |http://www.mill.example/publicat...roups.html|, |10.1000/182|",
            })
    void eachPlaceIsCitedOnceAndAllComeInOrder(String picture) {
        assertThat(pictured(picture.replace("|", ""))).isEqualTo(picture);
    }

    @Test
    void theLimitHoldsForAllBlocksAndLinksTogether() {
        var finder = new CitationFinder(TestSettings.limited(1 << 20, 3, 10));
        var text = "https://e.com/1\n\ne.org\n\nhttps://e.com/2 and RFC 3986\n\nhttps://e.com/3";
        assertThat(finder.find(TestDocuments.text(text)).citations())
                .extracting(Citation::cited)
                .containsExactly("https://e.com/1", "e.org", "https://e.com/2");
        var link = new ExplicitLink(Kind.LINK, "https://e.com/1", 0, 15, "");
        var found = finder.find(TestDocuments.with(Format.MARKDOWN, text, List.of(link)));
        assertThat(found.citations())
                .extracting(Citation::cited)
                .containsExactly("https://e.com/1", "e.org", "https://e.com/2");
        assertThat(found.problems()).hasSize(1);
    }

    @Test
    void anAddressLongerThanAnyServerTakesIsLeftOutAndSaid() {
        var longest = "https://e.com/" + "a".repeat(16_384 - 14);
        var whole = TestDocuments.finder().find(TestDocuments.text("see " + longest + " now"));
        assertThat(whole.citations()).extracting(Citation::cited).containsExactly(longest);
        assertThat(whole.problems()).isEmpty();
        var tooLong = TestDocuments.finder().find(TestDocuments.text("https://e.org/1 and " + longest + "a now"));
        assertThat(tooLong.citations()).extracting(Citation::cited).containsExactly("https://e.org/1");
        assertThat(tooLong.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("more than 16384 characters were left out"));
    }

    @Test
    void whoShowsOnlyWhatIsCitedFindsTheSame() {
        var document = TestDocuments.text(
                "# A list\n\nSee https://e.com/a, e.org and\n\n- https://e.com/b accessed 2020-06-03");
        var plain = TestDocuments.finder().citedAlone().find(document).citations();
        assertThat(plain)
                .extracting(Citation::cited, Citation::role, Citation::context)
                .containsExactly(
                        tuple("https://e.com/a", Citation.Role.MENTION, Context.NONE),
                        tuple("e.org", Citation.Role.MENTION, Context.NONE),
                        tuple("https://e.com/b", Citation.Role.MENTION, Context.NONE));
        assertThat(TestDocuments.finder().find(document).citations())
                .extracting(Citation::cited, Citation::text)
                .containsExactlyElementsOf(
                        plain.stream().map(c -> tuple(c.cited(), c.text())).toList());
    }

    @ParameterizedTest
    @CsvSource({"LINK, https://e.com/hidden", "REFERENCE, words"})
    void inAContainerTheAddressBehindWordsIsItsText(Kind kind, String text) {
        var link = new ExplicitLink(kind, "https://e.com/hidden", 4, 9, "words");
        var document = new Document(
                "a.docx",
                Format.DOCX,
                "UTF-8",
                "0",
                SourceText.ofContainer("see words and https://e.com/shown now"),
                Reading.inSourceOrder(
                                TestDocuments.blocks("see words and https://e.com/shown now"), List.of(link), List.of())
                        .withParts(List.of(Part.named(0, 12, "paragraph 1"), Part.ofPage(12, 40, 7))),
                LineDates.UNKNOWN,
                List.of());
        assertThat(TestDocuments.finder().find(document).citations())
                .extracting(Citation::text, Citation::cited, c -> c.place().label())
                .containsExactly(
                        tuple(text, "https://e.com/hidden", ":paragraph 1"),
                        tuple("https://e.com/shown", "https://e.com/shown", ":page 7"));
    }

    @Test
    void theTextOfAnotherPartIsNotAroundALink() {
        var text = "see words here and https://e.com/a";
        var link = new ExplicitLink(Kind.AUTOLINK, "https://e.com/a", 19, 34, "");
        var blocks = List.of(TestDocuments.block(TextBlock.Kind.PROSE, 0, "see words here", 0));
        var plain = TestDocuments.of(Format.JSON, text, blocks, List.of(link));
        var parts = new Document(
                "a.json",
                Format.JSON,
                "UTF-8",
                "0",
                plain.source(),
                plain.reading().withParts(List.of(Part.named(0, 14, "$.a"), Part.named(19, 34, "$.b"))),
                LineDates.UNKNOWN,
                List.of());
        assertThat(TestDocuments.finder().find(plain).citations())
                .extracting(c -> c.context().sentence())
                .containsExactly(Optional.of("see words here"));
        assertThat(TestDocuments.finder().find(parts).citations())
                .extracting(c -> c.context().sentence())
                .containsExactly(Optional.empty());
    }

    @Test
    void aPlaceOfATextFileIsNamedByLineAndColumn() {
        assertThat(TestDocuments.find("one\nsee https://e.com/a"))
                .extracting(
                        c -> c.place().label(),
                        c -> c.place().name(),
                        c -> c.place().location())
                .containsExactly(tuple(":2:5", "", Optional.empty()));
    }
}
