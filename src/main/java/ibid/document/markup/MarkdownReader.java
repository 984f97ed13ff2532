package ibid.document.markup;

import ibid.document.DocumentReader;
import ibid.document.ExplicitLink;
import ibid.document.OffsetMap;
import ibid.document.Problem;
import ibid.document.Reading;
import ibid.document.SourceText;
import ibid.document.TextBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads Markdown: CommonMark with tables, footnotes, front matter and the HTML in it.
 *
 * <p>Blocks deeper than {@value #DEEPEST} and inline markup deeper than that are read as the text they are.
 */
public final class MarkdownReader implements DocumentReader {
    static final int DEEPEST = 100;

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), FootnotesExtension.create());

    private static Parser parser() {
        return Parser.builder()
                .extensions(EXTENSIONS)
                .customBlockParserFactory(new LongParagraph())
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST)
                .build();
    }

    @Override
    public Reading read(SourceText source) {
        var blocks = new ArrayList<TextBlock>();
        var links = new ArrayList<ExplicitLink>();
        var closing = FrontMatter.closingLine(source);
        var base = 0;
        if (closing > 0) {
            base = closing == source.lineCount() ? source.lineEnd(closing) : source.lineStart(closing + 1);
            addFrontMatter(blocks, source, closing);
        }
        var body = base == 0 ? source.text() : source.text().substring(base);
        var walk = new MarkdownBlocks(source.text(), base, blocks, links);
        var deepest = walk.walk(parser().parse(body));
        var problems = new ArrayList<Problem>();
        if (deepest >= DEEPEST) {
            problems.add(new Problem(
                    Problem.Kind.LIMIT,
                    String.format(
                            Locale.ROOT,
                            "Its markup is nested deeper than %d levels; what lies deeper was read as plain text.",
                            DEEPEST)));
        }
        return Reading.inSourceOrder(blocks, links, problems);
    }

    private static void addFrontMatter(List<TextBlock> blocks, SourceText source, int closing) {
        var from = source.lineStart(2);
        var to = source.lineEnd(closing - 1);
        if (closing > 2 && from < to) {
            var text = source.text().substring(from, to);
            blocks.add(new TextBlock(TextBlock.Kind.PROSE, 0, text, OffsetMap.straight(from, to - from)));
        }
    }
}
