package ibid.citation;

/** Cuts the sentence around a place out of a text. */
final class Sentences {
    /** Longest sentence, in UTF-16 code units, the citation included. */
    static final int LONGEST = 300;

    /** {@code [12]}, {@code (iii)} and the like; no longer one stands before an entry. */
    private static final int LONGEST_MARK = 12;

    private static final String ENDS = ".!?";
    private static final String UNSPACED_ENDS = "。！？";

    private Sentences() {}

    /**
     * The sentence around the range, white space folded; empty where the range alone is longer than a sentence. What stands alone on
     * its line ends a sentence there.
     */
    static String around(String text, int start, int end) {
        var spare = LONGEST - (end - start);
        if (spare < 0) {
            return "";
        }
        var limit = isAloneOnLine(text, start, end) ? lineEnd(text, end) : text.length();
        var from = start;
        while (from > 0 && start - from < spare / 2 && !isEnd(text, from)) {
            from--;
        }
        var to = end;
        while (to < limit && to - from < LONGEST && !(to > end && isEnd(text, to))) {
            to++;
        }
        return fold(text.substring(wordStart(text, from, start), to == limit ? to : wordEnd(text, end, to)));
    }

    /** Whether nothing stands beside the range on its line but marks and brackets. */
    private static boolean isAloneOnLine(String text, int start, int end) {
        var from = start;
        while (from > 0
                && start - from <= LONGEST_MARK
                && text.charAt(from - 1) != '\n'
                && isMark(text.charAt(from - 1))) {
            from--;
        }
        var to = end;
        while (to < text.length() && to - end <= LONGEST_MARK && text.charAt(to) != '\n' && isMark(text.charAt(to))) {
            to++;
        }
        return (from == 0 || text.charAt(from - 1) == '\n') && (to == text.length() || text.charAt(to) == '\n');
    }

    private static boolean isMark(char c) {
        return !Character.isLetter(c);
    }

    private static int lineEnd(String text, int from) {
        var end = from;
        while (end < text.length() && text.charAt(end) != '\n') {
            end++;
        }
        return end;
    }

    /** A sentence too long to show begins and ends with whole words. */
    private static int wordStart(String text, int from, int start) {
        if (from == 0 || isEnd(text, from)) {
            return from;
        }
        var at = from;
        while (at < start && !Character.isWhitespace(text.charAt(at - 1))) {
            at++;
        }
        return at;
    }

    private static int wordEnd(String text, int end, int to) {
        if (to == text.length() || isEnd(text, to)) {
            return to;
        }
        var at = to;
        while (at > end && !Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at;
    }

    /** Whether a sentence ends before {@code at}: a full stop and a space, but not that of {@code U.S.} or {@code J. Smith}. */
    private static boolean isEnd(String text, int at) {
        var last = text.charAt(at - 1);
        // Nearly all are letters and spaces.
        if (last <= ' ' || (last > '?' && last < UNSPACED_ENDS.charAt(0))) {
            return false;
        }
        if (UNSPACED_ENDS.indexOf(last) >= 0) {
            return true;
        }
        if (ENDS.indexOf(last) < 0 || at >= text.length() || !Character.isWhitespace(text.charAt(at))) {
            return false;
        }
        var isInitial = last == '.'
                && at > 1
                && Character.isUpperCase(text.charAt(at - 2))
                && (at == 2 || !Character.isLetter(text.charAt(at - 3)));
        return !isInitial;
    }

    /** Runs of white space as one space, none at the ends; what is shown as nothing goes. */
    static String fold(String text) {
        // What is kept takes the place of what was read, which it never overtakes.
        var chars = text.toCharArray();
        var kept = 0;
        for (var c : chars) {
            if (c > ' ' && c < 0x7F) {
                chars[kept++] = c;
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                if (kept > 0 && chars[kept - 1] != ' ') {
                    chars[kept++] = ' ';
                }
            } else if (!UrlChars.isInvisible(c)) {
                chars[kept++] = c;
            }
        }
        return new String(chars, 0, kept > 0 && chars[kept - 1] == ' ' ? kept - 1 : kept);
    }
}
