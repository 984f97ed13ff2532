package ibid.finding;

import ibid.citation.Citation;
import ibid.finding.Report.ReportedCitation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The edits that put one address in the place of citations. */
final class Replacement {
    /** What is said of the places that are left when the others are mended. */
    private static final String ELSEWHERE = " These places need another spelling of it.";

    private Replacement() {}

    /**
     * The fix; it is safe if the address is the right one and can stand, as it is, wherever it is put. Where it can stand
     * at some places alone there are two, that of those places first. None where no citation stands in a text that can be
     * edited.
     *
     * @param certain whether the address is the right one beyond doubt
     */
    static List<Fix> fixes(
            String description, boolean certain, List<ReportedCitation> citations, String address, Facts facts) {
        return fixes(description, certain, citations, citation -> address, facts);
    }

    /** The same, where each citation has an address of its own. */
    static List<Fix> fixes(
            String description,
            boolean certain,
            List<ReportedCitation> citations,
            Function<Citation, String> address,
            Facts facts) {
        var safe = new ArrayList<Fix.Edit>();
        var others = new ArrayList<Fix.Edit>();
        for (var cited : citations) {
            var citation = cited.citation();
            var span = citation.place().span();
            if (span.isPresent()) {
                var put = address.apply(citation);
                var place = AddressPlace.of(citation, facts.documentOf(citation));
                (certain && place.takes(put) ? safe : others)
                        .add(new Fix.Edit(
                                citation.document(),
                                span.get().byteOffset(),
                                span.get().byteLength(),
                                place.spelling(put)));
            }
        }
        var elsewhere = safe.isEmpty() ? description : description + ELSEWHERE;
        return Stream.of(new Fix(description, true, safe), new Fix(elsewhere, false, others))
                .filter(fix -> !fix.edits().isEmpty())
                .toList();
    }
}
