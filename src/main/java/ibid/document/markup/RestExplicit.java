package ibid.document.markup;

import ibid.document.ExplicitLink;
import ibid.document.SourceText;

/** Reads explicit markup of reStructuredText: footnotes, hyperlink targets, directives and comments. */
final class RestExplicit {
    private static final int LONGEST_NAME = 500;

    private final SourceText source;
    private final String text;
    private final Collected into;
    private final RestBlocks blocks;
    private final RestDirectives directives;

    RestExplicit(SourceText source, Collected into, RestBlocks blocks) {
        this.source = source;
        this.text = source.text();
        this.into = into;
        this.blocks = blocks;
        this.directives = new RestDirectives(source, into, blocks);
    }

    /** Reads what the mark on a line opens and says on which line the next begins. */
    int read(int line) {
        var start = blocks.contentStart(line);
        var end = source.lineEnd(line);
        if (text.charAt(start) == '_') {
            return target(line, start + 2, "");
        }
        var at = Spaces.skip(text, start + 2, end);
        if (text.startsWith("__:", at)) {
            return target(line, at + 3, "");
        }
        if (at < end && text.charAt(at) == '_') {
            var colon = nameEnd(line, at + 1);
            if (colon > 0) {
                return target(line, colon + 1, name(at + 1, colon));
            }
        }
        if (at < end && text.charAt(at) == '[') {
            var close = Spaces.find(text, ']', at, end);
            if (close > at + 1 && (close + 1 == end || text.charAt(close + 1) == ' ')) {
                return close + 1 == end ? line + 1 : blocks.paragraph(line, Spaces.skip(text, close + 1, end));
            }
        }
        if (at < end && text.charAt(at) == '|') {
            var close = Spaces.find(text, '|', at + 1, end);
            at = close < 0 ? at : Spaces.skip(text, close + 1, end);
        }
        var colons = directives.colons(at, end);
        return colons > 0 ? directives.read(line, at, colons) : comment(line, start);
    }

    /** Offset of the colon that ends a target's name, which may go on on the next line; 0 where there is none. */
    private int nameEnd(int line, int from) {
        var end = Math.min(source.lineEnd(lastLine(line)), from + LONGEST_NAME);
        var isQuoted = from < end && text.charAt(from) == '`';
        var at = isQuoted ? from + 1 : from;
        while (at < end && text.charAt(at) != (isQuoted ? '`' : ':')) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at += isQuoted ? 1 : 0;
        while (at < end && !isNameEnd(at)) {
            if (isQuoted) {
                return 0;
            }
            at = Math.max(at + 1, Spaces.find(text, ':', at + 1, end));
        }
        return at < end ? at : 0;
    }

    private boolean isNameEnd(int at) {
        return text.charAt(at) == ':'
                && text.charAt(at - 1) != '\\'
                && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
    }

    private String name(int from, int colon) {
        return text.substring(from, colon).replace("`", "").strip();
    }

    /** The lines below that belong to a target: deeper ones up to a blank one. */
    private int lastLine(int line) {
        var last = line;
        while (!Spaces.isBlank(source, last + 1) && blocks.indent(last + 1) > blocks.indent(line)) {
            last++;
        }
        return last;
    }

    private int target(int line, int from, String name) {
        var last = lastLine(line);
        RestAddress.of(text, from, source.lineEnd(last))
                .ifPresent(address -> into.link(
                        ExplicitLink.Kind.REFERENCE, address.destination(), address.start(), address.end(), name));
        return last + 1;
    }

    /** A mark alone above a blank line is a comment that holds nothing (specification, "Comments"). */
    private int comment(int line, int start) {
        var isEmpty = Spaces.isBlank(source, line + 1)
                && Spaces.skip(text, start + 2, source.lineEnd(line)) == source.lineEnd(line);
        var last = isEmpty ? line : blocks.lastDeeper(line, blocks.indent(line));
        into.comment(start, source.lineEnd(last), start + 2, source.lineEnd(last));
        return last + 1;
    }
}
