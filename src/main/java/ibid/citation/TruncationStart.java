package ibid.citation;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a cut URL can begin.
 *
 * @param bare whether it begins with a host, without scheme and {@code www.}
 */
record TruncationStart(int offset, boolean bare) {
    private static final String OPENERS = "([{'*_~";

    /** The possible beginnings in {@code text[from, to)}, the likeliest first; few, whatever the text. */
    static List<TruncationStart> in(String text, int from, int to) {
        var found = schemes(text, from, to);
        if (found.isEmpty()) {
            found = www(text, from, to);
        }
        return found.isEmpty() ? bareHost(text, from) : found;
    }

    /** The first and the last: an address may stand inside another one's path, or two without a space between. */
    private static List<TruncationStart> schemes(String text, int from, int to) {
        var starts = new ArrayList<TruncationStart>();
        for (var i = from; i < to; i++) {
            if (text.charAt(i) != ':' || !text.startsWith("//", i + 1)) {
                continue;
            }
            var start = i;
            while (start > from && UrlChars.isAsciiLetter(text.charAt(start - 1))) {
                start--;
            }
            if (isWeb(text, start, i)) {
                if (starts.size() == 2) {
                    starts.remove(1);
                }
                starts.add(new TruncationStart(start, false));
            }
        }
        return starts;
    }

    private static boolean isWeb(String text, int start, int end) {
        var length = end - start;
        return (length == 4 && text.regionMatches(true, start, "http", 0, 4))
                || (length == 5 && text.regionMatches(true, start, "https", 0, 5))
                || (length == 3 && text.regionMatches(true, start, "ftp", 0, 3));
    }

    private static List<TruncationStart> www(String text, int from, int to) {
        for (var i = from; i + 4 <= to; i++) {
            if ((text.charAt(i) | 0x20) == 'w'
                    && text.regionMatches(true, i, "www.", 0, 4)
                    && (i == from || !isPartOfName(text.charAt(i - 1)))) {
                return List.of(new TruncationStart(i, false));
            }
        }
        return List.of();
    }

    private static List<TruncationStart> bareHost(String text, int from) {
        if (from > 0 && !TruncationReach.isStop(text.charAt(from - 1))) {
            return List.of(); // the limit, or another cut, and not the beginning of a word
        }
        var start = from;
        // The mark behind them is neither an opener nor a letter.
        while (OPENERS.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return Character.isLetterOrDigit(text.charAt(start)) ? List.of(new TruncationStart(start, true)) : List.of();
    }

    /** Behind these {@code www.} goes on with a path, an address or another host. */
    private static boolean isPartOfName(char c) {
        return Character.isLetterOrDigit(c) || "/.-@_".indexOf(c) >= 0;
    }
}
