package ibid.finding;

import ibid.archive.Snapshot;
import ibid.citation.CitationKind;
import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedTarget;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The copy of a broken link in a public archive, which can be cited in its place. */
record CopyToCite(Snapshot snapshot) {
    /** The archive of the run, of which nobody else knows. */
    private static final String OWN = "local";

    static Optional<CopyToCite> of(ReportedTarget target) {
        return target.snapshots().stream()
                .filter(snapshot -> !snapshot.archive().equals(OWN))
                .findFirst()
                .map(CopyToCite::new);
    }

    String sentence() {
        return "The last good copy in " + snapshot.archive() + " is of " + day() + ": " + snapshot.url();
    }

    /** Never safe: whether the copy says what was cited is for a person to see. */
    List<Fix> fixes(List<ReportedCitation> citations, Facts facts) {
        var written = citations.stream()
                .filter(cited -> cited.citation().kind() != CitationKind.BARE_HOST)
                .toList();
        return Replacement.fixes(
                "Cite the copy that " + snapshot.archive() + " made on " + day() + ".",
                false,
                written,
                snapshot.url(),
                facts);
    }

    private LocalDate day() {
        return LocalDate.ofInstant(snapshot.capturedAt(), ZoneOffset.UTC);
    }
}
