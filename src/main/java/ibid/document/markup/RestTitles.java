package ibid.document.markup;

import ibid.document.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Section titles of reStructuredText: a line with a rule below it, and perhaps one like it above. */
final class RestTitles {
    private static final int LONGEST = 1000;
    private static final int DEEPEST = 6;

    /** A shorter rule that is also shorter than its title is text (specification, "Sections"). */
    private static final int SHORTEST = 4;

    private final SourceText source;

    /** Each kind of rule in the order of its first use, which is the order of levels. */
    private final List<String> styles = new ArrayList<>();

    RestTitles(SourceText source) {
        this.source = source;
    }

    /** @param next the line behind the title's rule */
    record Title(int line, int level, int next) {}

    /** The title that begins on a line. */
    Optional<Title> at(int line) {
        if (line >= source.lineCount() || isTooLong(line)) {
            return Optional.empty();
        }
        var over = rule(line);
        if (over > 0) {
            var isFramed = line + 2 <= source.lineCount()
                    && !Spaces.isBlank(source, line + 1)
                    && !isTooLong(line + 1)
                    && rule(line + 2) == over;
            return isFramed
                    ? Optional.of(new Title(line + 1, level("over" + (char) over), line + 3))
                    : Optional.empty();
        }
        var under = isTooLong(line + 1) || isIndented(line) ? 0 : rule(line + 1);
        if (under == 0) {
            return Optional.empty();
        }
        var width = source.lineEnd(line + 1) - source.lineStart(line + 1);
        var titleWidth =
                Spaces.trimmedEnd(source.text(), source.lineStart(line), source.lineEnd(line)) - source.lineStart(line);
        return width >= Math.min(titleWidth, SHORTEST)
                ? Optional.of(new Title(line, level("" + (char) under), line + 2))
                : Optional.empty();
    }

    private boolean isTooLong(int line) {
        return source.lineEnd(line) - source.lineStart(line) > LONGEST;
    }

    private boolean isIndented(int line) {
        return Character.isWhitespace(source.text().charAt(source.lineStart(line)));
    }

    private int level(String style) {
        if (!styles.contains(style)) {
            styles.add(style);
        }
        return Math.min(DEEPEST, styles.indexOf(style) + 1);
    }

    /** The one punctuation mark that a line consists of; 0 where it does not. */
    private int rule(int line) {
        var start = source.lineStart(line);
        var end = Spaces.trimmedEnd(source.text(), start, source.lineEnd(line));
        if (end - start < 2) {
            return 0;
        }
        var mark = source.text().charAt(start);
        if (mark <= ' ' || mark > '~' || Character.isLetterOrDigit(mark)) {
            return 0;
        }
        for (var i = start; i < end; i++) {
            if (source.text().charAt(i) != mark) {
                return 0;
            }
        }
        return mark;
    }
}
