package ibid.document.markup;

import org.commonmark.internal.ParagraphParser;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockParser;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Begins a new paragraph after {@value #MOST_LINES} lines of one, in one document.
 *
 * <p>For each further line that could be the rule below a title or table the parser copies all lines that the paragraph has,
 * which takes quadratic time. The new paragraph is the parser's own, for it may go on with link definitions as the old one
 * did, and only this kind is looked at for them.
 */
final class LongParagraph extends AbstractBlockParserFactory {
    private static final int MOST_LINES = 1000;

    private @Nullable BlockParser counted;
    private int count;

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        var parser = matched.getMatchedBlockParser();
        if (!(parser.getBlock() instanceof Paragraph)) {
            return BlockStart.none();
        }
        count = parser.equals(counted) ? count + 1 : 1;
        counted = parser;
        return count < MOST_LINES || state.isBlank()
                ? BlockStart.none()
                : BlockStart.of(new ParagraphParser()).atIndex(state.getIndex());
    }
}
