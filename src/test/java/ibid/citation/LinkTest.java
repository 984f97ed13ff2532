package ibid.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import ibid.config.TestSettings;
import ibid.document.Document;
import ibid.document.ExplicitLink;
import ibid.document.ExplicitLink.Kind;
import ibid.document.Format;
import ibid.document.OffsetMap;
import ibid.document.TextBlock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {
    private static List<Citation> links(Kind kind, String destination) {
        var source = "x (" + destination + ") y";
        var link = new ExplicitLink(kind, destination, 3, 3 + destination.length(), "words");
        var document = TestDocuments.of(Format.MARKDOWN, source, List.of(), List.of(link));
        return TestDocuments.finder().find(document).citations();
    }

    @ParameterizedTest
    @CsvSource({
        "LINK, https://e.com/a, LINK",
        "LINK, //e.com/a, LINK",
        "LINK, tel:+123, LINK",
        "LINK, ftp://e.com/a, LINK",
        "LINK, HTTP://E.COM, LINK",
        "IMAGE, https://e.com/a.png, IMAGE",
        "IMAGE, a.png, FILE",
        "REFERENCE, https://e.com/a, REFERENCE",
        "REFERENCE, a.md, FILE",
        "AUTOLINK, https://e.com/a, BARE_URL",
        "AUTOLINK, www.e.com, BARE_URL",
        "AUTOLINK, me@e.com, MAIL",
        "AUTOLINK, mailto:me@e.com, MAIL",
        "LINK, mailto:me@e.com, MAIL",
        "LINK, a/b.md#c, FILE",
        "LINK, '#c', FILE",
        "LINK, /a/b, FILE",
        "LINK, ?a=b, FILE",
        "LINK, file:///a/b, FILE",
        "LINK, C:\\a\\b.md, FILE",
        "LINK, notes.md:12, FILE",
    })
    void theDestinationDecidesTheKind(Kind kind, String destination, CitationKind expected) {
        assertThat(links(kind, destination))
                .extracting(Citation::kind, Citation::text, Citation::cited)
                .containsExactly(tuple(expected, destination, destination));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "data:text/plain,hello",
                "javascript:void(0)",
                "JavaScript:alert(1)",
                "vbscript:x",
                "about:blank"
            })
    void contentAndCodeAreNoCitations(String destination) {
        assertThat(links(Kind.LINK, destination)).isEmpty();
    }

    @Test
    void anExplicitLinkWinsOverTheAddressInTheTextAndBothComeInOrder() {
        var source = "see <https://e.com/a> and https://e.com/b\n\n[x]: https://e.com/c";
        var document = TestDocuments.with(
                Format.MARKDOWN,
                source,
                List.of(
                        new ExplicitLink(Kind.AUTOLINK, "https://e.com/a", 5, 20, ""),
                        new ExplicitLink(Kind.REFERENCE, "https://e.com/c", 48, 63, "")));
        var found = TestDocuments.finder().find(document).citations();
        assertThat(found)
                .extracting(Citation::kind, Citation::text)
                .containsExactly(
                        tuple(CitationKind.BARE_URL, "https://e.com/a"),
                        tuple(CitationKind.BARE_URL, "https://e.com/b"),
                        tuple(CitationKind.REFERENCE, "https://e.com/c"));
    }

    @Test
    void aLinkHasItsTextItsHeadingAndItsSentence() {
        var source = "# Top\n\nOne. See [the page](https://e.com/a?x=1&amp;y=2) for more. Two.";
        var start = source.indexOf("https");
        var prose = new OffsetMap.Builder()
                .add("One. See ", 7, 16)
                .add("the page", 17, 25)
                .add(" for more. Two.", source.indexOf(" for"), source.length())
                .build(TextBlock.Kind.PROSE, 0);
        var document = TestDocuments.of(
                Format.MARKDOWN,
                source,
                List.of(TestDocuments.block(TextBlock.Kind.HEADING, 1, "Top", 2), prose),
                List.of(new ExplicitLink(
                        Kind.LINK, "https://e.com/a?x=1&y=2", start, source.indexOf(")"), "the\npage")));
        var found = TestDocuments.finder().find(document).citations();
        assertThat(found).singleElement().satisfies(citation -> {
            assertThat(citation.text()).isEqualTo("https://e.com/a?x=1&amp;y=2");
            assertThat(citation.cited()).isEqualTo("https://e.com/a?x=1&y=2");
            assertThat(citation.role()).isEqualTo(Citation.Role.MENTION);
            assertThat(citation.context().linkText()).contains("the page");
            assertThat(citation.context().heading()).contains("Top");
            assertThat(citation.context().sentence()).contains("See the page for more.");
        });
    }

    @Test
    void aCutAddressSwallowsTheWholeOneAndIsRecognisedInADestinationToo() {
        var cut = "http://www.e.com/publications/2020-...s-and-the-long-name-of-a-page-to-be-cutt.html";
        var source = "see " + cut + " and (" + cut + ")";
        var link = new ExplicitLink(Kind.LINK, cut, source.lastIndexOf("http"), source.length() - 1, "t");
        var document = TestDocuments.of(
                Format.MARKDOWN,
                source,
                TestDocuments.blocks(source.substring(0, source.indexOf(" and"))),
                List.of(link));
        assertThat(TestDocuments.finder().find(document).citations())
                .extracting(Citation::kind, Citation::text, c -> c.truncation().map(Truncation::dialects))
                .containsExactly(
                        tuple(CitationKind.BARE_URL, cut, Optional.of(List.of("xenforo"))),
                        tuple(CitationKind.LINK, cut, Optional.of(List.of("xenforo"))));
    }

    @Test
    void programTextHoldsNoCitations() {
        var source = "https://e.com/a example.com";
        var document = TestDocuments.of(
                Format.MARKDOWN, source, List.of(TestDocuments.block(TextBlock.Kind.CODE, 0, source, 0)), List.of());
        assertThat(TestDocuments.finder().find(document).citations()).isEmpty();
    }

    @Test
    void theLimitIsReportedAndTheFirstAreKept() {
        var finder = new CitationFinder(TestSettings.limited(1 << 20, 3, 10));
        Document document = TestDocuments.text("https://e.com/a https://e.com/b https://e.com/c https://e.com/d");
        var found = finder.find(document);
        assertThat(found.citations())
                .extracting(Citation::text)
                .containsExactly("https://e.com/a", "https://e.com/b", "https://e.com/c");
        assertThat(found.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("first 3 citations"));
        assertThat(finder.find(TestDocuments.text("https://e.com/a https://e.com/b https://e.com/c"))
                        .problems())
                .isEmpty();
    }
}
