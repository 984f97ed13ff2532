package ibid.document.markup;

import ibid.document.SourceText;
import ibid.document.TextBlock;

/** Takes reStructuredText apart line by line: titles, paragraphs, literal blocks, doctests and explicit markup. */
final class RestBlocks {
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private final SourceText source;
    private final String text;
    private final Collected into;
    private final RestInline inline;
    private final RestExplicit explicit;
    private final RestTitles titles;

    RestBlocks(SourceText source, Collected into) {
        this.source = source;
        this.text = source.text();
        this.into = into;
        this.inline = new RestInline(into);
        this.explicit = new RestExplicit(source, into, this);
        this.titles = new RestTitles(source);
    }

    void read() {
        var line = 1;
        while (line <= source.lineCount()) {
            line = next(line);
        }
    }

    /** Reads what begins on a line and says on which line the next begins. */
    private int next(int line) {
        if (Spaces.isBlank(source, line)) {
            return line + 1;
        }
        var start = contentStart(line);
        if (isExplicit(line)) {
            return explicit.read(line);
        }
        if (text.startsWith(">>>", start)) {
            return doctest(line);
        }
        var title = titles.at(line);
        if (title.isPresent()) {
            var found = title.get();
            inline.read(
                    source.lineStart(found.line()),
                    source.lineEnd(found.line()),
                    TextBlock.Kind.HEADING,
                    found.level());
            return found.next();
        }
        return paragraph(line, source.lineStart(line));
    }

    /** Offset of the first character of a line that is no white space. */
    int contentStart(int line) {
        return Spaces.skip(text, source.lineStart(line), source.lineEnd(line));
    }

    int indent(int line) {
        return contentStart(line) - source.lineStart(line);
    }

    /** Whether a line begins with the mark of explicit markup (reStructuredText specification, "Explicit Markup Blocks"). */
    boolean isExplicit(int line) {
        var start = contentStart(line);
        var isMarked = text.startsWith("..", start) || text.startsWith("__", start);
        var behind = start + 2;
        return isMarked && (behind >= source.lineEnd(line) ? text.charAt(start) == '.' : text.charAt(behind) == ' ');
    }

    /** The last line of what stands deeper than {@code indent} below a line, blank lines inside it included. */
    int lastDeeper(int line, int indent) {
        var last = line;
        for (var next = line + 1; next <= source.lineCount(); next++) {
            if (!Spaces.isBlank(source, next)) {
                if (indent(next) <= indent) {
                    break;
                }
                last = next;
            }
        }
        return last;
    }

    /** Adds the lines from {@code first} to {@code last} as program text, and says which line is next. */
    int code(int first, int last) {
        if (first <= last) {
            into.code(source.lineStart(first), source.lineEnd(last));
        }
        return last + 1;
    }

    private int doctest(int line) {
        var last = line;
        while (!Spaces.isBlank(source, last + 1)) {
            last++;
        }
        return code(line, last);
    }

    /**
     * Reads a paragraph, and the literal block below it where it announces one.
     *
     * @param from where it begins on its first line
     * @return the line behind all that
     */
    int paragraph(int first, int from) {
        var last = first;
        var isMarked = from > source.lineStart(first);
        while (!Spaces.isBlank(source, last + 1) && !(endsInColons(last) && indent(last + 1) > indent(last))) {
            var isSibling = isExplicit(last + 1) && (isMarked || indent(last + 1) != indent(last));
            if (isSibling) {
                break;
            }
            last++;
        }
        inline.read(from, source.lineEnd(last), TextBlock.Kind.PROSE, 0);
        return endsInColons(last) ? literal(last) : last + 1;
    }

    private boolean endsInColons(int line) {
        var end = Spaces.trimmedEnd(text, source.lineStart(line), source.lineEnd(line));
        return end - source.lineStart(line) >= 2 && text.startsWith("::", end - 2);
    }

    private int literal(int announcing) {
        var first = announcing + 1;
        while (first <= source.lineCount() && Spaces.isBlank(source, first)) {
            first++;
        }
        if (first > source.lineCount()) {
            return first;
        }
        var indent = bodyIndent(announcing);
        if (indent(first) > indent) {
            return code(first, lastDeeper(first, indent));
        }
        var mark = text.charAt(contentStart(first));
        var isQuoted = first > announcing + 1
                && PUNCTUATION.indexOf(mark) >= 0
                && indent(first) == indent
                && !isExplicit(first);
        if (!isQuoted) {
            return first;
        }
        var last = first;
        while (!Spaces.isBlank(source, last + 1) && text.charAt(contentStart(last + 1)) == mark) {
            last++;
        }
        return code(first, last);
    }

    /** Indentation of the text of a line, behind the mark of a list item: only what stands deeper is below it. */
    private int bodyIndent(int line) {
        var end = source.lineEnd(line);
        var at = contentStart(line);
        var marked = at;
        while (marked < end && (Character.isLetterOrDigit(text.charAt(marked)) || text.charAt(marked) == '#')) {
            marked++;
        }
        var isBullet = at + 1 < end && "-*+•".indexOf(text.charAt(at)) >= 0 && text.charAt(at + 1) == ' ';
        var isNumber = marked > at
                && marked - at <= 3
                && marked + 1 < end
                && ".)".indexOf(text.charAt(marked)) >= 0
                && text.charAt(marked + 1) == ' ';
        if (isBullet || isNumber) {
            at = Spaces.skip(text, (isBullet ? at : marked) + 1, end);
        }
        return at - source.lineStart(line);
    }
}
