package ibid.finding;

import ibid.citation.Citation;
import ibid.citation.CitationKind;
import ibid.finding.Report.ReportedCitation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The works behind citations of one source. An entry of a bibliography that gives a work's address and its DOI cites it once; and
 * entries of different titles that share an address, such as a journal's ISSN or the page of a whole volume, are different works.
 */
final class ListedWorks {
    /** What many works have in common. */
    private static final Pattern SHARED = Pattern.compile("(?:issn|isbn|orcid):.*", Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private ListedWorks() {}

    /** The citations of each work, of each entry the first; what stands in no entry counts as one work. */
    static Stream<List<ReportedCitation>> of(List<ReportedCitation> citations) {
        var works = new ArrayList<List<ReportedCitation>>();
        Set<String> entries = new HashSet<>();
        for (var cited : citations) {
            var entry = entry(cited.citation());
            if (entry.isEmpty() || entries.add(entry.get())) {
                works.stream()
                        .filter(work -> isSame(work.get(0).citation(), cited.citation()))
                        .findFirst()
                        .orElseGet(() -> {
                            var work = new ArrayList<ReportedCitation>();
                            works.add(work);
                            return work;
                        })
                        .add(cited);
            }
        }
        return works.stream();
    }

    private static Optional<String> entry(Citation citation) {
        var isListed = citation.kind() == CitationKind.BIBLIOGRAPHY || citation.kind() == CitationKind.IDENTIFIER;
        return isListed && citation.role() == Citation.Role.ENTRY
                ? citation.place().location()
                : Optional.empty();
    }

    private static boolean isSame(Citation one, Citation other) {
        if (entry(one).isEmpty() || entry(other).isEmpty()) {
            return true;
        }
        var words = words(one);
        var others = words(other);
        if (SHARED.matcher(one.cited()).matches()) {
            return words.equals(others);
        }
        // A title is cut, or has another subtitle, more often than two works share an address and most of their words.
        var common = words.stream().filter(others::contains).count();
        return words.isEmpty() || others.isEmpty() || common * 2 >= Math.min(words.size(), others.size());
    }

    private static Set<String> words(Citation citation) {
        var title = citation.context().title().orElse("").toLowerCase(Locale.ROOT);
        var words = new HashSet<>(List.of(NO_WORD.split(title, -1)));
        words.remove("");
        return words;
    }
}
