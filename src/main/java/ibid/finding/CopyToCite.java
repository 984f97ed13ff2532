package ibid.finding;

import ibid.archive.Snapshot;
import ibid.citation.CitationKind;
import ibid.citation.CitingDate;
import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedTarget;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The copies of a broken link in public archives, which can be cited in its place: one that was read and shows what was
 * cited before one that is only known, and for each citation the one nearest to its own date.
 */
record CopyToCite(List<Snapshot> copies) {
    /** The archive of the run, of which nobody else knows. */
    private static final String OWN = "local";

    private static final int PLACES_NAMED = 3;

    static Optional<CopyToCite> of(ReportedTarget target) {
        var known = target.snapshots().stream()
                .filter(snapshot -> !snapshot.archive().equals(OWN))
                .sorted(Comparator.comparing((Snapshot copy) -> !copy.verified())
                        .thenComparing(copy -> copy.nearTo().isEmpty()))
                .toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(new CopyToCite(alike(known)));
    }

    /** As sure as the first. */
    private static List<Snapshot> alike(List<Snapshot> copies) {
        var first = copies.get(0);
        return copies.stream()
                .filter(copy -> copy.verified() == first.verified()
                        && copy.nearTo().isPresent() == first.nearTo().isPresent())
                .toList();
    }

    /** Names the copy of these citations; where their dates have different ones, each with its places. */
    String sentence(List<ReportedCitation> citations) {
        var byCopy = byCopy(citations);
        var copy = byCopy.isEmpty() ? copies.get(0) : byCopy.keySet().iterator().next();
        if (byCopy.size() < 2) {
            return said(copy, false) + ", in " + copy.archive() + ", is of " + day(copy) + ": " + copy.url();
        }
        return said(copy, true) + ": "
                + byCopy.entrySet().stream()
                        .map(one -> "for " + places(one.getValue()) + " that in "
                                + one.getKey().archive() + " of " + day(one.getKey()) + ", "
                                + one.getKey().url())
                        .collect(Collectors.joining("; "));
    }

    private static String said(Snapshot copy, boolean several) {
        if (copy.verified()) {
            return several
                    ? "The archived copies nearest to when it was cited"
                    : "The archived copy nearest to when it was cited";
        }
        return copy.nearTo().isPresent()
                ? "No archived copy was seen to show what was cited; the likeliest"
                : "The last good copy";
    }

    private static String places(List<ReportedCitation> citations) {
        var more = citations.size() - PLACES_NAMED;
        return citations.stream()
                        .limit(PLACES_NAMED)
                        .map(cited -> cited.citation().document()
                                + cited.citation().place().label())
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private Map<Snapshot, List<ReportedCitation>> byCopy(List<ReportedCitation> citations) {
        return citations.stream()
                .collect(Collectors.groupingBy(this::nearest, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * Safe only where a copy was read and shows what was cited; else that is for a person to see. Where documents can name a
     * copy beside the address, and are to, they do; elsewhere it is cited in the place of the address.
     */
    List<Fix> fixes(List<ReportedCitation> citations, Facts facts) {
        var written = citations.stream()
                .filter(cited -> cited.citation().kind() != CitationKind.BARE_HOST)
                .toList();
        return byCopy(written).entrySet().stream()
                .flatMap(one -> fixes(one.getKey(), one.getValue(), facts))
                .toList();
    }

    private static Stream<Fix> fixes(Snapshot copy, List<ReportedCitation> citations, Facts facts) {
        var named = new Fix(
                "Name the copy that " + copy.archive() + " made on " + day(copy) + " beside the address.",
                copy.verified(),
                true,
                facts.copies().naming(citations));
        var cited = Replacement.fixes(
                "Cite the copy that " + copy.archive() + " made on " + day(copy) + ".",
                copy.verified(),
                citations.stream()
                        .filter(citation -> facts.copies().of(citation).isEmpty())
                        .toList(),
                copy.url(),
                facts);
        return Stream.concat(Stream.of(named), cited.stream().map(Fix::ofArchive))
                .filter(fix -> !fix.edits().isEmpty());
    }

    /** A citation that says no date has the copy that was chosen for those. */
    Snapshot nearest(ReportedCitation cited) {
        var stated = CitingDate.of(cited.citation().context());
        return copies.stream()
                .min(Comparator.comparingLong((Snapshot copy) -> apart(copy, stated)))
                .orElseThrow();
    }

    private static long apart(Snapshot copy, Optional<CitingDate> stated) {
        return copy.nearTo()
                .map(near -> stated.map(date -> date.date().daysFrom(near.date()))
                        .orElse(near.by().isOfCitation() ? 1L : 0L))
                .orElse(Long.MAX_VALUE);
    }

    private static LocalDate day(Snapshot copy) {
        return LocalDate.ofInstant(copy.capturedAt(), ZoneOffset.UTC);
    }
}
