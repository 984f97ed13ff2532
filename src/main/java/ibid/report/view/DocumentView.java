package ibid.report.view;

import ibid.finding.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A document with what was found in it.
 *
 * @param anchor for links on the page
 * @param details format, charset and how much was cited
 * @param problems what kept it from being read
 * @param findings worst first, then by place
 */
public record DocumentView(
        String anchor, String path, String details, List<String> problems, List<FindingView> findings) {

    static final Comparator<FindingView> WORST_FIRST =
            Comparator.comparing((FindingView f) -> f.finding().severity(), Comparator.reverseOrder());

    /** {@code 1 error, 2 notes}. */
    public String counts() {
        return Severity.WORST_FIRST.stream()
                .map(severity -> Words.count(
                        findings.stream()
                                .filter(f -> f.finding().severity() == severity)
                                .count(),
                        severity.label()))
                .filter(text -> !text.startsWith("0 "))
                .collect(Collectors.joining(", "));
    }
}
