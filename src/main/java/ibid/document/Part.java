package ibid.document;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A stretch of a document that has a name of its own: a page, a paragraph, a cell, a message.
 *
 * @param start offset in the source text, in UTF-16 code units
 * @param end exclusive end in the source text
 * @param page from 1, where the document has pages
 * @param location what people call it, such as {@code Sheet1!B7}, {@code paragraph 14} or {@code chapter-3.xhtml}
 */
public record Part(int start, int end, OptionalInt page, Optional<String> location) {

    public static Part ofPage(int start, int end, int page) {
        return new Part(start, end, OptionalInt.of(page), Optional.empty());
    }

    public static Part named(int start, int end, String location) {
        return new Part(start, end, OptionalInt.empty(), Optional.of(location));
    }
}
