package ibid.document.markup;

import ibid.document.Entry;
import java.util.Optional;

/** The entries of {@code thebibliography}: from one {@code \bibitem} to the next. */
final class LatexEntries {
    private final Collected into;
    private String key = "";
    private int start = -1;

    LatexEntries(Collected into) {
        this.into = into;
    }

    void begin(int at, String name) {
        end(at);
        start = at;
        key = name;
    }

    /** Ends the entry that is open, where one is. */
    void end(int at) {
        if (start < 0) {
            return;
        }
        var text = into.source();
        var end = Spaces.trimmedEnd(text, start, at);
        into.entry(new Entry(
                start,
                end,
                Optional.of(key).filter(k -> !k.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        start = -1;
    }
}
