package ibid.finding;

import ibid.finding.Report.ReportedDocument;
import java.util.List;

/** What of a report is needed to mend its documents; a report that was read back holds no more. */
public record Mendable(List<ReportedDocument> documents, List<Finding> findings) {
    public Mendable {
        documents = List.copyOf(documents);
        findings = List.copyOf(findings);
    }

    public static Mendable of(Report report) {
        return new Mendable(report.documents(), report.findings());
    }
}
