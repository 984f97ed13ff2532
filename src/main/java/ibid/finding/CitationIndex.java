package ibid.finding;

import ibid.document.Span;
import ibid.finding.Report.ReportedCitation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Citations by where they stand and by what they mean, each list in the order of the report. */
final class CitationIndex {
    private final Map<String, List<ReportedCitation>> byDocument;
    private final Map<String, List<ReportedCitation>> byTarget;

    CitationIndex(List<ReportedCitation> citations) {
        byDocument = citations.stream()
                .collect(Collectors.groupingBy(c -> c.citation().document(), LinkedHashMap::new, Collectors.toList()));
        byTarget = citations.stream()
                .collect(Collectors.groupingBy(ReportedCitation::target, LinkedHashMap::new, Collectors.toList()));
    }

    /** The citations of a target, by its id. */
    List<ReportedCitation> of(String target) {
        return byTarget.getOrDefault(target, List.of());
    }

    /** The citations that begin in a passage. */
    List<ReportedCitation> in(Passage passage) {
        return byDocument.getOrDefault(passage.document(), List.of()).stream()
                .filter(c -> c.citation()
                        .place()
                        .span()
                        .map(Span::line)
                        .map(passage::holds)
                        .orElse(false))
                .toList();
    }

    /** The citations of a passage and of all its copies. */
    List<ReportedCitation> in(RepeatedPassage passage) {
        return Stream.concat(Stream.of(passage.original()), passage.copies().stream())
                .flatMap(place -> in(place).stream())
                .toList();
    }
}
