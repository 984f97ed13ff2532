package ibid.document.markup;

import ibid.document.DocumentReader;
import ibid.document.OffsetMap;
import ibid.document.Reading;
import ibid.document.SourceText;
import ibid.document.TextBlock;

/**
 * Reads text as it stands: each stretch of lines between blank ones is one block, so that a line's neighbours are at hand.
 * Of a forum's markup it knows the links.
 */
public final class PlainTextReader implements DocumentReader {
    @Override
    public Reading read(SourceText source) {
        var found = new Collected(source.text());
        new Stretches(source, found, BbCode.isIn(source.text())).read();
        return found.reading();
    }

    /** One text on its way to blocks. */
    private record Stretches(SourceText source, Collected found, boolean hasTags) {
        void read() {
            var first = 1;
            for (var line = 1; line <= source.lineCount(); line++) {
                if (Spaces.isBlank(source, line)) {
                    addStretch(first, line);
                    first = line + 1;
                }
            }
            addStretch(first, source.lineCount() + 1);
        }

        /** Adds the lines from {@code first} to before {@code end}; titles among them are blocks of their own. */
        private void addStretch(int first, int end) {
            var from = first;
            for (var line = first; line < end; line++) {
                var level = Underline.levelOf(source, line, line + 1 < end);
                if (level > 0) {
                    addLines(from, line, TextBlock.Kind.PROSE, 0);
                    addLines(line, line + 1, TextBlock.Kind.HEADING, level);
                    line++;
                    from = line + 1;
                }
            }
            addLines(from, end, TextBlock.Kind.PROSE, 0);
        }

        private void addLines(int first, int end, TextBlock.Kind kind, int level) {
            if (first >= end) {
                return;
            }
            var from = source.lineStart(first);
            var to = source.lineEnd(end - 1);
            if (from >= to) {
                return;
            }
            if (hasTags) {
                found.block(kind, level, BbCode.read(source.text(), from, to, found.links()::add));
            } else {
                var text = source.text().substring(from, to);
                found.blocks().add(new TextBlock(kind, level, text, OffsetMap.straight(from, to - from)));
            }
        }
    }
}
