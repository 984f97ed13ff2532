package ibid.finding;

import ibid.citation.Citation;
import ibid.finding.Report.ReportedCitation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The edits that put one address in the place of citations. */
final class Replacement {
    private Replacement() {}

    /**
     * The fix; empty where none of the citations stands in a text that can be edited. It is safe if the address is the
     * right one and can stand, as it is, wherever it is put.
     *
     * @param certain whether the address is the right one beyond doubt
     */
    static Optional<Fix> fix(
            String description, boolean certain, List<ReportedCitation> citations, String address, Facts facts) {
        return fix(description, certain, citations, citation -> address, facts);
    }

    /** The same, where each citation has an address of its own. */
    static Optional<Fix> fix(
            String description,
            boolean certain,
            List<ReportedCitation> citations,
            Function<Citation, String> address,
            Facts facts) {
        var edits = new ArrayList<Fix.Edit>();
        var safe = certain;
        for (var cited : citations) {
            var citation = cited.citation();
            var span = citation.place().span();
            if (span.isPresent()) {
                var put = address.apply(citation);
                var place = AddressPlace.of(citation, facts.documentOf(citation));
                edits.add(new Fix.Edit(
                        citation.document(), span.get().byteOffset(), span.get().byteLength(), place.spelling(put)));
                safe &= place.takes(put);
            }
        }
        return edits.isEmpty() ? Optional.empty() : Optional.of(new Fix(description, safe, edits));
    }
}
