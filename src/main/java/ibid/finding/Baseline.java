package ibid.finding;

import ibid.citation.Citation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The findings that a project knows of, so that a run speaks of new ones only.
 *
 * <p>A finding is known by what it finds fault with and in which document, not by its line: it stays known when lines move,
 * and is new where the same fault comes to another document, or once more to the same.
 *
 * @param places how many places of each finding in each document are known
 */
public record Baseline(Map<Known, Integer> places) {
    public Baseline {
        places = Map.copyOf(places);
    }

    /**
     * A finding in a document.
     *
     * @param document empty where the finding is about none
     */
    public record Known(String document, RuleId rule, String fingerprint) implements Comparable<Known> {
        @Override
        public int compareTo(Known other) {
            var byDocument = document.compareTo(other.document);
            var byRule = byDocument == 0 ? rule.compareTo(other.rule) : byDocument;
            return byRule == 0 ? fingerprint.compareTo(other.fingerprint) : byRule;
        }
    }

    /** Everything that a report found. */
    public static Baseline of(Report report) {
        Map<Known, Integer> places = new HashMap<>();
        var citations = report.cited();
        report.findings()
                .forEach(finding -> documentsOf(finding, citations)
                        .forEach(document -> places.merge(known(finding, document), 1, Integer::sum)));
        return new Baseline(places);
    }

    /** The known findings by document, then rule. */
    public Map<Known, Integer> inOrder() {
        return new TreeMap<>(places);
    }

    /** The same report without what is known; a finding that has come to more places names those documents alone. */
    public Report withoutKnown(Report report) {
        var citations = report.cited();
        var fresh = new ArrayList<Finding>();
        for (var finding : report.findings()) {
            var now = documentsOf(finding, citations)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            var grown = now.entrySet().stream()
                    .filter(e -> e.getValue() > places.getOrDefault(known(finding, e.getKey()), 0))
                    .map(Map.Entry::getKey)
                    .toList();
            if (grown.size() == now.size()) {
                fresh.add(finding);
            } else if (!grown.isEmpty()) {
                fresh.add(finding.withCitations(finding.citations().stream()
                        .filter(id -> grown.contains(document(id, citations)))
                        .toList()));
            }
        }
        return report.withFindings(fresh);
    }

    private static Stream<String> documentsOf(Finding finding, Map<String, Citation> citations) {
        return finding.citations().isEmpty()
                ? Stream.of(finding.document().orElse(""))
                : finding.citations().stream().map(id -> document(id, citations));
    }

    private static String document(String id, Map<String, Citation> citations) {
        return Optional.ofNullable(citations.get(id)).map(Citation::document).orElse("");
    }

    private static Known known(Finding finding, String document) {
        return new Known(document, finding.rule(), finding.fingerprint());
    }
}
