package ibid.finding;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.Citation;
import ibid.citation.CitationKind;
import ibid.citation.Context;
import ibid.citation.Place;
import ibid.document.Span;
import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedTarget;
import ibid.resolution.Fragment;
import ibid.resolution.Fragment.Found;
import ibid.resolution.Outcome;
import ibid.resolution.Reason;
import ibid.target.Target.FileTarget;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MissingAnchorRuleTest {
    @Test
    void theNearestIsAFixForAPersonToLookAt() {
        var finding = findings(
                        new Fragment("instal", Found.MISSING, Optional.of("install (all)"), "is not in the file"))
                .get(0);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.message())
                .isEqualTo("b.md#instal: The part \"instal\" is not in the file."
                        + " It may be \"install (all)\": look before you use it.");
        assertThat(finding.fixes()).singleElement().satisfies(fix -> {
            assertThat(fix.safe()).isFalse();
            assertThat(fix.edits()).containsExactly(new Fix.Edit("a.md", 4, 11, "b.md#install%20%28all%29"));
        });
    }

    @Test
    void withoutANearOneThereIsNothingToPut() {
        var finding = findings(new Fragment("instal", Found.MISSING, Optional.empty(), "is not in the file"))
                .get(0);
        assertThat(finding.message()).endsWith("Cite the page, or the part that holds this now.");
        assertThat(finding.fixes()).isEmpty();
    }

    @Test
    void otherCapitalsWeighLess() {
        var finding = findings(new Fragment(
                        "instal", Found.OTHER_CASE, Optional.of("Instal"), "is written \"Instal\" in the file"))
                .get(0);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.message()).contains("write it as it is there");
    }

    @ParameterizedTest
    @EnumSource(names = {"THERE", "UNKNOWN"})
    void whatIsThereOrCannotBeToldIsNoFinding(Found found) {
        assertThat(findings(new Fragment("instal", found, Optional.empty(), "")))
                .isEmpty();
    }

    private static List<Finding> findings(Fragment part) {
        var citation = new Citation(
                "a.md",
                Place.at(new Span(1, 5, 1, 16, 4, 11)),
                CitationKind.FILE,
                "b.md#instal",
                "b.md#instal",
                Citation.Role.MENTION,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Context.NONE);
        var target = new FileTarget("file:b.md#instal", "b.md", Optional.of("instal"));
        var outcome = new Outcome(
                Reason.OK,
                OptionalInt.empty(),
                Optional.empty(),
                List.of(),
                0,
                Optional.empty(),
                List.of(),
                Optional.of(part));
        var facts = Facts.of(
                List.of(),
                List.of(new ReportedCitation("c1", citation, "t1", Optional.empty(), Optional.empty())),
                List.of(new ReportedTarget("t1", target, outcome, List.of(), List.of())),
                List.of(),
                new RedirectEnds(List.of(), each -> Optional.empty()),
                CopiesBeside.NONE);
        return new MissingAnchorRule().findings(facts);
    }
}
