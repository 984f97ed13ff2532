package ibid.document;

/**
 * A link that the document's markup spells out.
 *
 * @param kind what the markup makes of it
 * @param destination the address, decoded (entities, escapes) but otherwise as written
 * @param start offset of the address in the source text, in UTF-16 code units
 * @param end exclusive end of the address in the source text
 * @param text the link text or alternative text; empty where there is none
 */
public record ExplicitLink(Kind kind, String destination, int start, int end, String text) {
    public ExplicitLink {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a link stands at a range of the source, not at " + start + ".." + end);
        }
    }

    /** What the markup makes of a link. */
    public enum Kind {
        LINK,
        IMAGE,
        /** A Markdown link reference definition. */
        REFERENCE,
        /** An address that is its own text, such as {@code <https://e.com/>}. */
        AUTOLINK
    }
}
