package ibid.document.markup;

import ibid.document.OffsetMap;
import ibid.document.SourceText;
import ibid.document.TextBlock;
import java.util.regex.Pattern;

/**
 * Metadata above a Markdown text, between two lines of {@code ---} (YAML) or {@code +++} (TOML).
 *
 * <p>A text may also begin with a thematic break, so the first line behind the fence must look like metadata and the fence
 * must be closed.
 */
final class FrontMatter {
    private static final int MOST_LINES = 1000;
    private static final int SNIFFED_CHARS = 200;
    private static final Pattern FIELD =
            Pattern.compile("(?:#.*+|[\"']?+[\\w.-]++[\"']?+\\s*+[:=](?:\\s.*+)?|\\[{1,2}[\\w.\"-]++\\]{1,2})");

    private FrontMatter() {}

    /** Line of the closing fence, from 1; 0 where there is no front matter. */
    static int closingLine(SourceText source) {
        // Most documents have none, and to ask for a line finds all lines.
        if (!source.text().startsWith("---") && !source.text().startsWith("+++")) {
            return 0;
        }
        var fence = source.lineEnd(1) > 200 ? "" : source.line(1).stripTrailing();
        var isToml = fence.equals("+++");
        if (!isToml && !fence.equals("---")) {
            return 0;
        }
        var isMetadata = false;
        var last = Math.min(source.lineCount(), MOST_LINES);
        for (var line = 2; line <= last; line++) {
            var end = Math.min(source.lineEnd(line), source.lineStart(line) + SNIFFED_CHARS);
            var text = source.text().substring(source.lineStart(line), end).stripTrailing();
            if (text.equals(fence) || (!isToml && text.equals("..."))) {
                return isMetadata || line == 2 ? line : 0;
            }
            if (!isMetadata && !text.isEmpty()) {
                if (!FIELD.matcher(text).matches()) {
                    return 0;
                }
                isMetadata = true;
            }
        }
        return 0;
    }

    /** Adds what stands between the fences as one block, without its comments. */
    static void read(SourceText source, int closing, Collected into) {
        var text = source.text();
        var block = new OffsetMap.Builder();
        for (var line = 2; line < closing; line++) {
            var from = source.lineStart(line);
            var start = Spaces.skip(text, from, source.lineEnd(line));
            if (start < source.lineEnd(line) && text.charAt(start) == '#') {
                into.comment(start, source.lineEnd(line), start + 1, source.lineEnd(line));
            } else {
                var to = line + 1 < closing ? source.lineStart(line + 1) : source.lineEnd(line);
                block.add(text.substring(from, to), from, to);
            }
        }
        into.block(TextBlock.Kind.PROSE, 0, block);
    }
}
