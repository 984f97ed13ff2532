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
 *
 * <p>In reStructuredText and AsciiDoc, which have no reader of their own, program text is told apart from prose.
 */
public final class PlainTextReader implements DocumentReader {
    private final Markup markup;

    public PlainTextReader() {
        this(Markup.NONE);
    }

    public PlainTextReader(Markup markup) {
        this.markup = markup;
    }

    /** What marks program text. */
    public enum Markup {
        NONE,
        REST,
        ASCIIDOC
    }

    @Override
    public Reading read(SourceText source) {
        var blocks = new ArrayList<TextBlock>();
        var code = switch (markup) {
            case NONE -> CodeLines.NONE;
            case REST -> new RestCodeLines();
            case ASCIIDOC -> new AsciiDocCodeLines();
        };
        var first = 1;
        var isCode = false;
        for (var line = 1; line <= source.lineCount(); line++) {
            var isBlank = isBlank(source, line);
            var becomesCode = code.holds(source, line, isBlank);
            if (isBlank || becomesCode != isCode) {
                addStretch(blocks, source, first, line, isCode);
                first = isBlank ? line + 1 : line;
            }
            isCode = becomesCode;
        }
        addStretch(blocks, source, first, source.lineCount() + 1, isCode);
        return Reading.inSourceOrder(blocks, List.of(), List.of());
    }

    private static boolean isBlank(SourceText source, int line) {
        var end = source.lineEnd(line);
        for (var i = source.lineStart(line); i < end; i++) {
            if (!Character.isWhitespace(source.text().charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Adds the lines from {@code first} to before {@code end}; titles among them are blocks of their own. */
    private void addStretch(List<TextBlock> blocks, SourceText source, int first, int end, boolean isCode) {
        if (isCode) {
            addLines(blocks, source, first, end, TextBlock.Kind.CODE, 0);
            return;
        }
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

    private void addLines(
            List<TextBlock> blocks, SourceText source, int first, int end, TextBlock.Kind kind, int level) {
        if (first >= end) {
            return;
        }
        var from = source.lineStart(first);
        var to = source.lineEnd(end - 1);
        if (kind != TextBlock.Kind.CODE && markup != Markup.NONE) {
            InlineCode.addBlocks(blocks, source.text(), from, to, markup, kind, level);
        } else if (from < to) {
            blocks.add(
                    new TextBlock(kind, level, source.text().substring(from, to), OffsetMap.straight(from, to - from)));
        }
    }
}
