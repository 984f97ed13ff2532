package ibid.document.markup;

/**
 * An address in a page or a style sheet, as a browser that shows it meets it.
 *
 * @param start offset of its first UTF-16 code unit in the text, without quotes and white space around it
 * @param end exclusive
 * @param address with entities and escapes decoded, perhaps relative
 * @param inAttribute whether it stands in the value of an attribute, where an ampersand is escaped
 */
public record PageReference(int start, int end, String address, Role role, boolean inAttribute) {

    /** What the address is for. */
    public enum Role {
        /** A style sheet, which has further parts. */
        STYLE,
        /** What else is loaded to show the page: images, scripts, fonts. */
        PART,
        /** What is only led to or framed: pages, films, forms. */
        OTHER,
        /** What relative addresses are relative to. */
        BASE
    }
}
