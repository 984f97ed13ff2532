package ibid.document.data;

import ibid.document.OffsetMap;
import java.util.Optional;

/** Text with the escapes that YAML's double quotes, TOML's and most languages' strings share. */
final class EscapedText {
    private static final String NAMES = "0abtnvfre \"/\\N_LP";
    private static final int[] SHOWN = {
        0, 7, '\b', '\t', '\n', 11, '\f', '\r', 27, ' ', '"', '/', '\\', 0x85, 0xA0, 0x2028, 0x2029
    };

    private EscapedText() {}

    static Optional<FieldText> of(String text, int start, int end) {
        if (indexOf(text, '\\', start, end) >= end) {
            return FieldText.straight(text, start, Math.max(start, end));
        }
        var out = new OffsetMap.Builder();
        var at = start;
        while (at < end) {
            var to = indexOf(text, '\\', at, end);
            out.add(text.substring(at, to), at, to);
            at = to < end ? escape(text, to, end, out) : to;
        }
        return FieldText.of(out);
    }

    /** The first place of a character before {@code end}, else {@code end}: nothing behind it is looked at. */
    static int indexOf(String text, char c, int start, int end) {
        var at = start;
        while (at < end && text.charAt(at) != c) {
            at++;
        }
        return at;
    }

    private static int escape(String text, int at, int end, OffsetMap.Builder out) {
        var c = at + 1 < end ? text.charAt(at + 1) : '\\';
        var named = NAMES.indexOf(c);
        if (named >= 0) {
            out.add(Character.toString(SHOWN[named]), at, Math.min(end, at + 2));
            return Math.min(end, at + 2);
        }
        var digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
        if (digits > 0 && at + 2 + digits <= end) {
            var code = text.substring(at + 2, at + 2 + digits);
            if (code.matches("[0-9A-Fa-f]+") && Character.isValidCodePoint(Integer.parseUnsignedInt(code, 16))) {
                out.add(Character.toString(Integer.parseUnsignedInt(code, 16)), at, at + 2 + digits);
                return at + 2 + digits;
            }
        }
        // An escaped line end joins two lines; spaces before the next are not shown.
        var to = at + 1;
        while (to < end && Character.isWhitespace(text.charAt(to))) {
            to++;
        }
        return to;
    }
}
