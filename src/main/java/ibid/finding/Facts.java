package ibid.finding;

import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedDocument;
import ibid.finding.Report.ReportedTarget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the rules judge, in the order of the report.
 *
 * @param byTarget citations by the id of their target
 */
record Facts(
        List<ReportedDocument> documents,
        List<ReportedCitation> citations,
        List<ReportedTarget> targets,
        List<RepeatedPassage> passages,
        Map<String, List<ReportedCitation>> byTarget) {

    static Facts of(
            List<ReportedDocument> documents,
            List<ReportedCitation> citations,
            List<ReportedTarget> targets,
            List<RepeatedPassage> passages) {
        var byTarget = citations.stream()
                .collect(Collectors.groupingBy(ReportedCitation::target, LinkedHashMap::new, Collectors.toList()));
        return new Facts(documents, citations, targets, passages, byTarget);
    }

    List<ReportedCitation> citationsOf(ReportedTarget target) {
        return byTarget.getOrDefault(target.id(), List.of());
    }
}
