package ibid.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sources of the samples cite, listed by hand, is found in what producers made of them, and nothing else. */
class SamplesTest {
    @Test
    void findsWhatAPaperOfLatexCites() {
        assertThat(Samples.cited(Samples.read("estuary.pdf")))
                .containsExactly(
                        "page 1: https://www.example.org/society/history",
                        "page 1: https://www.example.org/journal/field-reports/item/48213-harbour-seals-return-to-the-estuary-after-forty-years.html",
                        "page 1: http://www.example.com/methods/aerial-counts",
                        "page 1: https://data.example.org/flights?year=2019&sort=asc",
                        "page 1: mailto:seals@example.org",
                        "page 1: maps/coves.pdf",
                        "page 1: https://www.example.net/tides",
                        "page 2: doi:10.5555/12345678",
                        "page 2: https://doi.org/10.5555/12345679",
                        "page 2: https://tides.example.org/archive/2019/seals-of-the-estuary-a-review-of-forty-years?part=2#results",
                        "page 2: https://kites.example.net/");
    }

    @Test
    void linksOfAPdfStandOverAllOfTheirLines() {
        var document = Samples.read("estuary.pdf");
        assertThat(document.links().stream().map(link -> Samples.shown(document, link)))
                .containsExactly(
                        "Weir Society",
                        "https://www.example.org/journal/field-\nreports/item/48213-harbour-seals-return-to-\nthe-estuary-after-forty-years.html",
                        "the logs of all flights of the year 2019 in one\narchive",
                        "the\nkeepers",
                        "a file beside\nthis one",
                        "https://www.example.net/tides",
                        "https:\n//doi.org/10.5555/12345679",
                        "https://tides.example.org/archive/\n2019/seals-of-the-estuary-a-review-of-\nforty-years?part=2#results",
                        "kites.example.net");
    }

    @ParameterizedTest
    @ValueSource(strings = {"survey.docx", "survey.odt"})
    void findsWhatATextOfPandocCites(String name) {
        assertThat(Samples.cited(Samples.read(name)))
                .containsExactly(
                        "paragraph 5: https://www.example.org/society/plan?version=2&lang=en",
                        "paragraph 5: https://data.example.org/counts/2020.csv",
                        "paragraph 6: https://www.example.com/bare/one",
                        "footnote 1: https://harbour.example.net/tides#may",
                        "paragraph 11: https://www.example.org/coves/north",
                        "paragraph 13: www.example.org/coves/south",
                        "paragraph 14: https://doi.org/10.5555/12345678",
                        "paragraph 15: https://kites.example.net/book_(draft).html",
                        "paragraph 18: http://weir.example.org/");
    }

    @Test
    void findsWhatABookOfPandocCites() {
        assertThat(Samples.cited(Samples.read("survey.epub")))
                .containsExactly(
                        "EPUB/text/ch001.xhtml: https://www.example.org/society/plan?version=2&lang=en",
                        "EPUB/text/ch001.xhtml: https://data.example.org/counts/2020.csv",
                        "EPUB/text/ch001.xhtml: https://www.example.com/bare/one",
                        "EPUB/text/ch001.xhtml: https://www.example.org/coves/north",
                        "EPUB/text/ch001.xhtml: www.example.org/coves/south",
                        "EPUB/text/ch001.xhtml: https://doi.org/10.5555/12345678",
                        "EPUB/text/ch001.xhtml: https://kites.example.net/book_(draft).html",
                        "EPUB/text/ch001.xhtml: https://harbour.example.net/tides#may",
                        "EPUB/text/ch002.xhtml: http://weir.example.org/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"survey.docx", "survey.odt", "survey.epub"})
    void linksOfPandocStandOverTheirWords(String name) {
        var document = Samples.read(name);
        assertThat(document.links().stream()
                        .filter(link -> link.destination().matches("(https?|mailto):.*"))
                        .map(link -> Samples.shown(document, link)))
                .containsExactlyInAnyOrder(
                        "kept by the society",
                        "https://data.example.org/counts/2020.csv",
                        "harbour office",
                        "report",
                        "doi.org/10.5555/12345678",
                        "the whole book",
                        "the weir");
    }

    @ParameterizedTest
    @ValueSource(strings = {"visit.odt", "visit.docx"})
    void findsWhatALetterOfLibreOfficeCites(String name) {
        var box = name.equals("visit.odt") ? "text box 1" : "paragraph 10";
        assertThat(Samples.cited(Samples.read(name)))
                .containsExactly(
                        "header 1: https://www.example.org/society/",
                        "footer 1: https://www.example.org/print/visit",
                        "paragraph 2: https://rail.example.net/line?from=A&to=B",
                        "footnote 1: https://rail.example.net/times",
                        "paragraph 3: https://weir.example.org/rivers/upper/stations/gauge-seven/readings/2020/06/index.html",
                        "paragraph 4: ../plans/weir.pdf",
                        "comment 1: http://notes.example.com/lind",
                        "paragraph 7: https://gauge.example.org/7",
                        "paragraph 9: mailto:lind@example.org",
                        box + ": https://box.example.org/inside",
                        "endnote 1: https://end.example.net/note");
    }

    @Test
    void findsWhatALetterPrintedByLibreOfficeCites() {
        // The address that is broken over lines is no link in the source: what joins it is not the reader's business.
        assertThat(Samples.cited(Samples.read("visit.pdf")).stream()
                        .filter(c -> !c.contains("weir.example.org/rivers")))
                .containsExactlyInAnyOrder(
                        "page 1: https://www.example.org/society/",
                        "page 1: https://www.example.org/print/visit",
                        "page 1: https://rail.example.net/line?from=A&to=B",
                        "page 1: https://rail.example.net/times",
                        "page 1: http://deleted.example.org/gone",
                        "page 1: ../plans/weir.pdf",
                        "page 1: https://gauge.example.org/7",
                        "page 1: mailto:lind@example.org",
                        "page 1: https://box.example.org/inside",
                        "page 2: https://end.example.net/note");
        assertThat(Samples.read("visit.pdf").source().text())
                .contains(
                        "https://weir.example.org/rivers/upper/stations/gauge-\nseven/readings/2020/06/index.html and");
    }

    @Test
    void findsWhatASpreadsheetCites() {
        var same = List.of(
                "Sources!B2: https://www.example.org/society/",
                "Sources!B6: https://data.example.org/counts.csv",
                "Sources!C6: https://log.example.net/flights?y=2019",
                "Sources!AB7: http://far.example.org/ab",
                "'Old list'!A1: http://old.example.com/list",
                "'Old list'!A1: http://two.example.com/lines");
        assertThat(Samples.cited(Samples.read("register.ods"))).containsExactlyElementsOf(same);
        assertThat(Samples.cited(Samples.read("register.xlsx"))).containsExactlyInAnyOrderElementsOf(same);
    }

    @ParameterizedTest
    @ValueSource(strings = {"talk.odp", "talk.pptx"})
    void findsWhatAPresentationCites(String name) {
        assertThat(Samples.cited(Samples.read(name)))
                .containsExactly(
                        "slide 1: https://www.example.org/journal/48213",
                        "slide 1: http://www.example.com/methods/aerial-counts",
                        "slide 1 notes: https://notes.example.net/one",
                        "slide 2: https://data.example.org/flights?year=2019&sort=asc",
                        "slide 2: https://shape.example.org/click");
    }

    @Test
    void headingsOfATextAreKnown() {
        assertThat(Samples.citations(Samples.read("survey.docx")).stream()
                        .map(c -> c.context().heading().orElse("")))
                .containsExactly(
                        "Coves", "Coves", "Coves", "Coves", "Sources", "Sources", "Sources", "Sources", "Thanks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"estuary.pdf", "visit.docx", "visit.odt", "survey.epub", "register.xlsx", "talk.pptx"})
    void theContentTellsTheFormatWhereTheNameDoesNot(String name) {
        var bytes = Samples.bytes(name);
        var named = Samples.read(name);
        for (var other : List.of("-", "misnamed.odp")) {
            var read = Samples.read(other, bytes);
            assertThat(read.format()).isEqualTo(named.format());
            assertThat(read.source().text()).isEqualTo(named.source().text());
        }
        assertThat(named.problems()).isEmpty();
    }
}
