package ibid.document.bibliography;

import ibid.document.Entry;
import java.util.Optional;

/** What has been read of an entry so far; of a field that comes again the first counts. */
final class EntryDraft {
    private final int start;
    private Optional<String> key = Optional.empty();
    private Optional<String> title = Optional.empty();
    private Optional<String> author = Optional.empty();
    private Optional<String> date = Optional.empty();
    private Optional<String> accessed = Optional.empty();

    EntryDraft(int start) {
        this.start = start;
    }

    int start() {
        return start;
    }

    void key(Optional<String> found) {
        key = key.or(() -> found.map(String::strip).filter(k -> !k.isEmpty()));
    }

    void title(Optional<String> found) {
        title = title.or(() -> found);
    }

    /** A title that goes on in the next line. */
    void retitle(Optional<String> longer) {
        title = longer;
    }

    void author(Optional<String> found) {
        author = author.or(() -> found);
    }

    void date(Optional<String> found) {
        date = date.or(() -> found);
    }

    void accessed(Optional<String> found) {
        accessed = accessed.or(() -> found);
    }

    Entry ending(int end) {
        return new Entry(start, end, key, title, author, date, accessed);
    }
}
