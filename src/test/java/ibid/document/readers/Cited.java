package ibid.document.readers;

import ibid.citation.Citation;
import ibid.citation.CitationFinder;
import ibid.config.Settings;
import ibid.document.Document;
import java.util.List;
import java.util.Optional;

/** The citations of a text given in a test as if it were a file of that name, one a line. */
public final class Cited {
    private static final CitationFinder FINDER = new CitationFinder(Settings.DEFAULTS.documents());

    private Cited() {}

    public static List<Citation> in(Document document) {
        return FINDER.find(document).citations();
    }

    /** {@code line:column text}, and behind an arrow what is cited where that is something else. */
    public static List<String> places(String name, String text) {
        return in(Reads.named(name, text)).stream().map(Cited::place).toList();
    }

    /** The same with the location. */
    public static List<String> located(String name, String text) {
        return in(Reads.named(name, text)).stream()
                .map(c -> place(c) + " @ " + c.place().location().orElse("-"))
                .toList();
    }

    /** {@code cited | location | title | author | date | accessed}, each {@code -} where there is none. */
    public static List<String> works(String name, String text) {
        return in(Reads.named(name, text)).stream()
                .map(c -> String.join(
                        " | ",
                        c.cited(),
                        shown(c.place().location()),
                        shown(c.context().title()),
                        shown(c.context().author()),
                        shown(c.context().date()),
                        shown(c.context().accessed())))
                .toList();
    }

    private static String shown(Optional<String> value) {
        return value.orElse("-");
    }

    private static String place(Citation citation) {
        var span = citation.place().span().orElseThrow();
        return span.line() + ":" + span.column() + " " + citation.text()
                + (citation.cited().equals(citation.text()) ? "" : " -> " + citation.cited());
    }
}
