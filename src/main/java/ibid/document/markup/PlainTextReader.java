package ibid.document.markup;

import ibid.document.DocumentReader;
import ibid.document.OffsetMap;
import ibid.document.Reading;
import ibid.document.SourceText;
import ibid.document.TextBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads text as it stands: each stretch of lines between blank ones is one block, so that a line's neighbours are at hand.
 */
public final class PlainTextReader implements DocumentReader {
    @Override
    public Reading read(SourceText source) {
        var blocks = new ArrayList<TextBlock>();
        var first = 1;
        for (var line = 1; line <= source.lineCount(); line++) {
            if (Spaces.isBlank(source, line)) {
                addStretch(blocks, source, first, line);
                first = line + 1;
            }
        }
        addStretch(blocks, source, first, source.lineCount() + 1);
        return Reading.inSourceOrder(blocks, List.of(), List.of());
    }

    /** Adds the lines from {@code first} to before {@code end}; titles among them are blocks of their own. */
    private static void addStretch(List<TextBlock> blocks, SourceText source, int first, int end) {
        var from = first;
        for (var line = first; line < end; line++) {
            var level = Underline.levelOf(source, line, line + 1 < end);
            if (level > 0) {
                addLines(blocks, source, from, line, TextBlock.Kind.PROSE, 0);
                addLines(blocks, source, line, line + 1, TextBlock.Kind.HEADING, level);
                line++;
                from = line + 1;
            }
        }
        addLines(blocks, source, from, end, TextBlock.Kind.PROSE, 0);
    }

    private static void addLines(
            List<TextBlock> blocks, SourceText source, int first, int end, TextBlock.Kind kind, int level) {
        if (first >= end) {
            return;
        }
        var from = source.lineStart(first);
        var to = source.lineEnd(end - 1);
        if (from < to) {
            blocks.add(
                    new TextBlock(kind, level, source.text().substring(from, to), OffsetMap.straight(from, to - from)));
        }
    }
}
