package ibid.scan;

import ibid.citation.Truncation;
import ibid.finding.ReportBuilder.Cited;
import ibid.finding.ReportBuilder.Examined;
import ibid.target.Target.UrlTarget;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The addresses of a run that can be read in one way alone, sorted. */
final class FullAddresses {
    private final NavigableSet<String> addresses = new TreeSet<>();

    static FullAddresses of(List<Examined> documents) {
        var full = new FullAddresses();
        documents.forEach(document -> document.cited().forEach(full::add));
        return full;
    }

    private void add(Cited cited) {
        if (cited.citation().otherwise().isEmpty() && cited.target() instanceof UrlTarget url) {
            addresses.add(url.key());
        }
    }

    /** One that goes on with the word or the number in which another ends, and ends as the cut one does. */
    Optional<String> continuing(String start, Truncation cut) {
        for (var address : addresses.tailSet(start, false)) {
            if (!address.startsWith(start)) {
                break;
            }
            if (goesOn(start.charAt(start.length() - 1), address.charAt(start.length()))
                    && address.endsWith(cut.tail())) {
                return Optional.of(address);
            }
        }
        return Optional.empty();
    }

    private static boolean goesOn(char last, char next) {
        return Character.isDigit(last) ? Character.isDigit(next) : Character.isLetter(last) && Character.isLetter(next);
    }
}
