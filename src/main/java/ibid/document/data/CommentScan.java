package ibid.document.data;

import ibid.document.Comment;
import ibid.document.OffsetMap;
import ibid.document.Reading;
import ibid.document.TextBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the comments of one program text in one pass. */
final class CommentScan {
    /** An escape or a surrogate pair is the longest that stands between the quotes of a single character. */
    private static final int LONGEST_CHARACTER = 12;

    private final String text;
    private final CommentSyntax syntax;
    private final List<TextBlock> blocks = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    /** Lines of comment that stand below each other are one text. */
    private OffsetMap.Builder lines = new OffsetMap.Builder();

    private int linesEnd;
    private int at;
    private char lastSign = '\n';
    private boolean isLineBlank = true;

    CommentScan(String text, CommentSyntax syntax) {
        this.text = text;
        this.syntax = syntax;
    }

    Reading read() {
        while (at < text.length()) {
            if (!blockComment() && !lineComment() && !string()) {
                step();
            }
        }
        endLines();
        return Reading.inSourceOrder(blocks, List.of(), List.of()).withComments(comments);
    }

    private void step() {
        var c = text.charAt(at);
        if (c == '\n' || c == '\r') {
            isLineBlank = true;
        } else if (!Character.isWhitespace(c)) {
            isLineBlank = false;
            lastSign = c;
            // Behind a backslash nothing begins: a regular expression writes its slashes so.
            at += c == '\\' ? 1 : 0;
        }
        at++;
    }

    private boolean blockComment() {
        for (var block : syntax.block()) {
            if (text.startsWith(block.open(), at)) {
                var start = at;
                var close = text.indexOf(block.close(), at + block.open().length());
                var end = close < 0 ? text.length() : close;
                at = close < 0 ? end : close + block.close().length();
                endLines();
                var out = new OffsetMap.Builder();
                addLines(out, start + block.open().length(), end);
                add(out, start);
                return true;
            }
        }
        return false;
    }

    private boolean lineComment() {
        var mark = syntax.line().stream().filter(this::opensLine).findFirst();
        if (mark.isEmpty()) {
            return false;
        }
        var start = at;
        at = endOfLine(start, text.length());
        var from = start + mark.get().length();
        // Doc comments have one more sign: "///", "//!", ";;;", "#'".
        while (from < at && "/!#;%-'".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        comments.add(new Comment(start, at, text.substring(from, at).strip()));
        if (!isLineBlank || (!lines.isEmpty() && !isNextLine(start))) {
            endLines();
        }
        if (!lines.isEmpty()) {
            lines.add("\n", linesEnd, start);
        }
        lines.add(text.substring(from, at), from, at);
        linesEnd = at;
        return true;
    }

    /** A hash inside a word is none in most languages: {@code $#}, <code>${x#y}</code>, {@code a#b}. */
    private boolean opensLine(String mark) {
        if (!text.startsWith(mark, at)) {
            return false;
        }
        var before = at == 0 ? '\n' : text.charAt(at - 1);
        return switch (mark) {
            case "#", ";", "%" -> Character.isWhitespace(before) || ";)]},'\"".indexOf(before) >= 0;
            case "\"" -> isLineBlank;
            default -> true;
        };
    }

    private boolean isNextLine(int start) {
        var breaks = 0;
        for (var i = linesEnd; i < start && breaks < 3; i++) {
            if (text.charAt(i) == '\n') {
                breaks++;
            } else if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return breaks < 2;
    }

    private void endLines() {
        if (!lines.isEmpty()) {
            addBlock(lines);
            lines = new OffsetMap.Builder();
        }
    }

    private void add(OffsetMap.Builder out, int start) {
        comments.add(new Comment(start, at, out.text().toString().strip()));
        addBlock(out);
    }

    private void addBlock(OffsetMap.Builder out) {
        if (!out.isEmpty() && Addresses.isWorthALook(out.text())) {
            blocks.add(out.build(TextBlock.Kind.PROSE, 0));
        }
    }

    /** The lines of a block comment, without the stars that many begin them with. */
    private void addLines(OffsetMap.Builder out, int start, int end) {
        for (var from = start; from < end; ) {
            var to = endOfLine(from, end);
            var content = from;
            while (content < to && Character.isWhitespace(text.charAt(content))) {
                content++;
            }
            while (content < to && text.charAt(content) == '*') {
                content++;
            }
            out.add(text.substring(content, to), content, to);
            from = Math.min(end, to + (text.startsWith("\r\n", to) ? 2 : 1));
            if (to < from) {
                out.add("\n", to, from);
            }
        }
    }

    /** Nothing behind the limit is looked at: a line may hold many comments. */
    private int endOfLine(int from, int limit) {
        var end = from;
        while (end < limit && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private boolean string() {
        for (var quote : syntax.quotes()) {
            if (quote.equals("c")) {
                if (text.charAt(at) == '\'' && character()) {
                    return true;
                }
            } else if (text.startsWith(quote, at)) {
                string(quote);
                return true;
            }
        }
        return false;
    }

    /** A single character in quotes; a lone quote is a lifetime, a label or a prime. */
    private boolean character() {
        var i = at + 1;
        i += i < text.length() && text.charAt(i) == '\\' ? 2 : 1;
        while (i < text.length() && i - at < LONGEST_CHARACTER && !Character.isWhitespace(text.charAt(i))) {
            if (text.charAt(i) == '\'') {
                at = i + 1;
                return true;
            }
            i++;
        }
        return false;
    }

    private void string(String quote) {
        var start = at;
        var isLong = quote.length() == 3 || quote.equals("`");
        var isStatement = isLineBlank || isPrefixed();
        at += quote.length();
        while (at < text.length() && !text.startsWith(quote, at)) {
            if (!isLong && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
                break;
            }
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        var end = Math.min(at, text.length());
        at = Math.min(text.length(), text.startsWith(quote, end) ? end + quote.length() : end);
        if (quote.length() == 3 && isStatement && "(,=[{+%".indexOf(lastSign) < 0) {
            endLines();
            var out = new OffsetMap.Builder();
            addLines(out, start + 3, end);
            add(out, start);
        }
        isLineBlank = false;
        lastSign = quote.charAt(0);
    }

    /** The letter before a docstring, or the attribute that makes a string one: {@code r"""}, {@code @doc """}. */
    private boolean isPrefixed() {
        var line = at;
        while (line > 0 && at - line < 40 && text.charAt(line - 1) != '\n' && text.charAt(line - 1) != '\r') {
            line--;
        }
        var before = Optional.of(text.substring(line, at).strip());
        return before.filter(b -> b.matches("[rRuU]|@(?:module|type)?doc(?: ~[sS])?"))
                .isPresent();
    }
}
