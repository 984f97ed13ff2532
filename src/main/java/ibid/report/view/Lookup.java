package ibid.report.view;

import ibid.finding.Fix;
import ibid.finding.Report;
import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the records of a report by what refers to them. */
final class Lookup {
    private final Map<String, ReportedCitation> citations = new HashMap<>();
    private final Map<String, ReportedTarget> targets = new HashMap<>();
    private final Map<String, List<ReportedCitation>> byTarget = new HashMap<>();
    private final Map<Spot, ReportedCitation> bySpot = new HashMap<>();

    /** A range of bytes in a document. */
    private record Spot(String document, long offset, int length) {}

    Lookup(Report report) {
        for (var citation : report.citations()) {
            citations.put(citation.id(), citation);
            byTarget.computeIfAbsent(citation.target(), t -> new ArrayList<>()).add(citation);
            citation.citation()
                    .place()
                    .span()
                    .ifPresent(s -> bySpot.putIfAbsent(
                            new Spot(citation.citation().document(), s.byteOffset(), s.byteLength()), citation));
        }
        report.targets().forEach(t -> targets.put(t.id(), t));
    }

    Optional<ReportedTarget> target(String id) {
        return Optional.ofNullable(targets.get(id));
    }

    /** The citations with these ids, in this order; ids without a citation are passed over. */
    List<ReportedCitation> citations(List<String> ids) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(citations.get(id)).stream())
                .toList();
    }

    List<ReportedCitation> citationsOf(ReportedTarget target) {
        return byTarget.getOrDefault(target.id(), List.of());
    }

    /** The citation whose text an edit replaces. */
    Optional<ReportedCitation> replaced(Fix.Edit edit) {
        return Optional.ofNullable(bySpot.get(new Spot(edit.document(), edit.byteOffset(), edit.byteLength())));
    }
}
