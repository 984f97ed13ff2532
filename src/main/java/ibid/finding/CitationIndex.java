package ibid.finding;

import ibid.document.Span;
import ibid.finding.Report.ReportedCitation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Citations by where they stand and by what they mean, each list in the order of the report. */
final class CitationIndex {
    private final Map<String, NavigableMap<Integer, List<ReportedCitation>>> byLine = new HashMap<>();
    private final Map<String, List<ReportedCitation>> byTarget;

    CitationIndex(List<ReportedCitation> citations) {
        for (var cited : citations) {
            var line = cited.citation().place().span().map(Span::line);
            line.ifPresent(number -> byLine.computeIfAbsent(cited.citation().document(), d -> new TreeMap<>())
                    .computeIfAbsent(number, n -> new ArrayList<>())
                    .add(cited));
        }
        byTarget = citations.stream()
                .collect(Collectors.groupingBy(ReportedCitation::target, LinkedHashMap::new, Collectors.toList()));
    }

    /** The citations of a target, by its id. */
    List<ReportedCitation> of(String target) {
        return byTarget.getOrDefault(target, List.of());
    }

    /** The citations that begin in a passage. */
    List<ReportedCitation> in(Passage passage) {
        return byLine
                .getOrDefault(passage.document(), Collections.emptyNavigableMap())
                .subMap(passage.firstLine(), true, passage.lastLine(), true)
                .values()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The citations of a passage and of all its copies. */
    List<ReportedCitation> in(RepeatedPassage passage) {
        return Stream.concat(Stream.of(passage.original()), passage.copies().stream())
                .flatMap(place -> in(place).stream())
                .toList();
    }
}
