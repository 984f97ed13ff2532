package ibid.citation;

import java.util.Locale;

/** A cut URL in its three parts. */
record DialectText(String head, String mark, String tail) {

    static DialectText of(Truncation cut) {
        return new DialectText(cut.head(), cut.mark(), cut.tail());
    }

    String joined() {
        return head + mark + tail;
    }

    /**
     * Whether both are the same text to a reader: marks exchanged, halves of characters (U+FFFD) lost at the cut, no-break
     * spaces, or letters of the host in another case (RFC 3986 section 6.2.2.1).
     */
    boolean readsAs(DialectText other) {
        return TruncationMark.agree(mark, other.mark)
                && comparable(withoutBrokenEnd(head)).equals(comparable(withoutBrokenEnd(other.head)))
                && withoutBrokenStart(tail).equals(withoutBrokenStart(other.tail));
    }

    /** {@code url} with scheme and host in lower case. */
    static String comparable(String url) {
        var path = DialectBase.PATH.start(url);
        return url.substring(0, path).toLowerCase(Locale.ROOT) + url.substring(path);
    }

    static String withoutBrokenEnd(String text) {
        var end = text.length();
        while (end > 0 && text.charAt(end - 1) == DialectUnit.BROKEN) {
            end--;
        }
        return text.substring(0, end);
    }

    static String withoutBrokenStart(String text) {
        var start = 0;
        while (start < text.length() && text.charAt(start) == DialectUnit.BROKEN) {
            start++;
        }
        return text.substring(start);
    }
}
