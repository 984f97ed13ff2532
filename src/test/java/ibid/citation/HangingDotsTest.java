package ibid.citation;

import static ibid.citation.TestDocuments.find;
import static ibid.citation.TestDocuments.pictured;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.ExplicitLink;
import ibid.document.ExplicitLink.Kind;
import ibid.document.Format;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dots that hang on addresses: the sentence's, or a cut. Bars enclose the likelier reading. */
class HangingDotsTest {
    /** The other readings, cut ones with a bar at the mark. */
    private static String otherwise(List<Citation> citations) {
        return citations.stream()
                .flatMap(citation -> citation.otherwise().stream())
                .map(other -> other.truncation()
                        .map(cut -> cut.head() + "|" + cut.mark() + "|" + cut.tail())
                        .orElse(other.cited()))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ¦ ",
            value = {
                "see |https://host.example/item/4821…| then ¦ https://host.example/item/4821",
                "see |https://host.example/item/4821…| ¦ https://host.example/item/4821",
                "(|https://host.example/item/4821…|) ¦ https://host.example/item/4821",
                "“|https://host.example/item/4821…|” ¦ https://host.example/item/4821",
                "<i>|https://host.example/item/4821…|</i> ¦ https://host.example/item/4821",
                "|https://host.example/item/4821…|, and |https://host.example/a| ¦ https://host.example/item/4821",
                "|www.myforum.org/abc…def| x ¦ www.myforum.org/abc",
                "|https://host.example/item/48…/comments.html|. ¦ https://host.example/item/48",
                "|https://host.example/?a=b&c=de…| ¦ https://host.example/?a=b&c=de",
                "|http://intranet/wiki/page/of…| ¦ http://intranet/wiki/page/of",
                "|https://www.huffingtonpos…b0779345d56| x ¦ https://www.huffingtonpos",
                "|https://www.mill.example/flood/…3d6eea6| x ¦ https://www.mill.example/flood/",
                "|https://www.mill.example/flood/year_5…7b0d4| x ¦ https://www.mill.example/flood/year_5",
                "|https://host.example/item/48…|続き ¦ https://host.example/item/48",
            })
    void anEllipsisLikelyStandsForWhatWasCut(String picture, String whole) {
        var text = picture.replace("|", "");
        assertThat(pictured(text)).isEqualTo(picture);
        assertThat(otherwise(find(text))).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ¦ ",
            value = {
                "see |http://site.example/some/long/path/that-goes|... ¦ http://site.example/some/long/path/that-goes|...|",
                "see |https://e.com/page|.... ¦ https://e.com/page|...|",
                "(see |https://e.com/page|...) ¦ https://e.com/page|...|",
                "(see |https://e.com/page|...), x ¦ https://e.com/page|...|",
                "\"|www.e.com/page|...\" ¦ www.e.com/page|...|",
                "|https://e.com/page...and| then on ¦ https://e.com/page|...|and",
                // Shorter than any platform shows.
                "see |https://e.com/a|… and ¦ https://e.com/a|…|",
                // Prose names hosts so, and ends in what it likes.
                "at |myforum.org/abcdefghijk|… and ¦ myforum.org/abcdefghijk|…|",
                "|https://www.washing...ton| x ¦ https://www.washing|...|ton",
                "|https://mill.example/flood/...river| x ¦ https://mill.example/flood/|...|river",
                "at |https://www.washingtonpost.com|…then ¦ https://www.washingtonpost.com|…|then",
                "|https://www.washingtonp|... ¦ https://www.washingtonp|...|",
            })
    void threeDotsLikelyEndTheSentence(String picture, String cut) {
        var text = picture.replace("|", "");
        assertThat(pictured(text)).isEqualTo(picture);
        assertThat(otherwise(find(text))).isEqualTo(cut);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compare |https://github.com/o/r/compare/v1.0.0...v2.0.0-rc1| whole",
                "|https://github.com/o/r/commits/60ff67d0100...remote_pdb|",
                "|https://www.google.com/search?q=mill&gs_l=hp.3...0l4.1234.5678|",
                "|https://...|",
                "|https://example.com/...| x",
                "|https://example.com/.../file.html|",
                "|https://example.com/api/v2/users/...| and",
                "|https://example.com/api/v2/users/…| and",
                "|https://example.com/?q=...|",
                "|https://api.example.com/v1/items?token=...&user=me|",
                "at |https://www.mill.example/reports/annual/2019/the-mills-1.pdf|... then",
                "|https://www.mill.example/reports/annual/2019/the-mills.html|… then",
                "|https://mill.example/photo001...photo120|",
                "|https://mill.example/album/photo1...5| x",
                "|https://mill.example/page1|…5 x",
                "visit |google.com|…then",
                "visit |https://example.com|... then",
                "visit |https://example.com|… then",
                "visit |http://127.0.0.1:8080|... then",
                "see |https://e.com/some/page| ... and then on",
                "see |https://e.com/some/page| … und dann",
                "see |https://e.com/some/page|, ... and",
                "see |https://e.com/some/page|.. and",
                "|https://e.com/some/page|............ 12",
                "|https://e.com/some/page|……",
                "|https://en.wikipedia.org/wiki/Oops!..._I_Did_It_Again|",
                "|https://e.com/some/page|…|http://two.example/page|",
                "|https://e.com/some/page|",
            })
    void whatIsMeantAsItStandsHasOneReading(String picture) {
        var text = picture.replace("|", "");
        assertThat(pictured(text)).isEqualTo(picture);
        assertThat(otherwise(find(text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://host.example/very/long/pa..., true, https://host.example/very/long/pa|...|",
        "https://host.example/item/4821…, true, https://host.example/item/4821|…|",
        "https://host.example/item/48…/page.html, true, https://host.example/item/48|…|/page.html",
        "https://host.example/item/48...page, false, https://host.example/item/48|...|page",
        "https://e.com/a..., false, https://e.com/a|...|",
        "https://e.com/..., false, ''",
        "https://host.example/api/v2/users/..., false, ''",
        "https://github.com/o/r/compare/v1...v2, false, ''",
        "https://host.example/file.pdf..., false, ''",
    })
    void aDestinationIsAskedAsItStands(String destination, boolean isCut, String cut) {
        var source = "x (" + destination + ") y";
        var link = new ExplicitLink(Kind.LINK, destination, 3, 3 + destination.length(), "words");
        var document = TestDocuments.of(Format.MARKDOWN, source, List.of(), List.of(link));
        var found = TestDocuments.finder().find(document).citations();
        assertThat(found).singleElement().satisfies(citation -> {
            assertThat(citation.text()).isEqualTo(destination);
            assertThat(citation.truncation().isPresent()).isEqualTo(isCut);
            assertThat(citation.read(false).cited()).isEqualTo(destination);
        });
        assertThat(otherwise(
                        found.stream().map(citation -> citation.read(false)).toList()))
                .isEqualTo(cut);
    }

    @Test
    void bothReadingsStandInTheSamePassage() {
        var whole = find("see https://e.com/some/page... next\nline").get(0);
        var cut = whole.read(true);
        assertThat(whole.place().span().orElseThrow().endColumn()).isEqualTo(28);
        assertThat(cut.place().span().orElseThrow().endColumn()).isEqualTo(31);
        assertThat(cut.text()).isEqualTo(cut.cited()).isEqualTo("https://e.com/some/page...");
        assertThat(cut.context()).isEqualTo(whole.context());
        assertThat(cut.read(true)).isSameAs(cut);
        assertThat(cut.read(false)).isEqualTo(whole);
        assertThat(cut.withContext(Context.NONE).read(false).context()).isEqualTo(Context.NONE);
    }

    @Test
    void theDotsMayBelongToTheAddress() {
        var whole = find("see https://e.com/some/page... next").get(0);
        var cut = whole.read(true);
        assertThat(cut.asItStands().cited()).isEqualTo("https://e.com/some/page...");
        assertThat(cut.asItStands().text()).isEqualTo("https://e.com/some/page...");
        assertThat(cut.asItStands().truncation()).isEmpty();
        assertThat(cut.asItStands().read(true).truncation()).isEqualTo(cut.truncation());
        assertThat(cut.upToDots().cited()).isEqualTo("https://e.com/some/page");
        assertThat(whole.asItStands()).isSameAs(whole);
    }
}
