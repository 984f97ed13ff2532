package ibid.document.markup;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.Citation;
import ibid.document.Comment;
import ibid.document.readers.Marked;
import ibid.document.readers.Reads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlGoldenTest {
    private static final List<String> CITED = List.of(
            "https://estuary.org/seals?a=1&b=2",
            "https://estuary.org/seals",
            "https://cdn.estuary.org/og.png",
            "https://cdn.estuary.org/tw.png",
            "https://estuary.org/seals.pdf",
            "doi:10.5555/12345678",
            "doi:10.5555/24242424x",
            "https://estuary.org/seals",
            "https://estuary.org/feed",
            "https://creativecommons.org/licenses/by/4.0/",
            "https://cdn.estuary.org/h,1.png",
            "https://cdn.estuary.org/h2.png",
            "https://cdn.estuary.org/print.css",
            "https://cdn.estuary.org/type.css",
            "https://cdn.estuary.org/sand.png",
            "https://estuary.org/seals",
            "https://cdn.estuary.org/a&b.png",
            "https://www.wikidata.org/wiki/Q25324",
            "doi:10.5555/777",
            "https://tides.org/2019",
            "https://tides.org/2020",
            "https://cdn.estuary.org/bg.png",
            "https://cdn.estuary.org/x?a&b",
            "https://estuary.org/a?x=1&y=2#s",
            "https://plain.org/a_(b)",
            "https://gone.org/seals",
            "https://archive.org/web/20200603000000/https://gone.org/seals",
            "https://broken.org/over  /lines",
            "https://quoted.org/1",
            "https://quoted.org/2",
            "https://cdn.estuary.org/1.png",
            "https://cdn.estuary.org/w_1,h_1/1.png",
            "https://cdn.estuary.org/2.png",
            "https://estuary.org/long",
            "https://v.estuary.org/v.mp4",
            "https://v.estuary.org/p.jpg",
            "https://v.estuary.org/v.vtt",
            "https://v.estuary.org/o.svg",
            "https://v.estuary.org/e",
            "https://v.estuary.org/i",
            "https://inner.org/?a&b",
            "https://drawn.org/",
            "https://drawn.org/i.png",
            "https://area.org/");

    @Test
    void findsInARealPageExactlyWhatItCites() throws IOException {
        Marked.check("article.html", page(), CITED);
    }

    @Test
    void commentsAreKeptForWhatTheySayToThisProgram() throws IOException {
        assertThat(Reads.named("article.html", page()).reading().comments())
                .extracting(Comment::text)
                .containsExactly(
                        " ibid-ignore: https://in.a.comment/ ",
                        "[if lt IE 9]><p><a href=\"https://old.estuary.org/\">old</a></p><![endif]");
    }

    @Test
    void aCopyThatARobustLinkNamesIsNoSecondEntryOfAList() {
        var list = "<ul><li><a href='https://e.org/a' data-versiondate='2020-06-03'\n"
                + " data-versionurl='https://archive.org/web/2020/https://e.org/a'>A</a></ul>";
        assertThat(Marked.find("a.html", list.getBytes(StandardCharsets.UTF_8)))
                .extracting(Citation::role)
                .containsExactly(Citation.Role.ENTRY, Citation.Role.MENTION);
    }

    private static String page() throws IOException {
        try (var in = HtmlGoldenTest.class.getResourceAsStream("article.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
