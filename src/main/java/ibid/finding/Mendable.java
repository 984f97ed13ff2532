package ibid.finding;

import ibid.archive.Snapshot;
import ibid.finding.Report.ReportedDocument;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a report is needed to mend its documents; a report that was read back holds no more.
 *
 * @param copies addresses of archived copies that the report names
 */
public record Mendable(List<ReportedDocument> documents, List<Finding> findings, Set<String> copies) {
    public Mendable {
        documents = List.copyOf(documents);
        findings = List.copyOf(findings);
        copies = Set.copyOf(copies);
    }

    public static Mendable of(Report report) {
        return new Mendable(
                report.documents(),
                report.findings(),
                report.targets().stream()
                        .flatMap(target -> target.snapshots().stream())
                        .map(Snapshot::url)
                        .collect(Collectors.toSet()));
    }
}
