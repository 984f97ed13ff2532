package ibid.document.markup;

import ibid.document.SourceText;

/** White space in lines and texts. */
final class Spaces {
    private Spaces() {}

    static boolean isBlank(CharSequence text) {
        for (var i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a line that exists shows nothing; so does one behind the last. */
    static boolean isBlank(SourceText source, int line) {
        return line > source.lineCount()
                || skip(source.text(), source.lineStart(line), source.lineEnd(line)) == source.lineEnd(line);
    }

    /** Offset of the first character that is no white space, at most {@code to}. */
    static int skip(String text, int from, int to) {
        var at = from;
        while (at < to && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Exclusive end of what stands from {@code from} to {@code to} without the white space at its end. */
    static int trimmedEnd(String text, int from, int to) {
        var at = to;
        while (at > from && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** Looks no farther than {@code to}, for a paragraph must not cost a walk through the rest of the document; -1 where it is not. */
    static int find(String text, String sought, int from, int to) {
        for (var i = from; i + sought.length() <= to; i++) {
            if (text.startsWith(sought, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Like {@link #find(String, String, int, int)}, for one character. */
    static int find(String text, char sought, int from, int to) {
        for (var i = from; i < to; i++) {
            if (text.charAt(i) == sought) {
                return i;
            }
        }
        return -1;
    }
}
