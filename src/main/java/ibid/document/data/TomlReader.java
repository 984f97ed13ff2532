package ibid.document.data;

import ibid.document.Comment;
import ibid.document.DocumentReader;
import ibid.document.Reading;
import ibid.document.SourceText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads TOML: the strings that may be addresses, each called by its table and key, and the comments. What is no TOML is passed
 * over; a string that is not closed ends with its line.
 */
public final class TomlReader implements DocumentReader {

    @Override
    public Reading read(SourceText source) {
        var scan = new Scan(source.text());
        scan.read();
        return scan.addresses.reading();
    }

    /** One pass over a text. */
    private static final class Scan {
        private static final int LONGEST_NAME = 200;

        final Addresses addresses = new Addresses();
        private final String text;
        private final Map<String, Integer> tables = new HashMap<>();
        private String table = "";
        private String key = "";
        private int at;
        private boolean isLineStart = true;
        /** How many arrays are open: a line in one begins no key. */
        private int depth;

        Scan(String text) {
            this.text = text;
        }

        void read() {
            while (at < text.length()) {
                var c = text.charAt(at);
                if (c == '#') {
                    comment();
                } else if (c == '"' || c == '\'') {
                    string(c);
                } else if (isLineStart && depth == 0 && c == '[') {
                    table();
                } else if (isLineStart && depth == 0 && isName(c)) {
                    key();
                } else {
                    other(c);
                }
            }
        }

        private void other(char c) {
            depth = Math.max(0, depth + (c == '[' ? 1 : c == ']' ? -1 : 0));
            isLineStart = c == '\n' || c == '\r' || (isLineStart && Character.isWhitespace(c));
            at++;
        }

        private static boolean isName(char c) {
            return Character.isLetterOrDigit(c) || c == '_' || c == '-';
        }

        private int endOfLine(int from) {
            var end = from;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            return end;
        }

        private void comment() {
            var end = endOfLine(at);
            addresses.comment(new Comment(at, end, text.substring(at + 1, end).strip()));
            at = end;
        }

        /** {@code [a.b]}, or {@code [[a.b]]} for one of several. */
        private void table() {
            var end = endOfLine(at);
            var isOneOfSeveral = text.startsWith("[[", at);
            var start = at + (isOneOfSeveral ? 2 : 1);
            var close = EscapedText.indexOf(text, ']', Math.min(start, end), end);
            var name = shortened(text.substring(Math.min(start, close), close).strip());
            table = isOneOfSeveral ? name + "[" + (tables.merge(name, 1, Integer::sum) - 1) + "]" : name;
            at = Math.min(end, close + (isOneOfSeveral ? 2 : 1));
            isLineStart = false;
            key = "";
        }

        private static String shortened(String name) {
            return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        }

        private void key() {
            var start = at;
            while (at < text.length() && "=\n\r\"'#".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            isLineStart = false;
            if (at < text.length() && text.charAt(at) == '=') {
                key = shortened(text.substring(start, at).strip());
            }
        }

        private void string(char quote) {
            var wasLineStart = isLineStart;
            isLineStart = false;
            var fence = String.valueOf(quote).repeat(3);
            var isLong = text.startsWith(fence, at);
            var start = at + (isLong ? 3 : 1);
            var end = isLong ? closingFence(start, fence, quote) : closing(start, quote);
            at = Math.min(text.length(), end + (isLong ? 3 : 1));
            var value = quote == '"' ? EscapedText.of(text, start, end) : FieldText.straight(text, start, end);
            var next = at;
            while (next < text.length() && text.charAt(next) == ' ') {
                next++;
            }
            if (wasLineStart && depth == 0 && next < text.length() && text.charAt(next) == '=') {
                key = value.map(FieldText::text).map(Scan::shortened).orElse("");
                return;
            }
            value.ifPresent(v -> addresses.value(key, v, this::location));
        }

        private int closing(int start, char quote) {
            var i = start;
            while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
                i += quote == '"' && text.charAt(i) == '\\' ? 2 : 1;
            }
            return Math.min(i, text.length());
        }

        private int closingFence(int start, String fence, char quote) {
            var i = start;
            while (i < text.length() && !text.startsWith(fence, i)) {
                i += quote == '"' && text.charAt(i) == '\\' ? 2 : 1;
            }
            return Math.min(i, text.length());
        }

        private String location() {
            return Optional.of(table)
                            .filter(t -> !t.isEmpty())
                            .map(t -> t + ".")
                            .orElse("")
                    + key;
        }
    }
}
