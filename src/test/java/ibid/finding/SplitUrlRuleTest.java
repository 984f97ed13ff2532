package ibid.finding;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.Citation;
import ibid.citation.CitationKind;
import ibid.citation.Context;
import ibid.citation.Place;
import ibid.citation.Split;
import ibid.document.Span;
import ibid.finding.Report.ReportedCitation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SplitUrlRuleTest {
    private static final String JOINED = "https://e.com/a-b";

    @Test
    void oneWayToPutItTogetherIsASafeFix() {
        var finding = finding(JOINED, new Split(JOINED, List.of(), "the brackets close later"));
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.message())
                .isEqualTo("The address https://e.com/a-b is broken over lines: the brackets close later.");
        assertThat(finding.fixes()).singleElement().satisfies(fix -> {
            assertThat(fix.safe()).isTrue();
            assertThat(fix.edits()).containsExactly(new Fix.Edit("a.txt", 4, 18, JOINED));
        });
    }

    @Test
    void twoWaysAreForAPersonToChooseFrom() {
        var finding = finding(JOINED, new Split(JOINED, List.of("https://e.com/ab"), "e"));
        assertThat(finding.message()).endsWith(" It may also be https://e.com/ab.");
        assertThat(finding.fixes())
                .singleElement()
                .satisfies(fix -> assertThat(fix.safe()).isFalse());
    }

    @Test
    void whatMayBeWholeIsNotTouched() {
        var finding = finding("https://e.com/a-", new Split(JOINED, List.of("https://e.com/a-"), "e"));
        assertThat(finding.message())
                .isEqualTo("The address https://e.com/a- may go on in the next line, as https://e.com/a-b: e.");
        assertThat(finding.fixes()).isEmpty();
    }

    private static Finding finding(String cited, Split split) {
        var citation = new Citation(
                "a.txt",
                Place.at(new Span(1, 5, 2, 2, 4, 18)),
                CitationKind.BARE_URL,
                "https://e.com/a-\nb",
                cited,
                Citation.Role.MENTION,
                Optional.empty(),
                Optional.of(split),
                Optional.empty(),
                Context.NONE);
        var facts = Facts.of(
                List.of(),
                List.of(new ReportedCitation("c1", citation, "t1", Optional.empty(), Optional.empty())),
                List.of(),
                List.of(),
                new RedirectEnds(List.of(), target -> Optional.empty()),
                CopiesBeside.NONE);
        return new SplitUrlRule().findings(facts).get(0);
    }
}
