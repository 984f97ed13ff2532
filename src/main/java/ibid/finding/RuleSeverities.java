package ibid.finding;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The severities that a project gives to rules.
 *
 * @param said by rule; empty where the rule is off. A rule that is not said keeps the severity of each of its findings.
 */
public record RuleSeverities(Map<RuleId, Optional<Severity>> said) {
    /** What no project has changed. */
    public static final RuleSeverities AS_THEY_ARE = new RuleSeverities(Map.of());

    public RuleSeverities {
        said = Map.copyOf(said);
    }

    /** The same report, its findings as the project wants them. */
    public Report applied(Report report) {
        if (said.isEmpty()) {
            return report;
        }
        var known = new EnumMap<RuleId, Optional<Severity>>(said);
        return report.withFindings(report.findings().stream()
                .flatMap(finding -> known.getOrDefault(finding.rule(), Optional.of(finding.severity())).stream()
                        .map(finding::withSeverity))
                .toList());
    }
}
