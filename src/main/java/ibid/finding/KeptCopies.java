package ibid.finding;

import ibid.citation.Citation;
import ibid.document.Span;
import ibid.finding.Report.ReportedCitation;
import ibid.target.WrittenAddress;
import ibid.url.ArchivedCopies;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Archived copies that are cited with their originals: "archived from the original" cites no source twice. */
final class KeptCopies {
    private KeptCopies() {}

    /** The citations of one source in one document, but for copies that stand on a line or in an entry with an original. */
    static List<ReportedCitation> withoutThoseBesideTheirOriginal(List<ReportedCitation> citations) {
        Set<String> originals = new HashSet<>();
        citations.stream()
                .map(ReportedCitation::citation)
                .filter(citation -> !isCopy(citation))
                .forEach(citation -> surroundings(citation).forEach(originals::add));
        return citations.stream()
                .filter(cited -> !isCopy(cited.citation())
                        || surroundings(cited.citation()).noneMatch(originals::contains))
                .toList();
    }

    private static boolean isCopy(Citation citation) {
        return WrittenAddress.of(citation).flatMap(ArchivedCopies::of).isPresent();
    }

    /** What two citations of one entry have in common. */
    private static Stream<String> surroundings(Citation citation) {
        var context = citation.context();
        var line = citation.place().span().map(Span::line).map(number -> "line " + number);
        return Stream.of(
                        line.or(() -> citation.place().location()),
                        context.title().map(title -> "title " + title),
                        context.sentence().map(sentence -> "sentence " + sentence))
                .flatMap(Optional::stream);
    }
}
