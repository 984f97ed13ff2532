package ibid.document.markup;

import ibid.document.OffsetMap;
import ibid.document.TextBlock;
import java.util.List;

/** Program text inside a paragraph: {@code ``literal``} in reStructuredText, {@code `mono`} in AsciiDoc. */
final class InlineCode {
    private InlineCode() {}

    /** Adds the range as one block in which each piece of program text is one space, and a code block for each piece. */
    static void addBlocks(
            List<TextBlock> blocks,
            String source,
            int from,
            int to,
            PlainTextReader.Markup markup,
            TextBlock.Kind kind,
            int level) {
        var mark = markup == PlainTextReader.Markup.REST ? "``" : "`";
        var builder = new OffsetMap.Builder();
        var place = blocks.size();
        var at = from;
        for (var open = find(source, mark, from, to); open >= 0; open = find(source, mark, at, to)) {
            var close = find(source, mark, open + mark.length() + 1, to);
            if (close < 0) {
                break;
            }
            builder.add(source.substring(at, open), at, open);
            builder.add(" ", open, close + mark.length());
            var start = open + mark.length();
            blocks.add(new TextBlock(
                    TextBlock.Kind.CODE, 0, source.substring(start, close), OffsetMap.straight(start, close - start)));
            at = close + mark.length();
        }
        builder.add(source.substring(at, to), at, to);
        if (!builder.isEmpty()) {
            blocks.add(place, builder.build(kind, level));
        }
    }

    /** Looks no farther than {@code to}, for a paragraph must not cost a walk through the rest of the document. */
    private static int find(String source, String mark, int from, int to) {
        for (var i = from; i + mark.length() <= to; i++) {
            if (source.startsWith(mark, i)) {
                return i;
            }
        }
        return -1;
    }
}
