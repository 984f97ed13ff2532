package ibid.finding;

import ibid.citation.Context;
import ibid.finding.Report.ReportedCitation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Gives a repeated passage's citations the context that only the first copy has.
 *
 * <p>Whoever pastes a passage a second time often leaves its title out.
 */
final class ContextInheritance {
    private ContextInheritance() {}

    static List<ReportedCitation> applied(List<ReportedCitation> citations, List<RepeatedPassage> passages) {
        if (passages.isEmpty()) {
            return citations;
        }
        Map<String, Integer> positions = new HashMap<>();
        for (var i = 0; i < citations.size(); i++) {
            positions.put(citations.get(i).id(), i);
        }
        var index = new CitationIndex(citations);
        var result = new ArrayList<>(citations);
        for (var passage : passages) {
            var originals =
                    index.in(passage.original()).stream().collect(Collectors.groupingBy(ReportedCitation::target));
            for (var copy : passage.copies()) {
                var copies = index.in(copy);
                // The n-th citation of a target in the copy is the n-th one in the original.
                Map<String, Integer> seen = new HashMap<>();
                for (var heir : copies) {
                    var nth = seen.merge(heir.target(), 1, Integer::sum);
                    var origins = originals.getOrDefault(heir.target(), List.of());
                    Optional.of(nth)
                            .filter(n -> n <= origins.size())
                            .flatMap(n -> inherited(heir, origins.get(n - 1)))
                            .ifPresent(c -> result.set(positions.getOrDefault(c.id(), -1), c));
                }
            }
        }
        return result;
    }

    private static Optional<ReportedCitation> inherited(ReportedCitation heir, ReportedCitation origin) {
        var own = heir.citation().context();
        var from = origin.citation().context();
        var merged = new Context(
                own.title().or(from::title),
                own.author().or(from::author),
                own.date().or(from::date),
                own.accessed(),
                own.committed(),
                own.heading(),
                own.linkText(),
                own.sentence());
        if (merged.equals(own) || heir.inheritedFrom().isPresent()) {
            return Optional.empty();
        }
        var citation = heir.citation().withContext(merged);
        return Optional.of(
                new ReportedCitation(heir.id(), citation, heir.target(), heir.recovery(), Optional.of(origin.id())));
    }
}
