package ibid.finding;

import ibid.citation.Citation;
import ibid.citation.CitationKind;
import ibid.finding.Report.ReportedCitation;
import ibid.url.Url;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The edits that put one address in the place of citations. */
final class Replacement {
    private Replacement() {}

    /**
     * The fix; empty where none of the citations stands in a text that can be edited.
     *
     * @param certain whether the address is the right one beyond doubt
     */
    static Optional<Fix> fix(String description, boolean certain, List<ReportedCitation> citations, Url address) {
        var edits = new ArrayList<Fix.Edit>();
        for (var cited : citations) {
            var citation = cited.citation();
            citation.place()
                    .span()
                    .ifPresent(span -> edits.add(
                            new Fix.Edit(citation.document(), span.byteOffset(), span.byteLength(), address.text())));
        }
        var asWritten = citations.stream().map(ReportedCitation::citation).allMatch(c -> stands(address.text(), c));
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(Fix.withAddress(description, certain && asWritten, edits));
    }

    /** Where the address that stands there is written with escapes, another one would need them, too. */
    private static boolean stands(String address, Citation there) {
        return isDelimited(there) && (address.indexOf('&') < 0 || there.text().equals(there.cited()));
    }

    /** In the place of a bare number or of an expression that is put together from strings, no address can stand. */
    private static boolean isDelimited(Citation there) {
        return there.kind() != CitationKind.IDENTIFIER
                && there.text().indexOf('"') < 0
                && there.text().indexOf(' ') < 0;
    }
}
