package ibid.document.markup;

import ibid.document.SourceText;

/** What the lines of an AsciiDoc document are, by how they begin. */
final class AsciiDocLines {
    private static final int SHORTEST_FENCE = 4;
    private static final int LONGEST_NAME = 100;
    private static final String RULES = "=-~^+";

    private final SourceText source;
    private final String text;

    AsciiDocLines(SourceText source) {
        this.source = source;
        this.text = source.text();
    }

    /** What a line is where a block may begin. */
    enum Kind {
        BLANK,
        COMMENT_FENCE,
        COMMENT,
        CODE_FENCE,
        TABLE_FENCE,
        FENCE,
        ATTRIBUTE,
        BLOCK_ATTRIBUTES,
        BLOCK_TITLE,
        HEADING,
        LITERAL,
        ITEM,
        TEXT
    }

    Kind kindOf(int line) {
        if (Spaces.isBlank(source, line)) {
            return Kind.BLANK;
        }
        var start = source.lineStart(line);
        var end = Spaces.trimmedEnd(text, start, source.lineEnd(line));
        return switch (text.charAt(start)) {
            case '/' -> slashes(start, end);
            case '-', '.', '+', '`', '|', ',', '*', '_', '=', '#' -> marked(start, end);
            case ':' -> attributeEnd(start, end) > 0 ? Kind.ATTRIBUTE : Kind.TEXT;
            case '[' ->
                text.charAt(end - 1) == ']' && !text.startsWith("[[[", start) ? Kind.BLOCK_ATTRIBUTES : Kind.TEXT;
            case ' ', '\t' -> behindMarker(start, end) > Spaces.skip(text, start, end) ? Kind.ITEM : Kind.LITERAL;
            default -> behindMarker(start, end) > start ? Kind.ITEM : Kind.TEXT;
        };
    }

    private Kind slashes(int start, int end) {
        if (isFence(start, end)) {
            return Kind.COMMENT_FENCE;
        }
        return text.startsWith("//", start) && !text.startsWith("///", start) ? Kind.COMMENT : Kind.TEXT;
    }

    private Kind marked(int start, int end) {
        var c = text.charAt(start);
        if (text.startsWith("```", start) || (isFence(start, end) && "-.+".indexOf(c) >= 0)) {
            return Kind.CODE_FENCE;
        }
        if (isTableFence(start, end)) {
            return Kind.TABLE_FENCE;
        }
        var isOpenBlock = end - start == 2 && text.startsWith("--", start);
        if (isFence(start, end) || isOpenBlock || (c == '+' && end - start == 1)) {
            return Kind.FENCE;
        }
        if (c == '=' || c == '#') {
            var level = start;
            while (level < end && text.charAt(level) == c) {
                level++;
            }
            return level < end && level - start <= 6 && text.charAt(level) == ' ' ? Kind.HEADING : Kind.TEXT;
        }
        if (behindMarker(start, end) > start) {
            return Kind.ITEM;
        }
        var isTitle = c == '.' && end - start > 1 && text.charAt(start + 1) != '.' && text.charAt(start + 1) != ' ';
        return isTitle ? Kind.BLOCK_TITLE : Kind.TEXT;
    }

    private boolean isFence(int start, int end) {
        if (end - start < SHORTEST_FENCE) {
            return false;
        }
        for (var i = start; i < end; i++) {
            if (text.charAt(i) != text.charAt(start)) {
                return false;
            }
        }
        return true;
    }

    private boolean isTableFence(int start, int end) {
        return end - start >= SHORTEST_FENCE
                && "|,:!".indexOf(text.charAt(start)) >= 0
                && text.charAt(start + 1) == '='
                && isFenceBehind(start + 1, end);
    }

    private boolean isFenceBehind(int start, int end) {
        for (var i = start; i < end; i++) {
            if (text.charAt(i) != '=') {
                return false;
            }
        }
        return true;
    }

    /** Offset of the colon behind an attribute's name; 0 where a line defines none. */
    private int attributeEnd(int start, int end) {
        var limit = Math.min(end, start + LONGEST_NAME);
        for (var i = start + 1; i < limit; i++) {
            var c = text.charAt(i);
            if (c == ':') {
                return i > start + 1 && (i + 1 == end || Character.isWhitespace(text.charAt(i + 1))) ? i : 0;
            }
            if (!Character.isLetterOrDigit(c) && c != '-' && c != '_' && c != '!') {
                return 0;
            }
        }
        return 0;
    }

    /** Offset of an item's text; the start itself, white space aside, where none of the marks of lists stands there. */
    int behindMarker(int from, int to) {
        var start = Spaces.skip(text, from, to);
        var at = start;
        while (at < to && Character.isDigit(text.charAt(at)) && at - start < 4) {
            at++;
        }
        var isNumber = at > start && at < to && text.charAt(at) == '.';
        if (!isNumber) {
            at = start;
            while (at < to && "*.-".indexOf(text.charAt(at)) >= 0 && at - start < 6) {
                at++;
            }
        } else {
            at++;
        }
        return at > start && at < to && text.charAt(at) == ' ' ? Spaces.skip(text, at, to) : start;
    }

    /** Whether a line goes on with the paragraph above it. */
    boolean continuesText(int line) {
        return switch (kindOf(line)) {
            case TEXT, LITERAL, BLOCK_TITLE -> true;
            default -> false;
        };
    }

    /** The line that closes a fence; the one behind the last where none does. */
    int closing(int line) {
        var fence = source.line(line).stripTrailing();
        var sought = fence.startsWith("```") ? "```" : fence;
        for (var next = line + 1; next <= source.lineCount(); next++) {
            var length = source.lineEnd(next) - source.lineStart(next);
            if (length >= sought.length()
                    && text.startsWith(sought, source.lineStart(next))
                    && Spaces.trimmedEnd(text, source.lineStart(next), source.lineEnd(next)) - source.lineStart(next)
                            == sought.length()) {
                return next;
            }
        }
        return source.lineCount() + 1;
    }

    /** The character of a rule that makes the line above it a title; 0 where there is none. Their lengths differ by two at most. */
    int ruleBelow(int line) {
        var start = source.lineStart(line + 1);
        var end = Spaces.trimmedEnd(text, start, source.lineEnd(line + 1));
        var length = Spaces.trimmedEnd(text, source.lineStart(line), source.lineEnd(line)) - source.lineStart(line);
        if (end - start < 3 || Math.abs(end - start - length) > 2 || RULES.indexOf(text.charAt(start)) < 0) {
            return 0;
        }
        for (var i = start; i < end; i++) {
            if (text.charAt(i) != text.charAt(start)) {
                return 0;
            }
        }
        return text.charAt(start);
    }
}
