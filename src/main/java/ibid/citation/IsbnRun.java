package ibid.citation;

/** The digits of an ISBN in running text, in one piece or grouped by hyphens or single spaces. */
final class IsbnRun {
    private static final int LONG = 13;
    private static final int SHORT = 10;
    private static final String SEPARATORS = " -\u00A0\u2010\u2011\u2012\u2013\u2212";

    private IsbnRun() {}

    /**
     * Exclusive end of the number that begins here; -1 where it has another length and spaces, for then nobody can tell where it
     * ends.
     */
    static int end(String text, int start) {
        var length = text.startsWith("978", start) || text.startsWith("979", start) ? LONG : SHORT;
        var end = endOf(text, start, length);
        if (end > 0 && !goesOn(text, end)) {
            return end;
        }
        return wordEnd(text, start);
    }

    /** Where the given number of digits ends; -1 where there are fewer. */
    private static int endOf(String text, int start, int length) {
        var digits = 0;
        for (var at = start; at < text.length(); at++) {
            var c = text.charAt(at);
            if (UrlChars.isAsciiDigit(c) || (digits == SHORT - 1 && length == SHORT && (c == 'X' || c == 'x'))) {
                if (++digits == length) {
                    return at + 1;
                }
            } else if (SEPARATORS.indexOf(c) < 0 || (at > start && SEPARATORS.indexOf(text.charAt(at - 1)) >= 0)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean goesOn(String text, int end) {
        if (end >= text.length()) {
            return false;
        }
        var next = text.charAt(end);
        var isJoined = SEPARATORS.indexOf(next) > 0
                && next != '\u00A0'
                && end + 1 < text.length()
                && UrlChars.isAsciiDigit(text.charAt(end + 1));
        return UrlChars.isAsciiDigit(next) || Character.isLetter(next) || next == '_' || isJoined;
    }

    /** A number without spaces that has too few or too many digits is a slip of the pen. */
    private static int wordEnd(String text, int start) {
        var at = start;
        while (at < text.length()
                && at - start < 2 * LONG
                && (UrlChars.isAsciiDigit(text.charAt(at)) || isHyphenInside(text, at))) {
            at++;
        }
        if (at < text.length() && (text.charAt(at) == 'X' || text.charAt(at) == 'x')) {
            at++;
        }
        return at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_') ? -1 : at;
    }

    private static boolean isHyphenInside(String text, int at) {
        return SEPARATORS.indexOf(text.charAt(at)) > 0
                && text.charAt(at) != '\u00A0'
                && at + 1 < text.length()
                && "0123456789Xx".indexOf(text.charAt(at + 1)) >= 0;
    }
}
