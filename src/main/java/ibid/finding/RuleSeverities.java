package ibid.finding;

import ibid.config.DocumentTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The severities that a project gives to rules.
 *
 * @param said by rule; empty where the rule is off. A rule that is not said keeps the severity of each of its findings.
 * @param ofDocuments what counts before that in some documents; of several that name a rule, the first
 */
public record RuleSeverities(Map<RuleId, Optional<Severity>> said, List<OfDocuments> ofDocuments) {

    /** What is said for the documents of a table. */
    public record OfDocuments(DocumentTable documents, Map<RuleId, Optional<Severity>> said) {
        public OfDocuments {
            said = Map.copyOf(said);
        }
    }

    public RuleSeverities {
        said = Map.copyOf(said);
        ofDocuments = List.copyOf(ofDocuments);
    }

    /** Whether there may be findings of a rule anywhere. */
    public boolean wants(RuleId rule) {
        return said.getOrDefault(rule, rule.isUsual() ? Optional.of(rule.severity()) : Optional.empty())
                        .isPresent()
                || ofDocuments.stream()
                        .anyMatch(table -> table.said()
                                .getOrDefault(rule, Optional.empty())
                                .isPresent());
    }

    /** The same report, its findings as the project wants them. */
    public Report applied(Report report) {
        if (said.isEmpty() && ofDocuments.isEmpty()) {
            return report;
        }
        var weighing = new Weighing(report);
        return report.withFindings(report.findings().stream()
                .flatMap(finding -> weighing.weighed(finding).stream())
                .toList());
    }

    private final class Weighing {
        private final Map<String, String> documents = new HashMap<>();
        private final Map<String, List<OfDocuments>> tables = new HashMap<>();

        Weighing(Report report) {
            report.citations()
                    .forEach(cited -> documents.put(cited.id(), cited.citation().document()));
        }

        /** The finding at the places where its rule is not off, as bad as at the worst of them. */
        Optional<Finding> weighed(Finding finding) {
            var wanted = new ArrayList<String>();
            var worst = Optional.<Severity>empty();
            for (var citation : finding.citations()) {
                var here = severity(finding, Optional.ofNullable(documents.get(citation)));
                if (here.isPresent()) {
                    wanted.add(citation);
                    worst = worst.filter(known -> known.compareTo(here.get()) >= 0)
                            .or(() -> here);
                }
            }
            if (finding.citations().isEmpty()) {
                worst = severity(finding, finding.document());
            }
            var left = wanted.size() == finding.citations().size() ? finding : only(finding, wanted);
            return worst.map(left::withSeverity);
        }

        /** What mends other documents is left out, too. */
        private Finding only(Finding finding, List<String> wanted) {
            return finding.withCitations(wanted)
                    .withFixes(finding.fixes().stream()
                            .flatMap(fix ->
                                    fix
                                            .only(edit -> severity(finding, Optional.of(edit.document()))
                                                    .isPresent())
                                            .stream())
                            .toList());
        }

        private Optional<Severity> severity(Finding finding, Optional<String> document) {
            var rule = finding.rule();
            var here = document.stream()
                    .flatMap(path -> tables.computeIfAbsent(path, this::of).stream())
                    .filter(table -> table.said().containsKey(rule))
                    .findFirst();
            var known = here.isPresent() ? here.get().said() : said;
            return known.getOrDefault(rule, rule.isUsual() ? Optional.of(finding.severity()) : Optional.empty());
        }

        private List<OfDocuments> of(String document) {
            return ofDocuments.stream()
                    .filter(table -> table.documents().holds(document))
                    .toList();
        }
    }
}
