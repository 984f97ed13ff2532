package ibid.document;

/**
 * A comment of the document's format, which its readers do not see.
 *
 * @param start offset in the source text of the comment with its marks
 * @param end exclusive end in the source text
 * @param text what it says, without its marks
 */
public record Comment(int start, int end, String text) {}
