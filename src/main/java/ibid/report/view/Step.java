package ibid.report.view;

import ibid.finding.RuleId;
import ibid.finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;

/**
 * One thing to do, for all findings of a rule.
 *
 * @param place of the first finding
 * @param anchor of the first finding
 * @param mends how many of the findings have a safe mend
 */
public record Step(
        String rule,
        String order,
        String severity,
        String severityClass,
        String place,
        String anchor,
        int count,
        int mends) {

    /** The steps, most urgent first: by severity, then those that a safe edit mends, then by number. */
    static List<Step> of(Iterable<FindingView> findings) {
        var byRule = new EnumMap<RuleId, Tally>(RuleId.class);
        findings.forEach(f ->
                byRule.computeIfAbsent(f.finding().rule(), rule -> new Tally()).add(f));
        var order = Comparator.comparing((Tally t) -> t.worst().finding().severity(), Comparator.reverseOrder())
                .thenComparing(t -> t.mends, Comparator.reverseOrder())
                .thenComparing(t -> t.count, Comparator.reverseOrder());
        return byRule.values().stream().sorted(order).map(Tally::step).toList();
    }

    /** What one rule found. */
    private static final class Tally {
        private final List<FindingView> worst = new ArrayList<>(1);
        private int count;
        private int mends;

        void add(FindingView finding) {
            count++;
            mends += finding.hasSafeFix() ? 1 : 0;
            if (worst.isEmpty() || severity(finding).compareTo(severity(worst())) > 0) {
                worst.clear();
                worst.add(finding);
            }
        }

        FindingView worst() {
            return worst.get(0);
        }

        private static Severity severity(FindingView finding) {
            return finding.finding().severity();
        }

        Step step() {
            var first = worst();
            return new Step(
                    first.rule(),
                    Wording.order(first.finding().rule(), count),
                    first.severity(),
                    first.severityClass(),
                    first.place(),
                    first.anchor(),
                    count,
                    mends);
        }
    }
}
