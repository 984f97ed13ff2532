package ibid.citation;

/** Where the pieces of an address that is broken over lines begin and end in a block's text. */
final class SplitLine {
    private SplitLine() {}

    /** Exclusive end of the piece that holds or begins at the offset: the next space or delimiter. */
    static int pieceEnd(String text, int from) {
        return pieceEnd(text, from, text.length());
    }

    /** As {@link #pieceEnd(String, int)}, but the limit where the piece reaches it. */
    static int pieceEnd(String text, int from, int limit) {
        var end = from;
        while (end < limit && !isSpace(text.charAt(end)) && !isDelimiter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether the line ends here, but for spaces. */
    static boolean endsAt(String text, int from) {
        var at = skipSpaces(text, from);
        return at < text.length() && isLineEnd(text.charAt(at));
    }

    /** Where the next line's text begins, behind its indentation and marks of quoting; its end where it is empty. */
    static int next(String text, int lineEnd) {
        var at = skipSpaces(text, lineEnd);
        at += text.startsWith("\r\n", at) ? 2 : 1;
        while (at < text.length() && (isBlank(text.charAt(at)) || text.charAt(at) == '>')) {
            at++;
        }
        return Math.min(at, text.length());
    }

    private static int skipSpaces(String text, int from) {
        var at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00A0';
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isDelimiter(char c) {
        return UrlChars.isStop(c);
    }
}
