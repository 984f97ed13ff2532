package ibid.document.markup;

import ibid.document.ExplicitLink;

/**
 * The addresses in a style sheet: {@code url()} and {@code @import} (CSS Syntax section 4.3).
 *
 * <p>Those in comments and strings are none, nor are {@code @namespace} and references into the page itself
 * ({@code url(#shadow)}).
 */
final class CssLinks {
    private final String css;
    private final Found found;
    private boolean isImport;
    private boolean isNamespace;

    private CssLinks(String css, Found found) {
        this.css = css;
        this.found = found;
    }

    /** Takes an address; the range is that of its characters in the style sheet, without quotes. */
    interface Found {
        void add(String destination, int start, int end, ExplicitLink.Kind kind);
    }

    static boolean mayHave(String css) {
        return css.indexOf('(') >= 0 || css.indexOf('@') >= 0;
    }

    static void read(String css, Found found) {
        new CssLinks(css, found).read();
    }

    private void read() {
        var at = 0;
        while (at < css.length()) {
            var c = css.charAt(at);
            if (c == '/' && css.startsWith("/*", at)) {
                var end = css.indexOf("*/", at + 2);
                at = end < 0 ? css.length() : end + 2;
            } else if (c == '"' || c == '\'') {
                var end = stringEnd(at);
                if (isImport) {
                    add(at + 1, end, ExplicitLink.Kind.LINK);
                    isImport = false;
                }
                at = end + 1;
            } else if (c == '@') {
                isImport = startsWord("@import", at);
                isNamespace = startsWord("@namespace", at);
                at++;
            } else if ((c == 'u' || c == 'U') && startsWord("url(", at) && !isInWord(at)) {
                at = url(at + "url(".length());
            } else {
                if (c == ';' || c == '{' || c == '}') {
                    isImport = false;
                    isNamespace = false;
                }
                at++;
            }
        }
    }

    private boolean startsWord(String word, int at) {
        return css.regionMatches(true, at, word, 0, word.length());
    }

    private boolean isInWord(int at) {
        return at > 0 && (Character.isLetterOrDigit(css.charAt(at - 1)) || "-_".indexOf(css.charAt(at - 1)) >= 0);
    }

    /** Reads what stands in the parentheses; returns where to go on. */
    private int url(int from) {
        var start = from;
        while (start < css.length() && css.charAt(start) <= ' ') {
            start++;
        }
        if (start == css.length()) {
            return start;
        }
        var isQuoted = css.charAt(start) == '"' || css.charAt(start) == '\'';
        var end = isQuoted ? stringEnd(start++) : bareEnd(start);
        if (!isNamespace) {
            add(start, end, isImport ? ExplicitLink.Kind.LINK : ExplicitLink.Kind.IMAGE);
        }
        isImport = false;
        return end + 1;
    }

    /** Where the string that opens at an offset ends: at its quote, or at the line's end where that is missing. */
    private int stringEnd(int open) {
        var at = open + 1;
        while (at < css.length() && css.charAt(at) != css.charAt(open) && css.charAt(at) != '\n') {
            at += css.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, css.length());
    }

    private int bareEnd(int from) {
        var at = from;
        while (at < css.length() && css.charAt(at) != ')' && css.charAt(at) > ' ') {
            at += css.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, css.length());
    }

    private void add(int start, int end, ExplicitLink.Kind kind) {
        if (start >= end || css.charAt(start) == '#') {
            return;
        }
        found.add(unescaped(css.substring(start, end)), start, end, kind);
    }

    /** A backslash before a character that is no hex digit stands for that character; a line end is none. */
    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c);
                continue;
            }
            var end = i + 1;
            while (end < text.length() && end < i + 7 && Character.digit(text.charAt(end), 16) >= 0) {
                end++;
            }
            if (end == i + 1) {
                if (text.charAt(end) != '\n') {
                    plain.append(text.charAt(end));
                }
                i = end;
            } else {
                var code = Integer.parseInt(text.substring(i + 1, end), 16);
                plain.appendCodePoint(Character.isValidCodePoint(code) ? code : 0xFFFD);
                i = end < text.length() && text.charAt(end) == ' ' ? end : end - 1;
            }
        }
        return plain.toString();
    }
}
