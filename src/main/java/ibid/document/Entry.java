package ibid.document;

import java.util.Optional;

/**
 * One entry of a bibliography: whatever is cited in it is cited for the work it describes.
 *
 * @param start offset in the source text, in UTF-16 code units
 * @param end exclusive end in the source text
 * @param key the name by which the document cites it
 * @param title of the work, without markup
 * @param author of the work: names as written, the first at least
 * @param date of the work, ISO 8601 and as precise as it is written: {@code 2020}, {@code 2020-06}, {@code 2020-06-03}
 * @param accessed ISO 8601 date on which the address was visited
 */
public record Entry(
        int start,
        int end,
        Optional<String> key,
        Optional<String> title,
        Optional<String> author,
        Optional<String> date,
        Optional<String> accessed) {

    /** The same entry, standing elsewhere. */
    Entry at(int newStart, int newEnd) {
        return new Entry(newStart, newEnd, key, title, author, date, accessed);
    }
}
