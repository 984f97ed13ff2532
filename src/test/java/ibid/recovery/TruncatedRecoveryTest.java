package ibid.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.archive.CaptureQuery;
import ibid.citation.Context;
import ibid.citation.Dialects;
import ibid.citation.Truncation;
import ibid.url.Url;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TruncatedRecoveryTest {
    private static final String TITLE = "Harbour Seals Return to the Estuary after Forty Years";
    private static final String FOLDER = "https://www.example.org/journal/";
    private static final String FULL =
            FOLDER + "field-reports/item/48213-harbour-seals-return-to-the-estuary-after-forty-years.html";
    private static final String SHOWN_SO_TOO =
            FOLDER + "field-reports/item/48299-grey-seals-return-to-the-estuary-after-forty-years.html";

    private final Dialects dialects = Dialects.load();
    private final MemoryWeb web = new MemoryWeb();

    @Test
    void theOneThatFitsAndIsCalledSoIsVerified() {
        web.page(FULL, TITLE + " - Coast Journal")
                .page(SHOWN_SO_TOO, "Grey Seals Return to the Estuary after Forty Years");
        assertThat(recovered("xenforo", FULL)).first().satisfies(best -> {
            assertThat(best.url()).isEqualTo(FULL);
            assertThat(best.certainty()).isEqualTo(Certainty.VERIFIED);
            assertThat(best.score()).isGreaterThan(0.99);
            assertThat(best.evidence())
                    .contains(
                            "it was captured by archive.example on 2020-06-05",
                            "XenForo shows it exactly as the cut text",
                            "the page has the cited title: \"" + TITLE + " - Coast Journal\"",
                            "the page names the cited author: Ada Mar",
                            "the page has the cited date: 2020-06-03");
        });
    }

    @Test
    void whereTheTrueOneIsNowhereKnownNothingIsCertain() {
        web.page(SHOWN_SO_TOO, "Grey Seals Return to the Estuary after Forty Years")
                .page(FULL.replace("/item/", "/print/"), TITLE)
                .page(FULL + "?print=1", TITLE);
        assertThat(recovered("xenforo", FULL)).noneMatch(one -> one.certainty().isCertain());
    }

    @Test
    void twoPagesOfTheSameTitleAreNeverCertain() {
        web.page(FULL, TITLE).page(FULL.replace("48213", "48214"), TITLE);
        assertThat(recovered("xenforo", FULL))
                .hasSize(2)
                .noneMatch(one -> one.certainty().isCertain());
    }

    @Test
    void pagesAreReadUntilOneIsCertainAndNoMoreOfASiteThatSaysNothing() {
        var titles = List.of(
                "Grey", "Ringed", "Spotted", "Young", "Many", "Some", "Rare", "Old", "Lost", "New", "Two", "Common");
        titles.forEach(kind -> web.page(
                FULL.replace("48213-harbour", "48299-harbour-" + kind.toLowerCase(java.util.Locale.ROOT)),
                kind + " Seals Return to the Estuary after Forty Years"));
        recovered("xenforo", FULL);
        assertThat(web.read).hasSize(titles.size());
        web.read.clear();
        web.page(FULL, TITLE);
        recovered("xenforo", FULL);
        assertThat(web.read).startsWith(FULL).hasSizeLessThan(6);
        web.read.clear();
        web.walled = true;
        recovered("xenforo", FULL);
        assertThat(web.read).hasSize(6);
    }

    @Test
    void aPageThatCallsAnotherAddressItsOwnIsNotMeant() {
        var moved = FULL.replace("48213", "48214");
        web.page(moved, TITLE, Optional.of(FULL));
        assertThat(recovered("xenforo", FULL))
                .first()
                .satisfies(best -> assertThat(best.certainty().isCertain())
                        .as(best.toString())
                        .isFalse());
        web.page(FULL, TITLE);
        assertThat(recovered("xenforo", FULL)).first().satisfies(best -> {
            assertThat(best.url()).isEqualTo(FULL);
            assertThat(best.certainty()).isEqualTo(Certainty.VERIFIED);
        });
    }

    @Test
    void whereOnlyTheBeginningIsShownAnAddedQueryIsNeverCertain() {
        web.page(FULL + "?src=home", TITLE);
        assertThat(recovered("mastodon", FULL))
                .singleElement()
                .satisfies(one -> assertThat(one.certainty().isCertain()).isFalse());
        web.page(FULL, TITLE);
        assertThat(recovered("mastodon", FULL)).first().satisfies(best -> {
            assertThat(best.url()).isEqualTo(FULL);
            assertThat(best.certainty()).isEqualTo(Certainty.VERIFIED);
        });
    }

    @Test
    void withoutAKnownRuleHeadAndTailMustBeThereAndSomethingBetween() {
        web.page(FULL, TITLE).page(SHOWN_SO_TOO, "Grey seals");
        var cut = new Truncation(FULL.substring(0, 33), "...", FULL.substring(FULL.length() - 21), List.of(), 0);
        assertThat(recovered(cut)).first().satisfies(best -> {
            assertThat(best.url()).isEqualTo(FULL);
            assertThat(best.evidence()).contains("it begins and ends like the cut text and is longer");
        });
    }

    @Test
    void manyCutAddressesOfOneFolderAreOneQuestion() {
        var cuts = java.util.stream.IntStream.range(0, 6)
                .mapToObj(i -> FOLDER + "field-reports/item/4821" + i
                        + "-harbour-seals-return-to-the-estuary-after-forty-years.html")
                .peek(url -> web.page(url, TITLE + " " + url.length()))
                .map(url -> cut("vbulletin-30", url))
                .toList();
        var source = new CdxCandidates(web, cuts, List.of());
        cuts.forEach(
                cut -> assertThat(source.offers(cut, clues()).join().offers()).isNotEmpty());
        assertThat(web.asked).hasSize(1);
    }

    @Test
    void aHostThatIsHiddenInPartIsKnownFromOtherAddresses() {
        web.page(FULL, TITLE).page(SHOWN_SO_TOO, "Grey seals");
        var hidden = cut("phpfusion-autolink", FULL);
        assertThat(hidden.head()).isEqualTo("https://www.examp");
        var source = new CdxCandidates(web, List.of(hidden, cut("mybb", SHOWN_SO_TOO)), List.of());
        assertThat(source.offers(hidden, clues()).join().offers())
                .extracting(Offer::url)
                .contains(FULL);
        var cited = Url.parse("https://www.example.org/about").orElseThrow();
        assertThat(new CdxCandidates(web, List.of(hidden), List.of(cited))
                        .offers(hidden, clues())
                        .join()
                        .offers())
                .extracting(Offer::url)
                .contains(FULL);
        assertThat(new CdxCandidates(web, List.of(hidden), List.of())
                        .offers(hidden, clues())
                        .join()
                        .offers())
                .isEmpty();
    }

    @Test
    void whereNoHostIsKnownNothingButComMayBeHidden() {
        var url = "http://www.coastsociety.com/journal/48213-harbour-seals-return-to-the-estuary-after-forty-years";
        web.page(url, TITLE);
        var hidden = cut("ipb-3", url);
        assertThat(hidden.head()).isEqualTo("http://www.coastsoci");
        assertThat(recovered(hidden)).isEmpty();
        assertThat(web.asked).extracting(CaptureQuery::url).containsExactly("http://coastsoci.com/");
        var whole = url.replace("society", "soci");
        web.page(whole, TITLE);
        assertThat(recovered("ipb-3", whole)).extracting(Candidate::url).containsExactly(whole);
    }

    @ParameterizedTest
    @CsvSource({
        "http://www.coastsociety, coastsociety.com",
        "http://news.coastsociety, news.coastsociety.com",
        "http://www.coastsociety., coastsociety.com coastsociety.co.uk",
        "http://www.coastsociety.c, coastsociety.com coastsociety.co.uk",
        "http://www.coastsociety.com, coastsociety.com coastsociety.com.au",
        "http://www.coastsociety.com., coastsociety.com.au coastsociety.com.br",
        "http://www.coastsociety.co.uk, coastsociety.co.uk",
        "http://www.coas, ''",
    })
    void howAHiddenHostMayEnd(String head, String asked) {
        var cut = new Truncation(head, "...", "-after-forty-years.html", List.of(), 0);
        assertThat(recovered(cut)).isEmpty();
        assertThat(web.asked.stream()
                        .map(query -> query.url().replaceFirst("^http://(.*)/$", "$1"))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(asked);
    }

    @Test
    void anotherFormOfAPageIsOneWhereTheHostIsHiddenToo() {
        var url = "http://www.coastsoci.com/archive/48213-harbour-seals-return-to-the-estuary-after-forty-years";
        web.page(url, TITLE);
        assertThat(recovered("ipb-3", url))
                .singleElement()
                .satisfies(one -> assertThat(one.certainty().isCertain()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"print", "amp"})
    void theNameOfAnotherFormMayBeCut(String folder) {
        var url = "http://www.coastsocietys.com/" + folder
                + "/48213-harbour-seals-return-to-the-estuary-after-forty-years";
        web.page(url, TITLE);
        assertThat(cut("woltlab-3-5", url).head()).isEqualTo("http://www.coastsocietys.com/" + folder.charAt(0));
        assertThat(recovered("woltlab-3-5", url))
                .singleElement()
                .satisfies(one -> assertThat(one.certainty().isCertain()).isFalse());
    }

    @Test
    void ofTheHostsThatAHiddenOneMayBeTheOneShownMostIsAskedAndNoMoreThanTwoQuestions() {
        var hidden = cut("phpfusion-autolink", FULL);
        var cited = Stream.of(
                        "https://www.example.net/a/1",
                        "https://www.example.org/journal/about",
                        "https://www.example.org/journal/2",
                        "https://www.exampleton.org/b")
                .map(url -> Url.parse(url).orElseThrow())
                .toList();
        assertThat(new CdxCandidates(web, List.of(hidden), cited)
                        .offers(hidden, clues())
                        .join()
                        .offers())
                .isEmpty();
        assertThat(web.asked.stream().map(query -> query.url().replaceFirst("https?://(www\\.)?", "")))
                .containsExactly("example.org/journal/", "example.org/");
    }

    private List<Candidate> recovered(String dialect, String url) {
        return recovered(cut(dialect, url));
    }

    private List<Candidate> recovered(Truncation cut) {
        return new TruncatedRecovery(
                        dialects, Weights.load(), List.of(new CdxCandidates(web, List.of(cut), List.of())), web)
                .recover(cut, clues())
                .join()
                .candidates();
    }

    private Truncation cut(String dialect, String url) {
        var shown = dialects.shown(dialect, url).orElseThrow();
        var mark = shown.contains("...") ? "..." : "…";
        var at = shown.indexOf(mark);
        return dialects.truncation(shown.substring(0, at), mark, shown.substring(at + mark.length()));
    }

    private static Clues clues() {
        return Clues.of(List.of(new Context(
                Optional.of(TITLE),
                Optional.of("Ada Mar"),
                Optional.of("2020-06-03"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
    }
}
