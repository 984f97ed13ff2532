package ibid.report.view;

import ibid.url.Redaction;
import ibid.url.Url;
import java.util.Locale;
import java.util.Optional;

/** Text from documents, servers and archives, made harmless to look at in a page or a terminal. */
public final class Shown {
    /** Most UTF-16 code units of one text that are shown. */
    static final int MAX_LENGTH = 2_000;

    private Shown() {}

    /**
     * The text with secrets as {@code ***} and with every character that is invisible or steers a display written out,
     * such as {@code [U+202E]}; line breaks become {@code ↵}, and a text that is too long ends in the count of the rest.
     */
    public static String text(String text) {
        return text(text, MAX_LENGTH);
    }

    /** As {@link #text(String)}, however long it is. */
    public static String whole(String text) {
        return text(text, Integer.MAX_VALUE);
    }

    private static String text(String text, int limit) {
        var redacted = Redaction.shown(text);
        if (redacted.length() <= limit && isPlain(redacted)) {
            return redacted;
        }
        var end = Math.min(redacted.length(), limit);
        if (end < redacted.length() && Character.isHighSurrogate(redacted.charAt(end - 1))) {
            end--;
        }
        var shown = new StringBuilder(end + 16);
        for (var i = 0; i < end; ) {
            var c = redacted.codePointAt(i);
            append(shown, redacted, i, c);
            i += Character.charCount(c);
        }
        if (end < redacted.length()) {
            shown.append(" [and ")
                    .append(Words.count(redacted.length() - end, "more character"))
                    .append(']');
        }
        return shown.toString();
    }

    /** Whether every character shows itself, as in nearly all addresses. */
    private static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder shown, String text, int at, int c) {
        if (c == '\t') {
            shown.append(' ');
        } else if (c == '\n') {
            shown.append('↵');
        } else if (c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
            return;
        } else if (isHidden(c) && !joins(text, at, c)) {
            shown.append(String.format(Locale.ROOT, "[U+%04X]", c));
        } else {
            shown.appendCodePoint(c);
        }
    }

    /** Whether a code point is invisible, or steers how others are shown. */
    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** Joiners belong to the spelling of Persian, the Indic scripts and emoji; between ASCII they only deceive. */
    private static boolean joins(String text, int at, int c) {
        return (c == 0x200c || c == 0x200d)
                && at > 0
                && at + 1 < text.length()
                && text.codePointBefore(at) > 0x2ff
                && text.codePointAt(at + 1) > 0x2ff
                && !isHidden(text.codePointBefore(at))
                && !isHidden(text.codePointAt(at + 1));
    }

    /** The address to link to, encoded; empty unless it is http or https, holds no secret and shows all that it is. */
    public static Optional<String> href(String url) {
        var start = url.substring(0, Math.min(8, url.length())).toLowerCase(Locale.ROOT);
        var web = start.startsWith("http://") || start.startsWith("https://");
        return web && url.indexOf(' ') < 0 && text(url).equals(url)
                ? Url.parse(url).map(parsed -> parsed.parsed().toString())
                : Optional.empty();
    }
}
