package ibid.document.markup;

import ibid.document.ExplicitLink;
import ibid.document.TextBlock;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/** Walks the block structure of a Markdown document, without recursion. */
final class MarkdownBlocks {
    private final MarkdownOffsets offsets;
    private final MarkdownInlines inlines;
    private final List<TextBlock> blocks;
    private final List<ExplicitLink> links;
    private final MarkdownHtml html;

    private boolean htmlTooDeep;

    MarkdownBlocks(String source, int base, Collected into) {
        this.offsets = new MarkdownOffsets(source, base);
        this.blocks = into.blocks();
        this.links = into.links();
        this.html = new MarkdownHtml(into);
        this.inlines = new MarkdownInlines(offsets, into);
    }

    /** Collects everything below the node and says how deep the deepest nesting was. */
    int walk(Node document) {
        var deepest = 0;
        var depth = 0;
        @Nullable Node node = document.getFirstChild();
        while (node != null && node != document) {
            deepest = Math.max(deepest, depth + 1);
            var isLeaf = read(node);
            if (!isLeaf && node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node != document && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == document ? null : node.getNext();
        }
        return htmlTooDeep ? MarkdownReader.DEEPEST : Math.max(deepest, inlines.deepest());
    }

    /** Reads a node that holds text or a link; false where only its children do. */
    private boolean read(Node node) {
        if (node instanceof Paragraph) {
            inlines.read(node, TextBlock.Kind.PROSE, 0);
        } else if (node instanceof Heading heading) {
            inlines.read(node, TextBlock.Kind.HEADING, heading.getLevel());
        } else if (node instanceof TableCell) {
            offsets.enterCell(node);
            inlines.read(node, TextBlock.Kind.PROSE, 0);
            offsets.leaveCell();
        } else if (node instanceof FencedCodeBlock fenced) {
            addCode(node, 1, fenced.getClosingFenceLength() == null ? 0 : 1);
        } else if (node instanceof IndentedCodeBlock) {
            addCode(node, 0, 0);
        } else if (node instanceof HtmlBlock) {
            addHtml(node);
        } else if (node instanceof LinkReferenceDefinition definition) {
            MarkdownDestination.ofDefinition(offsets, definition).ifPresent(links::add);
        } else {
            return false;
        }
        return true;
    }

    private void addCode(Node node, int fencesAbove, int fencesBelow) {
        var spans = node.getSourceSpans();
        if (spans.size() <= fencesAbove + fencesBelow) {
            return;
        }
        var lines = spans.subList(fencesAbove, spans.size() - fencesBelow);
        offsets.code(lines, 0, Integer.MAX_VALUE).ifPresent(blocks::add);
    }

    private void addHtml(Node node) {
        offsets.code(node.getSourceSpans(), 0, Integer.MAX_VALUE).ifPresent(block -> {
            var depth = html.read(block);
            htmlTooDeep = htmlTooDeep || depth >= HtmlReader.DEEPEST;
        });
    }
}
