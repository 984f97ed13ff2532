package ibid.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A cut URL in its three parts. */
record DialectText(String head, String mark, String tail) {

    private static final int MOST_DOTS = 2;

    static DialectText of(Truncation cut) {
        return new DialectText(cut.head(), cut.mark(), cut.tail());
    }

    String joined() {
        return head + mark + tail;
    }

    /**
     * Whether both are the same text to a reader: marks exchanged, halves of characters (U+FFFD) lost at the cut, no-break
     * spaces, or letters of the host in another case (RFC 3986 section 6.2.2.1). Where dots of the URL touch the mark, it
     * does not matter which of them were counted to it.
     */
    boolean readsAs(DialectText other) {
        return canonical().equals(other.canonical());
    }

    private String canonical() {
        return comparable(withoutBrokenEnd(head)) + TruncationMark.plain(mark) + withoutBrokenStart(tail);
    }

    /** The other ways to divide the same text where dots of head or tail touch a mark of dots; few, whatever the text. */
    List<DialectText> otherReadings() {
        var readings = new ArrayList<DialectText>();
        if (mark.equals("...")) {
            for (var i = 1; i <= MOST_DOTS && head.endsWith(".".repeat(i)); i++) {
                readings.add(new DialectText(head.substring(0, head.length() - i), mark, ".".repeat(i) + tail));
            }
            for (var i = 1; i <= MOST_DOTS && tail.startsWith(".".repeat(i)); i++) {
                readings.add(new DialectText(head + ".".repeat(i), mark, tail.substring(i)));
            }
        }
        return readings;
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
