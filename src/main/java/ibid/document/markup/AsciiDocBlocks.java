package ibid.document.markup;

import ibid.document.Entry;
import ibid.document.SourceText;
import ibid.document.TextBlock;
import java.util.Optional;

/** Takes AsciiDoc apart line by line: titles, paragraphs, list items, table cells, delimited blocks, comments. */
final class AsciiDocBlocks {
    private static final String CODE_STYLES = " source listing literal stem latexmath asciimath ";
    private static final String RULES = "=-~^+";

    private final SourceText source;
    private final String text;
    private final Collected into;
    private final AsciiDocAttributes attributes = new AsciiDocAttributes();
    private final AsciiDocInline inline;
    private final AsciiDocLines lines;
    private boolean isTable;
    private boolean isCodeNext;

    AsciiDocBlocks(SourceText source, Collected into) {
        this.source = source;
        this.text = source.text();
        this.into = into;
        this.inline = new AsciiDocInline(into, attributes);
        this.lines = new AsciiDocLines(source);
    }

    void read() {
        var line = 1;
        while (line <= source.lineCount()) {
            line = next(line);
        }
        attributes.addUnused(into);
    }

    /** Reads what begins on a line and says on which line the next begins. */
    private int next(int line) {
        return switch (lines.kindOf(line)) {
            case BLANK -> {
                isCodeNext = false;
                yield line + 1;
            }
            case COMMENT_FENCE -> comment(line);
            case COMMENT -> {
                into.comment(
                        source.lineStart(line), source.lineEnd(line), source.lineStart(line) + 2, source.lineEnd(line));
                yield line + 1;
            }
            case CODE_FENCE -> fenced(line);
            case TABLE_FENCE -> {
                isTable = !isTable;
                yield line + 1;
            }
            case FENCE -> line + 1;
            case ATTRIBUTE -> attribute(line);
            case BLOCK_ATTRIBUTES -> blockAttributes(line);
            case BLOCK_TITLE -> prose(source.lineStart(line) + 1, line, TextBlock.Kind.PROSE, 0);
            case HEADING -> heading(line);
            case LITERAL, ITEM, TEXT -> text(line);
        };
    }

    private int prose(int from, int line, TextBlock.Kind kind, int level) {
        inline.read(from, source.lineEnd(line), kind, level);
        return line + 1;
    }

    private int comment(int line) {
        var last = lines.closing(line);
        var end = Math.min(last, source.lineCount());
        into.comment(
                source.lineStart(line),
                source.lineEnd(end),
                Math.min(source.lineEnd(line) + 1, source.lineEnd(end)),
                last > source.lineCount() ? source.lineEnd(end) : source.lineStart(last));
        return last + 1;
    }

    private int fenced(int line) {
        isCodeNext = false;
        var last = lines.closing(line);
        if (last > line + 1) {
            into.code(source.lineStart(line + 1), source.lineEnd(last - 1));
        }
        return last + 1;
    }

    /** Reads {@code :name: value}, whose value goes on behind a backslash at the end of a line. */
    private int attribute(int line) {
        var start = source.lineStart(line);
        var colon = Spaces.find(text, ':', start + 1, source.lineEnd(line));
        var name = text.substring(start + 1, colon);
        var valueStart = Spaces.skip(text, colon + 1, source.lineEnd(line));
        var value = new StringBuilder();
        var last = line;
        var at = valueStart;
        var end = Spaces.trimmedEnd(text, at, source.lineEnd(last));
        while (text.startsWith(" \\", end - 2) && end - 2 >= at && !Spaces.isBlank(source, last + 1)) {
            value.append(text, at, end - 1);
            last++;
            at = Spaces.skip(text, source.lineStart(last), source.lineEnd(last));
            end = Spaces.trimmedEnd(text, at, source.lineEnd(last));
        }
        value.append(text, at, Math.max(at, end));
        if (name.startsWith("!") || name.endsWith("!")) {
            attributes.undefine(name.replace("!", ""));
        } else {
            attributes.define(name, value.toString(), valueStart, Math.max(valueStart, end));
        }
        return last + 1;
    }

    /** Of a line such as {@code [source,java]} the style matters, and an address that a quotation is from. */
    private int blockAttributes(int line) {
        var start = source.lineStart(line) + 1;
        var end = source.lineEnd(line);
        var styleEnd = start;
        while (styleEnd < end && Character.isLetter(text.charAt(styleEnd))) {
            styleEnd++;
        }
        isCodeNext =
                isCodeNext || (styleEnd > start && CODE_STYLES.contains(" " + text.substring(start, styleEnd) + " "));
        return Spaces.find(text, "://", start, end) < 0 ? line + 1 : prose(start, line, TextBlock.Kind.PROSE, 0);
    }

    private int heading(int line) {
        var start = source.lineStart(line);
        var level = 0;
        while (text.charAt(start + level) == text.charAt(start)) {
            level++;
        }
        return prose(start + level, line, TextBlock.Kind.HEADING, Math.min(level, 6));
    }

    private int text(int line) {
        if (isTable) {
            return cells(line);
        }
        var kind = lines.kindOf(line);
        var rule = kind == AsciiDocLines.Kind.TEXT && line < source.lineCount() ? lines.ruleBelow(line) : 0;
        if (rule > 0) {
            prose(source.lineStart(line), line, TextBlock.Kind.HEADING, RULES.indexOf((char) rule) + 1);
            return line + 2;
        }
        var last = line;
        if (isCodeNext || kind == AsciiDocLines.Kind.LITERAL) {
            while (!Spaces.isBlank(source, last + 1)) {
                last++;
            }
            isCodeNext = false;
            into.code(source.lineStart(line), source.lineEnd(last));
            return last + 1;
        }
        while (last < source.lineCount() && lines.continuesText(last + 1)) {
            last++;
        }
        var from = source.lineStart(line);
        entry(from, source.lineEnd(last));
        return prose(from, last, TextBlock.Kind.PROSE, 0);
    }

    /** A line of a table is its cells; what stands before a bar, such as {@code 2+^}, shows nothing that could be found. */
    private int cells(int line) {
        var end = source.lineEnd(line);
        var from = source.lineStart(line);
        for (var at = from; at < end; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == '|') {
                inline.read(from, at, TextBlock.Kind.PROSE, 0);
                from = at + 1;
            }
        }
        inline.read(from, end, TextBlock.Kind.PROSE, 0);
        return line + 1;
    }

    /** An item that begins with {@code [[[key]]]} is an entry of the bibliography. */
    private void entry(int from, int to) {
        var start = lines.behindMarker(from, to);
        if (!text.startsWith("[[[", start)) {
            return;
        }
        var close = Spaces.find(text, "]]]", start + 3, Math.min(to, start + 300));
        if (close > 0) {
            var key = text.substring(start + 3, close);
            var comma = key.indexOf(',');
            into.entry(new Entry(
                    start,
                    to,
                    Optional.of(comma < 0 ? key : key.substring(0, comma)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
    }
}
