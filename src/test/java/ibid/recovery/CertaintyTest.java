package ibid.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.Context;
import ibid.citation.Dialects;
import ibid.citation.Truncation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must agree before an address is called certain. In the tables "-" is what a text or a page does not say. */
class CertaintyTest {
    private static final String TITLE = "Harbour Seals Return to the Estuary after Forty Years";
    private static final String SITE = "https://www.example.org";
    private static final String SLUG = "harbour-seals-return-to-the-estuary-after-forty-years.html";
    private static final String FULL = SITE + "/journal/field-reports/item/48213-" + SLUG;

    private final Dialects dialects = Dialects.load();
    private final MemoryWeb web = new MemoryWeb();

    @ParameterizedTest(name = "path {0}, cited by {1} on {2}, page by {3} of {4}, captured {5}: {6}")
    @CsvSource({
        // title in the path
        "named, Ada Mar, 2020-06-03, Ada Mar, 2020-06-03, 2023-01-09, VERIFIED",
        "named, Ada Mar, 2020-06-03, Ada Mar, -,          2020-06-05, VERIFIED",
        "named, Ada Mar, 2020-06-03, Ada Mar, -,          2023-01-09, PROBABLE",
        "named, Ada Mar, -,          Ada Mar, -,          2023-01-09, VERIFIED",
        "named, Ada Mar, 2020-06-03, -,       -,          2020-06-05, PROBABLE",
        // date in the path
        "dated, Ada Mar, 2020-06-03, -,       2020-06-03, 2023-01-09, PROBABLE",
        "dated, Ada Mar, 2020-06-03, -,       2020-06-03, 2020-06-05, VERIFIED",
        "dated, Ada Mar, 2020-06-03, Ada Mar, 2020-06-03, 2023-01-09, VERIFIED",
    })
    void whereNoEndIsShownOneSignBesideTheTitleIsNotEnough(
            String path,
            String citedAuthor,
            String citedDate,
            String author,
            String date,
            String captured,
            Certainty is) {
        var url = path.equals("named") ? FULL : SITE + "/journal/field-reports/2020/06/03/48213716244871302";
        page(url, TITLE, author, date).capturedAt(url, Instant.parse(captured + "T00:00:00Z"));
        assertThat(recovered("mastodon", url, clues(TITLE, citedAuthor, citedDate)))
                .singleElement()
                .satisfies(one -> assertThat(one.certainty()).as(one.toString()).isEqualTo(is));
    }

    @ParameterizedTest(name = "{0}, cited by {1} on {2}, page by {3} of {4}: {5}")
    @CsvSource({
        "alone, Ada Mar, 2020-06-03, -,       2020-06-03, VERIFIED",
        "twins, Ada Mar, 2020-06-03, -,       2020-06-03, PROBABLE",
        "twins, Ada Mar, 2020-06-03, Ada Mar, -,          PROBABLE",
        "twins, Ada Mar, 2020-06-03, Ada Mar, 2020-06-03, VERIFIED",
        "twins, -,       2020-06-03, -,       2020-06-03, VERIFIED",
        "twins, Ada Mar, -,          Ada Mar, -,          VERIFIED",
    })
    void besideAnAddressThatDiffersByNumbersAloneAuthorAndDateMustAgree(
            String which, String citedAuthor, String citedDate, String author, String date, Certainty is) {
        page(FULL, TITLE, author, date);
        if (which.equals("twins")) {
            page(FULL.replace("48213", "48977"), "Ice on the Upper River", "-", "-");
        }
        assertThat(recovered("xenforo", FULL, clues(TITLE, citedAuthor, citedDate)))
                .first()
                .satisfies(best -> {
                    assertThat(best.url()).isEqualTo(FULL);
                    assertThat(best.certainty()).as(best.toString()).isEqualTo(is);
                });
    }

    @ParameterizedTest
    @CsvSource({"/2/, PROBABLE", "/12/, PROBABLE", "/2020/, VERIFIED", "/2a/, VERIFIED"})
    void whatBeginsWithTheNumberOfAPartIsNeverCertain(String beginning, Certainty is) {
        var url = FULL.replace("/journal/", beginning + "journal/");
        web.page(url, TITLE);
        assertThat(recovered("xenforo", url, clues(TITLE, "Ada Mar", "2020-06-03")))
                .singleElement()
                .satisfies(one -> assertThat(one.certainty()).as(one.toString()).isEqualTo(is));
    }

    @ParameterizedTest
    @CsvSource({
        "2/item/48213-, true",
        "longread/item/48213-, true",
        "print/item/48213-, true",
        "print/item/977-, true",
        "longread/item/977-, false",
    })
    void anAddedFolderMakesAnotherFormOfThePage(String path, boolean isForm) {
        var other = SITE + "/journal/field-reports/" + path + SLUG;
        web.page(FULL, TITLE).page(other, TITLE);
        var candidates = recovered("xenforo", FULL, clues(TITLE, "Ada Mar", "2020-06-03"));
        assertThat(candidates)
                .filteredOn(one -> one.url().equals(other))
                .singleElement()
                .satisfies(
                        form -> assertThat(form.evidence().contains("another address that fits is the beginning of it"))
                                .isEqualTo(isForm));
        assertThat(candidates).first().extracting(Candidate::url).isEqualTo(FULL);
    }

    @Test
    void aPageThatIsCalledSoInPartIsLessLikelyThanOneThatSaysNothing() {
        page(FULL, "Harbour Seals Return to the Lagoon and Stay There", "-", "-");
        var clues = clues(TITLE, "-", "-");
        var called = recovered("xenforo", FULL, clues).get(0).score();
        var calledAnything = recovered("xenforo", FULL, Clues.NONE).get(0).score();
        web.walled = true;
        assertThat(called).isLessThan(recovered("xenforo", FULL, clues).get(0).score());
        assertThat(calledAnything)
                .as("no title is cited")
                .isEqualTo(recovered("xenforo", FULL, Clues.NONE).get(0).score());
    }

    @ParameterizedTest
    @CsvSource({"UNREADABLE", "GONE"})
    void aPageThatSaysNothingStandsBeforeOneOfAnotherTitle(PageReading.State state) {
        var other = FULL.replace("48213-harbour-seals", "48213-harbour-gates");
        web.page(FULL, TITLE)
                .silent(FULL, state)
                .page(other, "Harbour Gates Open to the Estuary after Forty Years of Rust");
        assertThat(recovered("xenforo", FULL, clues(TITLE, "Ada Mar", "2020-06-03")))
                .extracting(Candidate::url)
                .containsExactly(FULL, other);
    }

    @Test
    void whatWasCapturedAndIsGoneIsAsLikelyAsWhatCannotBeRead() {
        web.page(FULL, TITLE).silent(FULL, PageReading.State.GONE);
        var gone = recovered("xenforo", FULL, clues(TITLE, "-", "-")).get(0).score();
        web.silent(FULL, PageReading.State.UNREADABLE);
        assertThat(gone)
                .isEqualTo(recovered("xenforo", FULL, clues(TITLE, "-", "-"))
                        .get(0)
                        .score());
    }

    @ParameterizedTest
    @CsvSource({"2020-08-20, 2021-03-01, true", "2021-03-01, 2020-08-20, false"})
    void ofTwoPagesThatSayTheSameTheOneCapturedSoonerAfterTheDateIsFirst(
            String captured, String twinCaptured, boolean first) {
        var twin = FULL.replace("48213", "48100");
        page(FULL, TITLE, "-", "-").capturedAt(FULL, Instant.parse(captured + "T00:00:00Z"));
        page(twin, TITLE, "-", "-").capturedAt(twin, Instant.parse(twinCaptured + "T00:00:00Z"));
        var candidates = recovered("xenforo", FULL, clues(TITLE, "Ada Mar", "2020-06-03"));
        assertThat(candidates).first().extracting(Candidate::url).isEqualTo(first ? FULL : twin);
        assertThat(candidates).noneMatch(one -> one.certainty().isCertain());
    }

    private MemoryWeb page(String url, String title, String author, String date) {
        return web.page(url, title, said(author), said(date).map(LocalDate::parse), Optional.empty());
    }

    private List<Candidate> recovered(String dialect, String url, Clues clues) {
        var cut = cut(dialect, url);
        return new TruncatedRecovery(
                        dialects, Weights.load(), List.of(new CdxCandidates(web, List.of(cut), List.of())), web)
                .recover(cut, clues)
                .join()
                .candidates();
    }

    private Truncation cut(String dialect, String url) {
        var shown = dialects.shown(dialect, url).orElseThrow();
        var mark = shown.contains("...") ? "..." : "…";
        var at = shown.indexOf(mark);
        return dialects.truncation(shown.substring(0, at), mark, shown.substring(at + mark.length()));
    }

    private static Clues clues(String title, String author, String date) {
        return Clues.of(List.of(new Context(
                Optional.of(title),
                said(author),
                said(date),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
    }

    private static Optional<String> said(String cell) {
        return cell.equals("-") ? Optional.empty() : Optional.of(cell);
    }
}
