package ibid.document.bibliography;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes a BibTeX file apart, position by position and in one pass. Where braces or quotes are not balanced, an entry ends before
 * the next line that begins another one.
 */
final class BibtexScanner {
    private final String text;
    private int at;

    BibtexScanner(String text) {
        this.text = text;
    }

    /** What stands at one place of the file: a record, or text that no record holds. */
    sealed interface Item {}

    /** @param end behind the closing brace */
    record Raw(String type, String key, int start, int end, List<RawField> fields) implements Item {}

    /** @param nameStart where its name begins */
    record RawField(String name, int nameStart, List<Piece> pieces) {
        int start() {
            return pieces.get(0).outerStart();
        }

        int end() {
            return pieces.get(pieces.size() - 1).outerEnd();
        }
    }

    /**
     * One operand of {@code #}.
     *
     * @param start inside the braces or quotes; {@code end} is exclusive
     * @param isMacro whether it is the name of a string
     */
    record Piece(int start, int end, int outerStart, int outerEnd, boolean isMacro) {}

    /** Text outside of records, which BibTeX passes over, or the body of {@code @comment}. */
    record Aside(int start, int end) implements Item {}

    /** The next item; empty at the end. */
    Optional<Item> next() {
        if (at >= text.length()) {
            return Optional.empty();
        }
        var start = at;
        if (text.charAt(at) == '@' && opens(at)) {
            return Optional.of(record(start));
        }
        do {
            skipOutside();
        } while (at < text.length() && !(text.charAt(at) == '@' && opens(at)));
        return Optional.of(new Aside(start, at));
    }

    /** One step outside of records: a whole line that begins with a percent sign, else a character. */
    private void skipOutside() {
        if (text.charAt(at) == '%' && isLineStart(at)) {
            while (at < text.length() && !isBreak(text.charAt(at))) {
                at++;
            }
        } else {
            at++;
        }
    }

    private boolean isLineStart(int offset) {
        var i = offset - 1;
        while (i >= 0 && offset - i < 200 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i--;
        }
        return i < 0 || isBreak(text.charAt(i));
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /** Whether a type and an opening brace follow the sign. */
    private boolean opens(int sign) {
        var i = skipSpace(sign + 1);
        var name = i;
        while (i < text.length() && i - name < 100 && Character.isLetter(text.charAt(i))) {
            i++;
        }
        if (i == name) {
            return false;
        }
        i = skipSpace(i);
        return i < text.length() && (text.charAt(i) == '{' || text.charAt(i) == '(');
    }

    /** Spaces are passed over as far as anyone would write them, so that many signs before many spaces cost no square. */
    private int skipSpace(int from) {
        var i = from;
        while (i < text.length() && i - from < 100 && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private Item record(int start) {
        at = skipSpace(start + 1);
        var name = at;
        while (Character.isLetter(text.charAt(at))) {
            at++;
        }
        var type = text.substring(name, at).toLowerCase(Locale.ROOT);
        at = skipSpace(at);
        var closing = text.charAt(at) == '{' ? '}' : ')';
        at++;
        if (type.equals("comment")) {
            value(closing);
            return new Aside(start, at);
        }
        var fields = new ArrayList<RawField>();
        var key = "";
        if (type.equals("preamble")) {
            pieces();
        } else if (!type.equals("string")) {
            key = key(closing);
        }
        while (field(fields, closing)) {
            // One field after another.
        }
        return new Raw(type, key, start, at, fields);
    }

    private String key(char closing) {
        spaces();
        var from = at;
        while (at < text.length() && ",}=\n\r".indexOf(text.charAt(at)) < 0 && text.charAt(at) != closing) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '=') {
            // No key at all: that was the first field.
            at = from;
            return "";
        }
        return text.substring(from, at).strip();
    }

    private void spaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** Reads one field, or passes over what is none; false at the end of the record. */
    private boolean field(List<RawField> fields, char closing) {
        spaces();
        if (at >= text.length() || opensNext(at)) {
            return false;
        }
        var c = text.charAt(at);
        if (c == closing || c == '}') {
            at++;
            return false;
        }
        var from = at;
        while (at < text.length() && isName(text.charAt(at))) {
            at++;
        }
        var name = text.substring(from, at).toLowerCase(Locale.ROOT);
        spaces();
        if (at < text.length() && text.charAt(at) == '=' && !name.isEmpty()) {
            at++;
            var pieces = pieces();
            if (!pieces.isEmpty()) {
                fields.add(new RawField(name, from, pieces));
            }
        } else if (at == from) {
            at++;
            if (c == '{' || c == '"') {
                value(c == '{' ? '}' : '"');
            }
        }
        return true;
    }

    private static boolean isName(char c) {
        return c > ' ' && "{}()\"#%',=@".indexOf(c) < 0 && !Character.isWhitespace(c);
    }

    private List<Piece> pieces() {
        var pieces = new ArrayList<Piece>();
        do {
            spaces();
            piece(pieces);
            spaces();
        } while (joins());
        return pieces;
    }

    private boolean joins() {
        var isJoined = at < text.length() && text.charAt(at) == '#';
        at += isJoined ? 1 : 0;
        return isJoined;
    }

    private void piece(List<Piece> pieces) {
        if (at >= text.length()) {
            return;
        }
        var from = at;
        var c = text.charAt(at);
        if (c == '{' || c == '"') {
            at++;
            var end = value(c == '{' ? '}' : '"');
            pieces.add(new Piece(from + 1, end, from, at, false));
            return;
        }
        while (at < text.length() && isName(text.charAt(at))) {
            at++;
        }
        if (at > from) {
            var isNumber = text.substring(from, at).chars().allMatch(d -> d >= '0' && d <= '9');
            pieces.add(new Piece(from, at, from, at, !isNumber));
        }
    }

    /** Goes behind the delimiter that closes a value, braces balanced; the end of what stands before it. */
    private int value(char closing) {
        var depth = 0;
        for (; at < text.length(); at++) {
            var c = text.charAt(at);
            if (depth == 0 && c == closing) {
                return at++;
            }
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth = Math.max(0, depth - 1);
            } else if (c == '@' && opensNext(at)) {
                break;
            }
        }
        var end = at;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** Whether a line begins another record here: with a key and a comma, as no text would. */
    private boolean opensNext(int offset) {
        if (text.charAt(offset) != '@' || !isLineStart(offset) || !opens(offset)) {
            return false;
        }
        var i = skipSpace(offset + 1);
        var name = i;
        while (Character.isLetter(text.charAt(i))) {
            i++;
        }
        var type = text.substring(name, i).toLowerCase(Locale.ROOT);
        if (type.equals("string") || type.equals("preamble") || type.equals("comment")) {
            return true;
        }
        i = skipSpace(skipSpace(i) + 1);
        var key = i;
        while (i < text.length() && i - key < 300 && isName(text.charAt(i))) {
            i++;
        }
        i = skipSpace(i);
        return i < text.length() && text.charAt(i) == ',';
    }
}
