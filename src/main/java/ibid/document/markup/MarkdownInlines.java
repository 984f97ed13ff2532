package ibid.document.markup;

import ibid.document.Comment;
import ibid.document.ExplicitLink;
import ibid.document.OffsetMap;
import ibid.document.TextBlock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Reads the inside of one Markdown paragraph, heading or cell at a time, without recursion. */
final class MarkdownInlines {
    private final MarkdownOffsets offsets;
    private final List<TextBlock> blocks;
    private final List<ExplicitLink> links;
    private final MarkdownTags tags;
    private OffsetMap.Builder prose = new OffsetMap.Builder();

    /** All that a reader sees, link texts and program text included. */
    private final StringBuilder seen = new StringBuilder();

    private final Deque<OpenLink> open = new ArrayDeque<>();
    private boolean breakPending;
    private int deepest;

    MarkdownInlines(MarkdownOffsets offsets, List<TextBlock> blocks, List<ExplicitLink> links, List<Comment> comments) {
        this.offsets = offsets;
        this.blocks = blocks;
        this.links = links;
        this.tags = new MarkdownTags(offsets, blocks, links, comments);
    }

    private record OpenLink(int mark, int seenFrom) {}

    /** Deepest nesting of inline markup so far. */
    int deepest() {
        return deepest;
    }

    void read(Node paragraph, TextBlock.Kind kind, int level) {
        prose = new OffsetMap.Builder();
        seen.setLength(0);
        breakPending = false;
        tags.begin(prose, seen);
        var depth = 0;
        @Nullable Node node = paragraph.getFirstChild();
        while (node != null) {
            deepest = Math.max(deepest, ++depth);
            enter(node);
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                continue;
            }
            leave(node);
            depth--;
            while (node.getNext() == null && node.getParent() != paragraph) {
                node = node.getParent();
                leave(node);
                depth--;
            }
            node = node.getNext();
        }
        if (!prose.isEmpty()) {
            blocks.add(WikiLinks.removed(prose.build(kind, level)));
        }
    }

    private void enter(Node node) {
        if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
            breakPending = true;
            seen.append(' ');
            return;
        }
        if (!offsets.isPlaced(node)) {
            return;
        }
        var start = offsets.start(node);
        if (breakPending && !prose.isEmpty() && prose.sourceEnd() < start) {
            prose.add("\n", prose.sourceEnd(), start);
        }
        breakPending = false;
        if (node instanceof Text text) {
            seen.append(text.getLiteral());
            Decoding.trace(offsets.source(), start, offsets.end(node), text.getLiteral(), true, prose::add);
        } else if (node instanceof Code code) {
            seen.append(code.getLiteral());
            addCode(node);
        } else if (node instanceof HtmlInline html) {
            tags.read(html, start, offsets.end(node));
        } else if (node instanceof FootnoteReference) {
            prose.add(" ", start, offsets.end(node));
        } else if (node instanceof Link || node instanceof Image) {
            open.push(new OpenLink(prose.length(), seen.length()));
        }
    }

    private void leave(Node node) {
        if ((node instanceof Link || node instanceof Image) && offsets.isPlaced(node)) {
            var opened = open.pop();
            var text = seen.substring(opened.seenFrom()).strip();
            var destination = node instanceof Link link ? link.getDestination() : ((Image) node).getDestination();
            MarkdownDestination.ofInline(offsets, node, destination, text).ifPresent(links::add);
            var words = prose.text().subSequence(opened.mark(), prose.length());
            if (words.isEmpty() || !LinkWords.stayInProse(words)) {
                prose.cutBack(opened.mark());
                prose.add(" ", offsets.start(node), offsets.end(node));
            }
        }
    }

    private void addCode(Node node) {
        var source = offsets.source();
        var start = offsets.start(node);
        var end = offsets.end(node);
        prose.add(" ", start, end);
        var ticks = 0;
        while (source.charAt(start + ticks) == '`') {
            ticks++;
        }
        if (open.isEmpty() && !tags.isInsideLink()) {
            var code = new OffsetMap.Builder();
            offsets.addLines(code, node.getSourceSpans(), start + ticks, end - ticks);
            if (!code.isEmpty()) {
                blocks.add(code.build(TextBlock.Kind.CODE, 0));
            }
        }
    }
}
