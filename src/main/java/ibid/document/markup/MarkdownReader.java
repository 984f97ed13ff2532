package ibid.document.markup;

import ibid.document.DocumentReader;
import ibid.document.Problem;
import ibid.document.Reading;
import ibid.document.SourceText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads Markdown: CommonMark with tables, footnotes, front matter and the HTML in it.
 *
 * <p>Blocks deeper than {@value #DEEPEST} and inline markup deeper than that are read as the text they are.
 */
public final class MarkdownReader implements DocumentReader {
    static final int DEEPEST = 100;

    private final boolean isMdx;

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), FootnotesExtension.create());

    public MarkdownReader() {
        this(false);
    }

    private MarkdownReader(boolean isMdx) {
        this.isMdx = isMdx;
    }

    /** Reads MDX, whose imports, exports and comments in braces are words and braces in any other Markdown. */
    public static MarkdownReader ofMdx() {
        return new MarkdownReader(true);
    }

    private static Parser parser() {
        return Parser.builder()
                .extensions(EXTENSIONS)
                .customBlockParserFactory(new LongParagraph())
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST)
                .build();
    }

    /** The parsed form, without front matter, for whoever asks for more than what is cited. */
    public static Node parsed(SourceText source) {
        var closing = FrontMatter.closingLine(source);
        return parsed(source.text(), closing == 0 ? 0 : source.lineEnd(closing));
    }

    private static Node parsed(String text, int from) {
        try (var reader = new StringReader(text)) {
            reader.skip(from);
            // From a reader the parser cuts lines out of an array, which is sooner done than out of a text.
            return parser().parseReader(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory is always there", e);
        }
    }

    @Override
    public Reading read(SourceText source) {
        var into = new Collected(source.text());
        var closing = FrontMatter.closingLine(source);
        var base = 0;
        if (closing > 0) {
            base = closing == source.lineCount() ? source.lineEnd(closing) : source.lineStart(closing + 1);
            FrontMatter.read(source, closing, into);
        }
        var text = isMdx ? MdxCode.removed(source, closing + 1, into) : source.text();
        var deepest = new MarkdownBlocks(text, base, into).walk(parsed(text, base));
        if (deepest >= DEEPEST) {
            into.problem(Problem.limit(
                    "Its markup is nested deeper than %d levels; what lies deeper was read as plain text.", DEEPEST));
        }
        return into.reading();
    }
}
