package ibid.report.view;

import ibid.finding.Report;
import ibid.finding.Severity;
import ibid.resolution.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One value that findings or targets can be filtered by.
 *
 * @param value by which the page's index names it
 * @param label as people read it, harmless
 * @param count how many there are
 */
public record Choice(String value, String label, int count) {
    /** {@code Error (1,200)}. */
    public String shown() {
        return label + " (" + Words.number(count) + ")";
    }

    static List<Choice> rules(Report report) {
        return report.rules().entrySet().stream()
                .map(e -> new Choice(e.getKey().label(), e.getKey().label(), e.getValue()))
                .toList();
    }

    /** The worst first. */
    static List<Choice> severities(Report report) {
        var choices = new ArrayList<>(chosen(Severity.class, report.severities(), Words::of));
        Collections.reverse(choices);
        return choices;
    }

    /** The verdicts of all targets. */
    static List<Choice> verdicts(Report report) {
        return chosen(Verdict.class, report.verdicts(), Words::of);
    }

    /** The verdicts of the targets that findings are about, each finding counted. */
    static List<Choice> verdicts(Collection<FindingView> findings) {
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        findings.forEach(
                f -> f.reported().ifPresent(t -> counts.merge(t.outcome().verdict(), 1, Integer::sum)));
        return chosen(Verdict.class, counts, Words::of);
    }

    private static <E extends Enum<E>> List<Choice> chosen(
            Class<E> type, Map<E, Integer> counts, Function<E, String> label) {
        var choices = new ArrayList<Choice>();
        for (var value : type.getEnumConstants()) {
            var count = counts.getOrDefault(value, 0);
            if (count > 0) {
                choices.add(new Choice(Words.name(value), label.apply(value), count));
            }
        }
        return choices;
    }
}
