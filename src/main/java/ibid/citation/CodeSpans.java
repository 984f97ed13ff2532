package ibid.citation;

/** The parts of a text between backquotes: literals, roles and references of reStructuredText, code left over from Markdown. */
final class CodeSpans {
    private final String text;
    private int start;
    private int end;

    CodeSpans(String text) {
        this.text = text;
    }

    /** Whether the offset stands between backquotes; offsets only grow from call to call. */
    boolean holds(int offset) {
        while (end <= offset) {
            next(end);
        }
        return start <= offset;
    }

    private void next(int from) {
        start = text.indexOf('`', from);
        if (start < 0) {
            start = text.length();
            end = start;
            return;
        }
        var run = start;
        while (run < text.length() && text.charAt(run) == '`') {
            run++;
        }
        var close = text.indexOf('`', run);
        // A backquote without its partner quotes nothing; what follows is prose again.
        end = close < 0 ? run : close + 1;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
    }
}
