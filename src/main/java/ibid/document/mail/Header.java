package ibid.document.mail;

import ibid.document.OffsetMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The header of a message or of a part (RFC 5322 section 2.2).
 *
 * @param bodyStart offset behind the blank line that ends it
 */
record Header(List<Field> fields, int bodyStart, boolean isCut) {

    /**
     * One field.
     *
     * @param name in small letters
     * @param start offset of its value, which may go on over several lines
     */
    record Field(String name, int start, int end) {}

    /** Reads the header that begins at an offset; a stretch that begins with none is all body. */
    static Header of(String text, int from, int to) {
        var fields = new ArrayList<Field>();
        var limit = Math.min(to, from + MailLimits.LONGEST_HEADER);
        var at = from;
        while (at < limit) {
            var lineEnd = lineEnd(text, at, to);
            if (isBlank(text, at, lineEnd)) {
                return new Header(fields, next(lineEnd, to), false);
            }
            var isContinued = text.charAt(at) == ' ' || text.charAt(at) == '\t';
            if (isContinued && !fields.isEmpty()) {
                var last = fields.remove(fields.size() - 1);
                fields.add(new Field(last.name(), last.start(), lineEnd));
            } else {
                var colon = colon(text, at, lineEnd);
                if (colon < 0) {
                    return new Header(fields, at, false);
                }
                var name = text.substring(at, colon).strip().toLowerCase(Locale.ROOT);
                fields.add(new Field(name, colon + 1, lineEnd));
            }
            at = next(lineEnd, to);
        }
        return at >= to ? new Header(fields, to, false) : new Header(fields, bodyBehind(text, at, to), true);
    }

    private static int colon(String text, int from, int lineEnd) {
        for (var i = from; i < lineEnd; i++) {
            var c = text.charAt(i);
            if (c == ':') {
                return i > from ? i : -1;
            }
            if (c < ' ' || c > '~' || (c == ' ' && !isBlankUpTo(text, i, lineEnd))) {
                return -1;
            }
        }
        return -1;
    }

    /** White space between name and colon is obsolete but allowed (section 4.5). */
    private static boolean isBlankUpTo(String text, int from, int lineEnd) {
        return from + 1 < lineEnd && (text.charAt(from + 1) == ':' || text.charAt(from + 1) == ' ');
    }

    private static int bodyBehind(String text, int from, int to) {
        for (var at = from; at < to; ) {
            var lineEnd = lineEnd(text, at, to);
            if (isBlank(text, at, lineEnd)) {
                return next(lineEnd, to);
            }
            at = next(lineEnd, to);
        }
        return to;
    }

    private static boolean isBlank(String text, int from, int end) {
        return from == end || (from + 1 == end && text.charAt(from) == '\r');
    }

    static int lineEnd(String text, int from, int to) {
        var end = text.indexOf('\n', from);
        return end < 0 || end > to ? to : end;
    }

    static int next(int lineEnd, int to) {
        return Math.min(lineEnd + 1, to);
    }

    Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** A field's value, its lines joined; empty where the field is not there. */
    String value(String text, String name) {
        return field(name)
                .map(field -> text.substring(field.start(), field.end())
                        .replaceAll("\r?\n", "")
                        .strip())
                .orElse("");
    }

    /** A field's value with its way back, line ends left out. */
    static OffsetMap.Builder unfolded(String text, Field field) {
        var value = new OffsetMap.Builder();
        var at = field.start();
        while (at < field.end() && text.charAt(at) == ' ') {
            at++;
        }
        while (at < field.end()) {
            var lineEnd = lineEnd(text, at, field.end());
            var end = lineEnd > at && text.charAt(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd;
            value.add(text.substring(at, end), at, end);
            at = lineEnd + 1;
        }
        return value;
    }
}
