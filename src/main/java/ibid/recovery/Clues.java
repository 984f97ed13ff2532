package ibid.recovery;

import ibid.citation.CitedDate;
import ibid.citation.Context;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the texts that cite a source say of it, all its citations together.
 *
 * @param titles what it is called; the text of a link counts
 * @param authors who wrote it
 * @param dates when it was published
 * @param known when it was known to be there: dates of reading it and of the citing lines
 */
public record Clues(List<String> titles, List<String> authors, List<CitedDate> dates, List<CitedDate> known) {
    /** Nothing is known. */
    public static final Clues NONE = new Clues(List.of(), List.of(), List.of(), List.of());

    public Clues {
        titles = List.copyOf(titles);
        authors = List.copyOf(authors);
        dates = List.copyOf(dates);
        known = List.copyOf(known);
    }

    /** What stands around the citations of one source. */
    public static Clues of(Collection<Context> contexts) {
        return new Clues(
                texts(contexts.stream().flatMap(c -> Stream.of(c.title(), c.linkText()))),
                texts(contexts.stream().map(Context::author)),
                dates(contexts.stream().map(Context::date)),
                dates(contexts.stream().flatMap(c -> Stream.of(c.accessed(), c.committed()))));
    }

    private static List<String> texts(Stream<Optional<String>> texts) {
        return texts.flatMap(Optional::stream)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && !isAddress(text))
                .distinct()
                .toList();
    }

    private static List<CitedDate> dates(Stream<Optional<String>> texts) {
        return texts.flatMap(Optional::stream)
                .flatMap(text -> CitedDate.of(text).stream())
                .distinct()
                .toList();
    }

    /** The text of a link is often the cut address itself. */
    private static boolean isAddress(String text) {
        return text.indexOf(' ') < 0 && (text.indexOf('/') >= 0 || text.indexOf('.') >= 0);
    }
}
