package ibid.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.ContainerReader.Contents;
import ibid.document.ExplicitLink;
import ibid.document.pdf.PdfPage.Link;
import ibid.document.pdf.PdfPage.Range;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of a page: each pair of bars is an annotation, in the order of the addresses. */
class LinkJoinTest {
    private static final String WORDS = "\n\n|words|";
    private static final String ELSEWHERE = "https://other.example/";

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                // One annotation a line.
                "see |https://e.com/a-|\\n|long/way| here # https://e.com/a-long/way # https://e.com/a-\\nlong/way",
                "see |e.com/a/|\\n|b/|\\n|c|. # https://e.com/a/b/c # e.com/a/\\nb/\\nc",
                "see |https:|\\n|//e.com/a| # https://e.com/a # https:\\n//e.com/a",
                "in |the logs of|\\n|all flights|. # https://e.com/l # the logs of\\nall flights",
                // The annotation covers less than is shown of its address.
                "see |https://e.com/a/|\\nb/c.html and # https://e.com/a/b/c.html # https://e.com/a/\\nb/c.html",
                "see |https://e.com/a|/b # https://e.com/a/b # https://e.com/a/b",
                // ... or ends where the address does.
                "see |https://e.com/a|\\nand more # https://e.com/a # https://e.com/a",
                "see |here|\\nand more # https://e.com/a # here",
            })
    void aLinkStandsOverAllThatIsShownOfIt(String picture, String address, String shown) {
        var text = picture.strip().replace("\\n", "\n");
        var contents = contents(text + WORDS, address.strip(), ELSEWHERE);
        assertThat(shown(contents)).containsExactly(shown.strip().replace("\\n", "\n"), "words");
        assertThat(contents.reading().links().get(0).destination()).isEqualTo(address.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "|PDF|\\n|PDF| and # PDF # PDF",
                "|one| and |two| # one # two",
                "|https://e.com/l|\\n|https://e.com/l| # https://e.com/l # https://e.com/l",
            })
    void linksOfOneAddressStayApartWhereEachIsWhole(String picture, String first, String second) {
        var text = picture.strip().replace("\\n", "\n") + WORDS;
        assertThat(shown(contents(text, "https://e.com/l", ELSEWHERE)))
                .containsExactly(first.strip(), second.strip(), "words");
    }

    @Test
    void linksThatOnlyRepeatTheirLineAreNotBelievedWhereTheTextGoesOn() {
        var text = "see |https://e.com/a-|\nlong/way and |https://e.com/b| here";
        assertThat(shown(contents(text, "https://e.com/a-", "https://e.com/b"))).containsExactly("https://e.com/b");
        // Another link shows that somebody set them on purpose.
        assertThat(shown(contents(text + WORDS, "https://e.com/a-", "https://e.com/b", ELSEWHERE)))
                .containsExactly("https://e.com/a-", "https://e.com/b", "words");
    }

    @Test
    void whatShowsNothingIsListedAtTheEndOfItsPage() {
        var page = new PdfPage(
                7, "text", List.of(new Link("https://e.com/1", List.of()), new Link("https://e.com/2", List.of())));
        var contents = new PdfContents(List.of(page)).contents(List.of());
        assertThat(contents.reading().links())
                .extracting(ExplicitLink::destination)
                .containsExactly("https://e.com/1", "https://e.com/2");
        for (var link : contents.reading().links()) {
            assertThat(contents.reading().parts())
                    .anyMatch(part -> part.start() <= link.start()
                            && link.start() < part.end()
                            && part.page().getAsInt() == 7);
        }
    }

    @Test
    void ofTwoLinksOverOneTextBothAreKept() {
        var whole = List.of(new Range(0, 4));
        var page = new PdfPage(
                1, "text\n", List.of(new Link("https://e.com/1", whole), new Link("https://e.com/2", whole)));
        var links = new PdfContents(List.of(page)).contents(List.of()).reading().links();
        assertThat(links).extracting(ExplicitLink::destination).containsExactly("https://e.com/1", "https://e.com/2");
        assertThat(links.get(1).start()).isEqualTo(links.get(1).end());
    }

    @Test
    void theRestOfALinkInAnotherPlaceIsNotReadAgain() {
        var text = "https://e.com/a-\n\nfootnote\n\nlong/way\n";
        var rest = text.indexOf("long");
        var link = new Link("https://e.com/a-long/way", List.of(new Range(0, 16), new Range(rest, rest + 8)));
        var contents = new PdfContents(List.of(new PdfPage(1, text, List.of(link)))).contents(List.of());
        assertThat(contents.reading().links()).hasSize(1);
        assertThat(contents.reading().blocks()).noneMatch(block -> block.text().contains("long/way"));
    }

    @Test
    void manyLinksTakeTimeInProportion() {
        var text = "ab ".repeat(100_000);
        var links = new ArrayList<Link>();
        for (var i = 0; i < 100_000; i++) {
            links.add(new Link("https://e.com/" + i % 7, List.of(new Range(3 * i, 3 * i + 2))));
        }
        var contents = new PdfContents(List.of(new PdfPage(1, text, links))).contents(List.of());
        assertThat(contents.reading().links()).hasSize(100_000);
    }

    private static Contents contents(String picture, String... addresses) {
        var links = new ArrayList<Link>();
        var text = new StringBuilder();
        var start = -1;
        for (var i = 0; i < picture.length(); i++) {
            var c = picture.charAt(i);
            if (c != '|') {
                text.append(c);
            } else if (start < 0) {
                start = text.length();
            } else {
                // Annotations of one link follow each other, as producers write them.
                links.add(new Link("", List.of(new Range(start, text.length()))));
                start = -1;
            }
        }
        var addressed = new ArrayList<Link>();
        for (var i = 0; i < links.size(); i++) {
            var fromEnd = addresses.length - (links.size() - i);
            addressed.add(new Link(addresses[Math.max(0, fromEnd)], links.get(i).ranges()));
        }
        return new PdfContents(List.of(new PdfPage(1, text.toString(), addressed))).contents(List.of());
    }

    private static List<String> shown(Contents contents) {
        var text = contents.source().text();
        return contents.reading().links().stream()
                .map(link -> text.substring(link.start(), link.end()))
                .toList();
    }
}
