package ibid.report;

import ibid.finding.Severity;
import java.util.List;

/** The severities in the order in which a report names them. */
final class Severities {
    static final List<Severity> WORST_FIRST = List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE);

    private Severities() {}
}
