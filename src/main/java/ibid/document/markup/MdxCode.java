package ibid.document.markup;

import ibid.document.SourceText;
import java.util.regex.Pattern;

/**
 * Takes out of Markdown what MDX adds to it and the parser does not know: imports and exports, which are program text, and
 * comments in braces. In their place stand as many spaces that neither end a paragraph nor indent one.
 */
final class MdxCode {
    private static final char SPACE = '\u00A0';
    private static final int LONGEST_LINE = 500;
    private static final Pattern IMPORT = Pattern.compile("import\\s+(?:[\\w*{].*|[\"'][^\"']+[\"'];?\\s*)");
    private static final Pattern FROM = Pattern.compile("(?:.*\\sfrom|import|\\}\\s*from)\\s*[\"'][^\"']+[\"'];?\\s*");
    private static final Pattern EXPORT =
            Pattern.compile("export\\s+(?:default|const|let|var|function|async|class)\\b.*[={(].*|export\\s*[{*].*");

    private final SourceText source;
    private final Collected into;
    private final StringBuilder text;

    private MdxCode(SourceText source, Collected into) {
        this.source = source;
        this.into = into;
        this.text = new StringBuilder(source.text());
    }

    /**
     * The text without them, as long as before.
     *
     * @param first line behind the front matter, from 1
     */
    static String removed(SourceText source, int first, Collected into) {
        var text = source.text();
        var hasModules = text.startsWith("import ")
                || text.startsWith("export ")
                || text.contains("\nimport ")
                || text.contains("\nexport ");
        if (!hasModules && !text.contains("{/*")) {
            return text;
        }
        var code = new MdxCode(source, into);
        code.remove(first);
        return code.text.toString();
    }

    private void remove(int first) {
        var fence = "";
        var isStart = true;
        for (var line = first; line <= source.lineCount(); line++) {
            var start = source.lineStart(line);
            var end = source.lineEnd(line);
            var at = Spaces.skip(source.text(), start, Math.min(end, start + 3));
            var mark =
                    source.text().startsWith("```", at) ? "```" : source.text().startsWith("~~~", at) ? "~~~" : "";
            if (!mark.isEmpty() && (fence.isEmpty() || fence.equals(mark))) {
                fence = fence.isEmpty() ? mark : "";
            } else if (fence.isEmpty()) {
                var last = isStart ? lastOfModule(line) : 0;
                if (last > 0) {
                    into.code(start, source.lineEnd(last));
                    blank(start, source.lineEnd(last));
                    line = last;
                    end = source.lineEnd(last);
                } else {
                    comments(start, end);
                }
            }
            isStart = Spaces.isBlank(source, line)
                    || text.charAt(Math.max(0, Math.min(start, text.length() - 1))) == SPACE;
        }
    }

    /** The last line of the import or export that begins on a line; 0 where none does. */
    private int lastOfModule(int line) {
        if (source.lineEnd(line) - source.lineStart(line) > LONGEST_LINE) {
            return 0;
        }
        var first = source.line(line);
        var isImport = IMPORT.matcher(first).matches();
        if (!isImport && !EXPORT.matcher(first).matches()) {
            return 0;
        }
        if (isImport && FROM.matcher(first).matches()) {
            return line;
        }
        var last = line;
        while (!Spaces.isBlank(source, last + 1)
                && source.lineEnd(last + 1) - source.lineStart(last + 1) <= LONGEST_LINE
                && !(isImport && FROM.matcher(source.line(last)).matches())) {
            last++;
        }
        return !isImport || FROM.matcher(source.line(last)).matches() ? last : 0;
    }

    private void comments(int from, int lineEnd) {
        var open = Spaces.find(source.text(), "{/*", from, lineEnd);
        while (open >= 0 && text.charAt(open) == '{') {
            var close = source.text().indexOf("*/}", open + 3);
            if (close < 0) {
                return;
            }
            into.comment(open, close + 3, open + 3, close);
            blank(open, close + 3);
            open = close + 3 < lineEnd ? Spaces.find(source.text(), "{/*", close + 3, lineEnd) : -1;
        }
    }

    private void blank(int from, int to) {
        for (var i = from; i < to; i++) {
            if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
                text.setCharAt(i, SPACE);
            }
        }
    }
}
