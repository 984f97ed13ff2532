package ibid.report.ci;

import ibid.citation.Citation;
import ibid.citation.Place;
import ibid.document.Span;
import ibid.finding.Finding;
import ibid.finding.Fix;
import ibid.finding.Report;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A finding at one of its places: a reviewer wants to see it at each line that is to be mended.
 *
 * @param document path of the document; empty where the finding is about none
 * @param place empty where the finding is about a document as a whole
 * @param number counts the places of the finding, from 0
 * @param others the places that it names beside this one, where they make sense only together
 */
record Located(
        Finding finding,
        String document,
        Optional<Place> place,
        Optional<Citation> citation,
        int number,
        List<Citation> others) {

    /** Each finding at each of its places, in the order of the report; what is double by nature once, at its first. */
    static List<Located> in(Report report) {
        var citations = report.cited();
        var all = new ArrayList<Located>();
        for (var finding : report.findings()) {
            var cited = finding.citations().stream()
                    .map(citations::get)
                    .filter(Objects::nonNull)
                    .toList();
            if (cited.isEmpty()) {
                all.add(new Located(
                        finding, finding.document().orElse(""), Optional.empty(), Optional.empty(), 0, List.of()));
                continue;
            }
            var once = finding.rule().isDoubleByNature();
            for (var i = 0; i < (once ? 1 : cited.size()); i++) {
                var citation = cited.get(i);
                all.add(new Located(
                        finding,
                        citation.document(),
                        Optional.of(citation.place()),
                        Optional.of(citation),
                        i,
                        once ? cited.subList(1, cited.size()) : List.of()));
            }
        }
        return all;
    }

    Optional<Span> span() {
        return place.flatMap(Place::span);
    }

    /** The line, where a format wants one whatever the document is. */
    int lineOrFirst() {
        return span().map(Span::line).orElse(1);
    }

    /** {@code :line:column} or what the document has instead; empty for a document as a whole. */
    String label() {
        return place.map(Place::label).orElse("");
    }

    /** The same for the same problem at the same place among its places, in a later run too. */
    String fingerprint() {
        if (number == 0) {
            return finding.fingerprint();
        }
        var sum = new CRC32();
        sum.update((document + '\0' + number).getBytes(StandardCharsets.UTF_8));
        return finding.fingerprint() + HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /** The fixes with the edits that belong here: those within this place, or at the first one those that lie in no place. */
    List<Fix> fixes() {
        return finding.fixes().stream()
                .map(fix -> new Fix(
                        fix.description(),
                        fix.safe(),
                        fix.edits().stream().filter(this::belongsHere).toList()))
                .filter(fix -> !fix.edits().isEmpty())
                .toList();
    }

    private boolean belongsHere(Fix.Edit edit) {
        if (!others.isEmpty() || finding.citations().size() < 2) {
            return true;
        }
        return span().filter(span -> edit.document().equals(document)
                        && edit.byteOffset() >= span.byteOffset()
                        && edit.byteOffset() + edit.byteLength() <= span.byteOffset() + span.byteLength())
                .isPresent();
    }
}
