package ibid.document.xml;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.Entry;
import ibid.document.Format;
import ibid.document.TextBlock;
import ibid.document.readers.Marked;
import ibid.document.readers.Reads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class XmlGoldenTest {

    @Test
    void ofASitemapTheAddressesOfItsPagesAndImages() throws IOException {
        Marked.check(
                "sitemap.xml",
                sample("sitemap.xml"),
                List.of(
                        "https://shop.org/a?x=1&y=2",
                        "https://shop.org/de/a",
                        "https://shop.org/a.png",
                        "https://shop.org/b?x=1&y=2",
                        "https://shop.org/über/seals"));
    }

    @Test
    void ofAnRssFeedItsItemsOnceAndWhatTheirPagesCite() throws IOException {
        Marked.check(
                "news.rss",
                sample("news.rss"),
                List.of(
                        "https://news.org/",
                        "https://estuary.org/about",
                        "https://news.org/feed",
                        "https://news.org/logo.png",
                        "https://news.org/",
                        "https://news.org/2020/seals?a&b",
                        "https://news.org/2020/seals#comments",
                        "https://media.news.org/seals.mp3",
                        "https://src.org/?p=1&q=2",
                        "https://plain.org/x",
                        "https://news.org/img/1.png",
                        "https://src.org/?p=3&q=4",
                        "https://media.news.org/1.jpg",
                        "https://media.news.org/t.jpg",
                        "https://news.org/?p=2",
                        "https://news.org/3",
                        "https://other.org/rss"));
    }

    @Test
    void ofAnAtomFeedItsEntriesOnceAndWhatTheirPagesCite() throws IOException {
        Marked.check(
                "blog.atom",
                sample("blog.atom"),
                List.of(
                        "https://blog.org/",
                        "https://blog.org/feed.atom",
                        "https://gen.org/",
                        "https://blog.org/tides",
                        "https://roe.org/",
                        "https://blog.org/notes/1",
                        "https://e.org/?a&b",
                        "https://blog.org/elsewhere",
                        "https://else.org/",
                        "https://blog.org/elsewhere.pdf"));
    }

    @Test
    void ofAnArticleItsLinksFilesAndIdentifiers() throws IOException {
        Marked.check(
                "article.nxml",
                sample("article.nxml"),
                List.of(
                        "issn:1932-6203",
                        "doi:10.5555/seals.1",
                        "https://orcid.org/0000-0002-1825-0097",
                        "https://creativecommons.org/licenses/by/4.0/",
                        "seals.pdf",
                        "doi:10.5555/comment.1",
                        "https://data.org/?a=1&b=2",
                        "https://plain.org/data",
                        "g1.tif",
                        "doi:10.5555/seals.1.g001",
                        "seals-g001.tif",
                        "https://uri.org/",
                        "doi:10.5555/tides.2019",
                        "pmid:12345678",
                        "https://trust.org/counts",
                        "doi:10.5555/counts"));
    }

    @Test
    void ofBooksWhatTheirTextCites() throws IOException {
        Marked.check(
                "manual.xml",
                sample("manual.xml"),
                List.of(
                        "chapter-2.xml",
                        "https://db.org/5",
                        "https://db.org/4",
                        "notes.html",
                        "https://plain.org/db",
                        "seal.png"));
        Marked.check(
                "letters.xml",
                sample("letters.xml"),
                List.of("https://tei.org/1", "https://tei.org/2", "letter-2.xml", "seal.jpg"));
    }

    @Test
    void ofValuesForProgramsOnlyAddresses() throws IOException {
        Marked.check(
                "pom.xml",
                sample("pom.xml"),
                List.of("https://build.org/seals", "https://build.org/docs", "https://build.org/?a&b"));
    }

    @Test
    void referencesAreEntriesWithTheirFields() throws IOException {
        var document = Reads.named("article.nxml", unmarked("article.nxml"));
        assertThat(document.format()).isEqualTo(Format.JATS);
        var text = document.source().text();
        var first = text.indexOf("<ref id=\"R1\"");
        var second = text.indexOf("<ref id=\"R2\"");
        assertThat(document.reading().entries())
                .containsExactly(
                        new Entry(
                                first,
                                text.indexOf("</ref>") + 6,
                                Optional.of("R1"),
                                Optional.of("Harbour seals"),
                                Optional.of("Doe J., Roe R."),
                                Optional.of("2019-06-03"),
                                Optional.empty()),
                        new Entry(
                                second,
                                text.lastIndexOf("</ref>") + 6,
                                Optional.of("R2"),
                                Optional.of("Seal counts"),
                                Optional.of("Estuary Trust"),
                                Optional.of("2020"),
                                Optional.of("2020-06-03")));
        assertThat(Reads.texts(document, TextBlock.Kind.HEADING))
                .containsExactly("Seals of the Estuary", "Methods", "References");
    }

    @Test
    void anItemSaysWhatItsOwnLinkLeadsToAndNothingOfOtherLinks() throws IOException {
        var document = Reads.named("news.rss", unmarked("news.rss"));
        var at = document.source().text().indexOf("https://news.org/2020/seals?a&amp;b");
        assertThat(document.reading().entries())
                .contains(new Entry(
                        at,
                        at + "https://news.org/2020/seals?a&amp;b".length(),
                        Optional.empty(),
                        Optional.of("Seals & tides"),
                        Optional.of("Jane Doe"),
                        Optional.of("2020-06-03"),
                        Optional.empty()));
        assertThat(document.reading().entries())
                .extracting(Entry::title)
                .containsExactly(
                        Optional.of("News of the Estuary"),
                        Optional.of("Seals & tides"),
                        Optional.of("Only a guid"),
                        Optional.of("No permanent link"));
        assertThat(document.reading().comments())
                .singleElement()
                .satisfies(comment -> assertThat(document.source().text().substring(comment.start(), comment.end()))
                        .isEqualTo("<!-- ibid-ignore -->"));
    }

    private static String unmarked(String name) throws IOException {
        return sample(name).replaceAll("[⟦⟧]", "");
    }

    private static String sample(String name) throws IOException {
        try (var in = XmlGoldenTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
