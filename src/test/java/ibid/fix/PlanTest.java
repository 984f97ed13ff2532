package ibid.fix;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.finding.Finding;
import ibid.finding.Fix;
import ibid.finding.Fix.Edit;
import ibid.finding.Mendable;
import ibid.finding.Report.ReportedDocument;
import ibid.finding.RuleId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final String COPY = "https://archive.test/web/2020/https://e.com/a";

    @Test
    void takesTheFirstSafeFixOfEachPlace() {
        var finding = finding(
                RuleId.BROKEN_LINK,
                new Fix("probable", false, List.of(edit(4, 3, "probable"))),
                new Fix("first", true, List.of(edit(4, 3, "first"))),
                new Fix("second", true, List.of(edit(4, 3, "second"), edit(20, 3, "elsewhere"))));
        assertThat(replacements(Choice.SAFE, finding)).containsExactly("first", "elsewhere");
    }

    @Test
    void takesWhatIsNotSafeOnlyWhereItIsAskedFor() {
        var finding = finding(RuleId.BROKEN_LINK, new Fix("look", false, List.of(edit(4, 3, "x"), edit(9, 3, "x"))));
        var careful = Plan.of(mendable(finding), Choice.SAFE);
        assertThat(careful.edits()).isZero();
        assertThat(careful.documents()).isEmpty();
        assertThat(careful.left()).isEqualTo(2);
        var bold = Plan.of(mendable(finding), new Choice(Set.of(), true, false));
        assertThat(bold.edits()).isEqualTo(2);
        assertThat(bold.left()).isZero();
    }

    @Test
    void aPlaceThatIsMendedIsNotLeft() {
        var finding = finding(
                RuleId.BROKEN_LINK,
                new Fix("recovered", true, List.of(edit(4, 3, "https://e.com/new"))),
                new Fix("archived", false, List.of(edit(4, 3, COPY), edit(4, 3, COPY), edit(30, 3, COPY))));
        assertThat(Plan.of(mendable(finding), Choice.SAFE).left()).isEqualTo(1);
    }

    @Test
    void takesTheArchivedCopyFirstWhereItIsPreferred() {
        var finding = finding(
                RuleId.BROKEN_LINK,
                new Fix("recovered", true, List.of(edit(4, 3, "https://e.com/new"))),
                new Fix("archived", false, true, List.of(edit(4, 3, COPY))));
        assertThat(replacements(new Choice(Set.of(), true, true), finding)).containsExactly(COPY);
        assertThat(replacements(new Choice(Set.of(), true, false), finding)).containsExactly("https://e.com/new");
        assertThat(replacements(new Choice(Set.of(), false, true), finding)).containsExactly("https://e.com/new");
    }

    @Test
    void mendsTheRulesThatAreNamed() {
        var moved = finding(RuleId.MOVED_LINK, new Fix("m", true, List.of(edit(4, 3, "moved"))));
        var wrapped = finding(RuleId.WRAPPED_LINK, new Fix("w", true, List.of(edit(9, 3, "own"))));
        assertThat(replacements(new Choice(Set.of(RuleId.WRAPPED_LINK), false, false), moved, wrapped))
                .containsExactly("own");
    }

    @Test
    void ofOverlappingEditsTheFirstInTheReportIsMade() {
        assertThat(replacements(Choice.SAFE, one(4, 10, "a"), one(13, 1, "b"), one(0, 5, "c"), one(6, 2, "d")))
                .containsExactly("a");
        assertThat(replacements(Choice.SAFE, one(6, 2, "a"), one(0, 90, "b"))).containsExactly("a");
        assertThat(replacements(Choice.SAFE, one(6, 0, "a"), one(6, 0, "b"), one(6, 3, "c")))
                .containsExactly("a");
        assertThat(replacements(Choice.SAFE, one(14, 3, "c"), one(4, 10, "b"), one(0, 4, "a")))
                .containsExactly("a", "b", "c");
    }

    private static Finding one(long offset, int length, String replacement) {
        return finding(RuleId.MOVED_LINK, new Fix("f", true, List.of(edit(offset, length, replacement))));
    }

    private static List<String> replacements(Choice choice, Finding... findings) {
        return Plan.of(mendable(findings), choice).documents().stream()
                .flatMap(document -> document.edits().stream())
                .map(Edit::replacement)
                .toList();
    }

    private static Mendable mendable(Finding... findings) {
        return new Mendable(
                List.of(new ReportedDocument("a.md", "markdown", "UTF-8", "", 0, List.of())), Arrays.asList(findings));
    }

    private static Edit edit(long offset, int length, String replacement) {
        return new Edit("a.md", offset, length, replacement);
    }

    private static Finding finding(RuleId rule, Fix... fixes) {
        return new Finding(
                rule, rule.severity(), "m", "f", Optional.empty(), Optional.empty(), List.of(), Arrays.asList(fixes));
    }
}
