package ibid.document;

/**
 * One run of a document's text in which a citation may stand: a paragraph, a heading, a table cell, a line.
 *
 * @param kind what the text is used for, which decides what may be found in it
 * @param level 1 to 6 for a heading, else 0
 * @param text the text as a reader sees it, entities and escapes decoded
 * @param map the way from each character of {@code text} back to the source
 */
public record TextBlock(Kind kind, int level, String text, OffsetMap map) {
    /** A block whose text stands in the source as it is, from an offset on. */
    public static TextBlock straight(Kind kind, int level, String text, int sourceStart) {
        return new TextBlock(kind, level, text, OffsetMap.straight(sourceStart, text.length()));
    }

    /** What a block's text is used for. */
    public enum Kind {
        PROSE,
        HEADING,
        /** Program text, inline or in a block: hosts and identifiers in it are not citations. */
        CODE
    }
}
