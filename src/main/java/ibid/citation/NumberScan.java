package ibid.citation;

/**
 * Goes through a text from one digit or colon to the next. It looks at a copy of a small stretch: to ask a string for each of
 * its characters took half of the time of a whole extraction.
 */
final class NumberScan {
    private static final int STRETCH = 4096;

    private final String text;
    private final char[] stretch;
    private int from;
    private int to;

    NumberScan(String text) {
        this.text = text;
        this.stretch = new char[Math.min(STRETCH, text.length())];
    }

    /** Offset of the first digit or colon at or behind an offset; the text's length where there is none. Offsets only grow. */
    int next(int offset) {
        for (var at = offset; at < text.length(); at = to) {
            if (at >= to) {
                from = at;
                to = Math.min(text.length(), at + stretch.length);
                text.getChars(from, to, stretch, 0);
            }
            var found = next(stretch, at - from, to - from);
            if (found >= 0) {
                return from + found;
            }
        }
        return text.length();
    }

    private static int next(char[] chars, int from, int to) {
        for (var at = from; at < to; at++) {
            // The colon stands right behind the nine.
            if (chars[at] >= '0' && chars[at] <= ':') {
                return at;
            }
        }
        return -1;
    }
}
