package ibid.cli;

import ibid.finding.Finding;
import ibid.finding.Severity;
import java.util.List;

/** From which severity on findings make a run fail. */
enum FailOn {
    ERROR,
    WARNING,
    NOTE,
    NEVER;

    boolean isReached(List<Finding> findings) {
        return switch (this) {
            case NEVER -> false;
            case NOTE -> !findings.isEmpty();
            case WARNING -> findings.stream().anyMatch(f -> f.severity() != Severity.NOTE);
            case ERROR -> findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
        };
    }
}
