package ibid.fix;

import ibid.finding.Finding;
import ibid.finding.Fix;
import ibid.finding.RuleId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Which fixes are wanted.
 *
 * @param rules of the findings to mend; empty means all
 * @param unsafe whether fixes that are not safe are wanted, too
 * @param archivedFirst whether an archived copy is preferred to another address
 */
public record Choice(Set<RuleId> rules, boolean unsafe, boolean archivedFirst) {
    /** The safe fixes of all rules. */
    public static final Choice SAFE = new Choice(Set.of(), false, false);

    public Choice {
        rules = Set.copyOf(rules);
    }

    boolean wants(Finding finding) {
        return rules.isEmpty() || rules.contains(finding.rule());
    }

    boolean wants(Fix fix) {
        return unsafe || fix.safe();
    }

    /** The fixes of a finding, the preferred first; safe ones come first where the rule gave them so. */
    List<Fix> ordered(Finding finding) {
        return archivedFirst
                ? finding.fixes().stream()
                        .sorted(Comparator.comparing((Fix fix) -> !fix.archived()))
                        .toList()
                : finding.fixes();
    }
}
