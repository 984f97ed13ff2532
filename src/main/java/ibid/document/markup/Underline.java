package ibid.document.markup;

import ibid.document.SourceText;

/** Titles of plain text: a line with a rule of punctuation below it, as wide as the line or wider. */
final class Underline {
    /** In the order in which they are used for ever deeper titles; what comes behind is as deep as the last. */
    private static final String MARKS = "=-~^\"";

    private static final int SHORTEST = 3;
    private static final int LONGEST_TITLE = 300;

    private Underline() {}

    /** Level of the title on a line, 1 to 5; 0 where it is none. */
    static int levelOf(SourceText source, int line, boolean hasNext) {
        if (!hasNext) {
            return 0;
        }
        var start = source.lineStart(line + 1);
        var mark = MARKS.indexOf(source.text().charAt(start));
        if (mark < 0) {
            return 0;
        }
        var width = source.lineEnd(line + 1) - start;
        var titleWidth = source.lineEnd(line) - source.lineStart(line);
        var isRule = width >= Math.max(SHORTEST, titleWidth) && titleWidth <= LONGEST_TITLE;
        return isRule && isOnly(source, line + 1) && !isOnly(source, line) ? mark + 1 : 0;
    }

    /** Whether a line is one mark over and over. */
    private static boolean isOnly(SourceText source, int line) {
        var text = source.text();
        var start = source.lineStart(line);
        var end = source.lineEnd(line);
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        for (var i = start; i < end; i++) {
            if (text.charAt(i) != text.charAt(start) || Character.isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
