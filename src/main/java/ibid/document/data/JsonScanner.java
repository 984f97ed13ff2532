package ibid.document.data;

import ibid.document.Comment;
import ibid.document.OffsetMap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Reads JSON (RFC 8259), one value or many behind each other, with the place of each string. What is no JSON is passed over:
 * comments of JSON5 are comments, a string that is not closed ends with its line.
 */
public final class JsonScanner {
    private static final String PLAIN_ESCAPES = "\"\\/'";
    private static final String NAMED_ESCAPES = "bfnrt";
    private static final String NAMED = "\b\f\n\r\t";

    private final String text;
    private final DataSink sink;
    private final Deque<Level> levels = new ArrayDeque<>();
    private int at;

    private JsonScanner(String text, DataSink sink) {
        this.text = text;
        this.sink = sink;
        levels.push(new Level(DataPath.ROOT, Kind.ROOT));
    }

    private enum Kind {
        ROOT,
        OBJECT,
        ARRAY
    }

    /** An object or array that is open. */
    private static final class Level {
        final DataPath path;
        final Kind kind;
        boolean expectsKey;
        int index;
        String key = "";
        /** The string that came last: a name after all, where a colon follows. */
        String last = "";

        Level(DataPath path, Kind kind) {
            this.path = path;
            this.kind = kind;
            this.expectsKey = kind == Kind.OBJECT;
        }

        DataPath here() {
            return switch (kind) {
                case ROOT -> path;
                case OBJECT -> path.at(key);
                case ARRAY -> path.at(index);
            };
        }
    }

    public static void scan(String text, DataSink sink) {
        new JsonScanner(text, sink).scan();
    }

    private void scan() {
        while (at < text.length()) {
            var c = text.charAt(at);
            switch (c) {
                case '{', '[' -> open(c == '{' ? Kind.OBJECT : Kind.ARRAY);
                case '}', ']' -> close();
                case ',' -> next();
                case ':' -> colon();
                case '"', '\'' -> string(c);
                case '/' -> slash();
                default -> word(c);
            }
        }
        while (levels.size() > 1) {
            sink.closed(levels.pop().path, text.length());
        }
    }

    private Level level() {
        return levels.element();
    }

    private void open(Kind kind) {
        var path = level().here();
        sink.opened(path, at);
        levels.push(new Level(path, kind));
        at++;
    }

    private void close() {
        at++;
        if (levels.size() > 1) {
            sink.closed(levels.pop().path, at);
        }
    }

    private void next() {
        at++;
        level().index++;
        level().last = "";
        level().expectsKey = level().kind == Kind.OBJECT;
    }

    private void colon() {
        at++;
        if (!level().expectsKey && !level().last.isEmpty()) {
            level().key = level().last;
        }
        level().expectsKey = false;
    }

    private void string(char quote) {
        var start = at + 1;
        var hasEscapes = false;
        for (at = start; at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n'; at++) {
            if (text.charAt(at) == '\\') {
                hasEscapes = true;
                at++;
            }
        }
        var end = Math.min(at, text.length());
        at = end < text.length() ? end + 1 : end;
        var value = hasEscapes ? decoded(start, end) : straight(start, end);
        if (level().expectsKey) {
            level().key = value.map(FieldText::text).orElse("");
            value.ifPresent(name -> sink.key(level().here(), name));
        } else {
            level().last = value.map(FieldText::text).orElse("");
            value.ifPresent(string -> sink.value(level().here(), string));
        }
    }

    private Optional<FieldText> straight(int start, int end) {
        return start >= end
                ? Optional.empty()
                : Optional.of(new FieldText(text.substring(start, end), OffsetMap.straight(start, end - start)));
    }

    private Optional<FieldText> decoded(int start, int end) {
        var out = new OffsetMap.Builder();
        var i = start;
        while (i < end) {
            var to = EscapedText.indexOf(text, '\\', i, end);
            out.add(text.substring(i, to), i, to);
            i = to < end ? escape(to, end, out) : to;
        }
        return FieldText.of(out);
    }

    private int escape(int start, int end, OffsetMap.Builder out) {
        var c = start + 1 < end ? text.charAt(start + 1) : '\\';
        var named = NAMED_ESCAPES.indexOf(c);
        if (c == 'u' && start + 6 <= end) {
            var code = hex(start + 2);
            if (code >= 0) {
                out.add(String.valueOf((char) code), start, start + 6);
                return start + 6;
            }
        }
        var shown = named >= 0 ? NAMED.charAt(named) : PLAIN_ESCAPES.indexOf(c) >= 0 ? c : '\\';
        var to = named >= 0 || PLAIN_ESCAPES.indexOf(c) >= 0 ? Math.min(end, start + 2) : start + 1;
        out.add(String.valueOf(shown), start, to);
        return to;
    }

    private int hex(int from) {
        var code = 0;
        for (var i = from; i < from + 4; i++) {
            var digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }

    private void slash() {
        var start = at;
        if (text.startsWith("//", at)) {
            at = endOfLine(at);
            comment(start, start + 2, at);
        } else if (text.startsWith("/*", at)) {
            var close = text.indexOf("*/", at + 2);
            at = close < 0 ? text.length() : close + 2;
            comment(start, start + 2, close < 0 ? at : close);
        } else {
            at++;
        }
    }

    private void comment(int start, int from, int to) {
        sink.comment(new Comment(start, at, text.substring(from, to).strip()));
    }

    private int endOfLine(int from) {
        var end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** A number or a word; in JSON5 a name needs no quotes. */
    private void word(char c) {
        var start = at++;
        if (c <= ' ' || Character.isWhitespace(c)) {
            return;
        }
        while (at < text.length() && ",:{}[]\"'/".indexOf(text.charAt(at)) < 0 && text.charAt(at) > ' ') {
            at++;
        }
        var value = straight(start, at);
        if (level().expectsKey) {
            level().key = text.substring(start, at);
        } else {
            value.ifPresent(word -> sink.value(level().here(), word));
        }
    }
}
