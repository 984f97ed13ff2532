package ibid.document.markup;

import ibid.document.OffsetMap;
import ibid.document.TextBlock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** Where Markdown nodes stand in the source. */
final class MarkdownOffsets {
    private final String source;
    private final int base;

    /** Of one range at a time. */
    private final OffsetMap.Builder lines = new OffsetMap.Builder();

    /** Offsets at which a table cell lost the backslash before a pipe, as the parser counts; empty outside of cells. */
    private int[] lostBackslashes = new int[0];

    /** @param base offset of the text that was parsed, in the source */
    MarkdownOffsets(String source, int base) {
        this.source = source;
        this.base = base;
    }

    String source() {
        return source;
    }

    /** Follows the nodes of a table cell: GFM takes backslashes before pipes away before the cell is parsed, and its spans count without them. */
    void enterCell(Node cell) {
        lostBackslashes = new int[0];
        var spans = cell.getSourceSpans();
        if (spans.isEmpty()) {
            return;
        }
        var start = spans.get(0).getInputIndex() + base;
        var end = start + spans.get(0).getLength();
        var count = 0;
        for (var i = start; i + 1 < end; i++) {
            if (source.charAt(i) == '\\' && source.charAt(i + 1) == '|') {
                if (count == lostBackslashes.length) {
                    lostBackslashes = Arrays.copyOf(lostBackslashes, count * 2 + 4);
                }
                lostBackslashes[count] = i - count;
                count++;
                i++;
            }
        }
        lostBackslashes = Arrays.copyOf(lostBackslashes, count);
    }

    void leaveCell() {
        lostBackslashes = new int[0];
    }

    boolean isPlaced(Node node) {
        return !node.getSourceSpans().isEmpty();
    }

    int start(Node node) {
        return start(node.getSourceSpans());
    }

    int end(Node node) {
        return end(node.getSourceSpans());
    }

    /** For whoever has asked the node for its spans, which wraps them anew each time. */
    int start(List<SourceSpan> spans) {
        return start(spans.get(0));
    }

    int end(List<SourceSpan> spans) {
        return end(spans.get(spans.size() - 1));
    }

    int start(SourceSpan span) {
        return real(span.getInputIndex() + base);
    }

    int end(SourceSpan span) {
        return real(span.getInputIndex() + span.getLength() + base);
    }

    private int real(int offset) {
        if (lostBackslashes.length == 0) {
            return offset;
        }
        var found = Arrays.binarySearch(lostBackslashes, offset);
        return offset + (found >= 0 ? found : -found - 1);
    }

    /** A range that may run over several lines as program text, without what stands before each; empty where that is none. */
    Optional<TextBlock> code(List<SourceSpan> spans, int from, int to) {
        if (spans.size() == 1) {
            var start = Math.max(from, start(spans));
            var end = Math.min(to, end(spans));
            return start < end
                    ? Optional.of(TextBlock.straight(TextBlock.Kind.CODE, 0, source.substring(start, end), start))
                    : Optional.empty();
        }
        lines.clear();
        addLines(lines, spans, from, to);
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.build(TextBlock.Kind.CODE, 0));
    }

    /** Adds a range that may run over several lines, without what stands before each line (quote marks, indentation). */
    private void addLines(OffsetMap.Builder builder, List<SourceSpan> spans, int from, int to) {
        for (var span : spans) {
            var start = Math.max(from, start(span));
            var end = Math.min(to, end(span));
            if (start >= end) {
                continue;
            }
            if (!builder.isEmpty() && builder.sourceEnd() < start) {
                builder.add("\n", builder.sourceEnd(), start);
            }
            builder.add(source.substring(start, end), start, end);
        }
    }
}
