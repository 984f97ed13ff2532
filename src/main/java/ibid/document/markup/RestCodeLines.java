package ibid.document.markup;

import ibid.document.SourceText;
import java.util.regex.Pattern;

/**
 * Program text of reStructuredText: what is indented below a paragraph that ends in {@code ::}, below a directive that shows
 * code, and doctest sessions.
 */
final class RestCodeLines implements CodeLines {
    private static final Pattern CODE_DIRECTIVE = Pattern.compile(
            "\\.\\. (?:code-block|code|sourcecode|highlight|math|parsed-literal|raw|doctest|testcode|testoutput"
                    + "|testsetup|testcleanup|productionlist|graphviz|digraph|ipython|prompt|jinja|invalid-code-block)::.*+");
    private static final Pattern DIRECTIVE = Pattern.compile("\\.\\. [\\w+.-]++(?::[\\w+.-]++)*+::.*+");
    private static final Pattern DOCTEST = Pattern.compile(">>>(?: .*+)?");
    private static final int NONE = -1;
    private static final int LONGEST_DIRECTIVE = 200;

    /** Indentation of the line that opened the code: what stands deeper belongs to it. */
    private int openedAt = NONE;

    /** Whether the code has begun, or only its announcement has been read. */
    private boolean isBelow;

    private boolean isDoctest;

    @Override
    public boolean holds(SourceText source, int line, boolean isBlank) {
        if (isBlank) {
            isDoctest = false;
            return openedAt != NONE && isBelow;
        }
        var text = source.text();
        var end = source.lineEnd(line);
        var start = source.lineStart(line);
        while (start < end && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
            start++;
        }
        var indent = start - source.lineStart(line);
        if (openedAt != NONE && indent > openedAt) {
            isBelow = true;
            return true;
        }
        openedAt = NONE;
        isBelow = false;
        var head = text.substring(start, Math.min(end, start + LONGEST_DIRECTIVE));
        isDoctest = isDoctest || DOCTEST.matcher(head).matches();
        if (!isDoctest && opensCode(head, text, start, end)) {
            openedAt = indent;
        }
        return isDoctest;
    }

    private static boolean opensCode(String head, String text, int start, int end) {
        if (head.startsWith(".. ")) {
            return CODE_DIRECTIVE.matcher(head).matches()
                    || (endsInColons(text, start, end)
                            && !DIRECTIVE.matcher(head).matches());
        }
        return endsInColons(text, start, end);
    }

    private static boolean endsInColons(String text, int start, int end) {
        var last = end;
        while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        return last - start >= 2 && text.startsWith("::", last - 2);
    }
}
