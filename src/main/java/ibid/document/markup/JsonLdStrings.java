package ibid.document.markup;

import ibid.document.OffsetMap;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The strings of a JSON text that stands in a page, with their names and their way back through escapes (RFC 8259 section 7).
 *
 * <p>What is not well formed is read on as if it were. Below {@value #DEEPEST} levels strings count as lying there.
 */
final class JsonLdStrings {
    static final int DEEPEST = 512;

    private final MarkupSlice slice;
    private final int end;
    private final Found found;
    private final Deque<Level> levels = new ArrayDeque<>();
    private long deeper;
    private boolean expectsName;
    private String name = "";
    private int at;

    private JsonLdStrings(MarkupSlice slice, int start, int end, Found found) {
        this.slice = slice;
        this.at = start;
        this.end = end;
        this.found = found;
    }

    /**
     * An object or an array.
     *
     * @param name the one it stands under
     * @param isHidden whether it or one around it is no data but says how data are to be read
     */
    private record Level(String name, boolean isObject, boolean isHidden) {}

    /** Takes a string that is a value. */
    interface Found {
        /**
         * A string under a name.
         *
         * @param name it stands under, that of the array around it included
         * @param around the name of the object it stands in; empty where that has none
         */
        void add(String name, String around, MarkupText value);
    }

    static void read(MarkupSlice slice, int start, int end, Found found) {
        new JsonLdStrings(slice, start, end, found).read();
    }

    private void read() {
        while (at < end) {
            var c = slice.markup().charAt(at);
            switch (c) {
                case '{', '[' -> open(c == '{');
                case '}', ']' -> close();
                case ',' -> expectsName = levels.isEmpty() || levels.peek().isObject();
                case '"' -> {
                    string();
                    continue;
                }
                default -> {}
            }
            at++;
        }
    }

    private void open(boolean isObject) {
        if (levels.size() == DEEPEST) {
            deeper++;
        } else {
            var outer = levels.peek();
            var isHidden = (outer != null && outer.isHidden()) || isAboutReading(name);
            levels.push(new Level(name, isObject, isHidden));
        }
        expectsName = isObject;
    }

    /** JSON-LD 1.1 section 1.7: keywords whose values say what names and types mean. */
    private static boolean isAboutReading(String name) {
        return name.equals("@context") || name.equals("@type") || name.equals("@vocab");
    }

    private void close() {
        if (deeper > 0) {
            deeper--;
        } else if (!levels.isEmpty()) {
            name = levels.pop().name();
        }
        expectsName = false;
    }

    private void string() {
        var value = new OffsetMap.Builder();
        at = decode(at + 1, value);
        var level = levels.peek();
        if (level != null && level.isObject() && expectsName) {
            name = value.text().toString();
            expectsName = false;
        } else if (level != null && !level.isHidden() && !isAboutReading(name) && !value.isEmpty()) {
            found.add(name, around(level), new MarkupText(value.text().toString(), value.map()));
        }
    }

    private static String around(Level level) {
        return level.isObject() ? level.name() : "";
    }

    /** Decodes the string that begins at an offset; returns the offset behind its closing quote. */
    private int decode(int from, OffsetMap.Builder value) {
        var text = slice.markup();
        var plainFrom = from;
        var i = from;
        while (i < end && text.charAt(i) != '"') {
            if (text.charAt(i) != '\\') {
                i++;
                continue;
            }
            slice.add(value, text.substring(plainFrom, i), plainFrom, i);
            var length = Math.min(escapeLength(i), end - i);
            slice.add(value, escaped(i, length), i, i + length);
            i += length;
            plainFrom = i;
        }
        slice.add(value, text.substring(plainFrom, i), plainFrom, i);
        return i + 1;
    }

    private int escapeLength(int backslash) {
        return backslash + 6 <= end && unicode(backslash) != null ? 6 : 2;
    }

    private @Nullable String unicode(int backslash) {
        var text = slice.markup();
        if (text.charAt(backslash + 1) != 'u') {
            return null;
        }
        var code = 0;
        for (var i = backslash + 2; i < backslash + 6; i++) {
            var digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return null;
            }
            code = code * 16 + digit;
        }
        return String.valueOf((char) code);
    }

    private String escaped(int backslash, int length) {
        if (length == 6) {
            var unicode = unicode(backslash);
            return unicode == null ? "" : unicode;
        }
        if (length < 2) {
            return "";
        }
        var c = slice.markup().charAt(backslash + 1);
        return switch (c) {
            case 'n', 'r', 't', 'b', 'f' -> " ";
            default -> String.valueOf(c);
        };
    }
}
