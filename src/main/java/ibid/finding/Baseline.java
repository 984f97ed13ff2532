package ibid.finding;

import ibid.citation.Citation;
import java.util.HashMap;
import java.util.List;
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

    /**
     * The same report without what is known; a finding that has come to more places names those alone. Which of several in one
     * document is new nobody can tell by the address: the first are taken for the known ones, for texts grow at their ends.
     */
    public Report withoutKnown(Report report) {
        var citations = report.cited();
        return report.withFindings(report.findings().stream()
                .flatMap(finding -> fresh(finding, citations).stream())
                .toList());
    }

    private Optional<Finding> fresh(Finding finding, Map<String, Citation> citations) {
        if (finding.citations().isEmpty() || finding.rule().isDoubleByNature()) {
            return freshAsAWhole(finding, citations);
        }
        var seen = new HashMap<String, Integer>();
        var others = finding.citations().stream()
                .filter(id -> {
                    var document = document(id, citations);
                    return seen.merge(document, 1, Integer::sum) > places.getOrDefault(known(finding, document), 0);
                })
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(only(finding, others));
    }

    /** In the documents where it has more places than are known, at all of them. */
    private Optional<Finding> freshAsAWhole(Finding finding, Map<String, Citation> citations) {
        var grown = documentsOf(finding, citations)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(now -> now.getValue() > places.getOrDefault(known(finding, now.getKey()), 0))
                .map(Map.Entry::getKey)
                .toList();
        return grown.isEmpty()
                ? Optional.empty()
                : Optional.of(only(
                        finding,
                        finding.citations().stream()
                                .filter(id -> grown.contains(document(id, citations)))
                                .toList()));
    }

    private static Finding only(Finding finding, List<String> citations) {
        return citations.size() == finding.citations().size() ? finding : finding.withCitations(citations);
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
