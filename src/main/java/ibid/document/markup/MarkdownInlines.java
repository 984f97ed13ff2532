package ibid.document.markup;

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
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Reads the inside of one Markdown paragraph, heading or cell at a time, without recursion. */
final class MarkdownInlines {
    private final MarkdownOffsets offsets;
    private final List<TextBlock> blocks;
    private final List<ExplicitLink> links;
    private final MarkdownTags tags;
    private final OffsetMap.Builder prose = new OffsetMap.Builder();

    /** What a reader sees of the text of the links that are open, program text included. */
    private final StringBuilder seen = new StringBuilder();

    private final Deque<OpenLink> open = new ArrayDeque<>();
    private boolean breakPending;
    private int deepest;

    MarkdownInlines(MarkdownOffsets offsets, Collected into) {
        this.offsets = offsets;
        this.blocks = into.blocks();
        this.links = into.links();
        this.tags = new MarkdownTags(offsets, into, prose, seen);
    }

    private record OpenLink(Node node, int start, int end, int mark, int seenFrom) {
        boolean isOf(Node other) {
            return node.equals(other);
        }
    }

    /** Deepest nesting of inline markup so far. */
    int deepest() {
        return deepest;
    }

    void read(Node paragraph, TextBlock.Kind kind, int level) {
        if (readAlone(paragraph.getFirstChild(), kind, level)) {
            return;
        }
        prose.clear();
        seen.setLength(0);
        breakPending = false;
        tags.begin();
        var before = blocks.size();
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
            blocks.add(placeSince(before), WikiLinks.removed(prose.build(kind, level)));
        }
    }

    /** Where the paragraph belongs among the program text in it, so that nobody needs to sort. */
    private int placeSince(int before) {
        var at = before;
        while (at < blocks.size() && blocks.get(at).map().start(0) <= prose.sourceStart()) {
            at++;
        }
        return at;
    }

    /** Many a paragraph is one text that stands in the source as it is: there is nothing to collect. */
    private boolean readAlone(@Nullable Node node, TextBlock.Kind kind, int level) {
        if (!(node instanceof Text text) || text.getNext() != null) {
            return false;
        }
        var spans = text.getSourceSpans();
        var shown = text.getLiteral();
        if (spans.isEmpty() || shown.isEmpty() || shown.length() != offsets.end(spans) - offsets.start(spans)) {
            return false;
        }
        deepest = Math.max(deepest, 1);
        blocks.add(WikiLinks.removed(TextBlock.straight(kind, level, shown, offsets.start(spans))));
        return true;
    }

    private void enter(Node node) {
        if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
            breakPending = true;
            show(" ");
            return;
        }
        var spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return;
        }
        var start = offsets.start(spans);
        var end = offsets.end(spans);
        if (breakPending && !prose.isEmpty() && prose.sourceEnd() < start) {
            prose.add("\n", prose.sourceEnd(), start);
        }
        breakPending = false;
        if (node instanceof Text text) {
            show(text.getLiteral());
            Decoding.trace(offsets.source(), start, end, text.getLiteral(), true, prose::add);
        } else if (node instanceof Code code) {
            show(code.getLiteral());
            addCode(spans, start, end);
        } else if (node instanceof HtmlInline html) {
            tags.read(html, start, end);
        } else if (node instanceof FootnoteReference) {
            prose.add(" ", start, end);
        } else if (node instanceof Link || node instanceof Image) {
            open.push(new OpenLink(node, start, end, prose.length(), seen.length()));
        }
    }

    private void show(String text) {
        if (!open.isEmpty() || tags.isInsideLink()) {
            seen.append(text);
        }
    }

    private void leave(Node node) {
        if (!open.isEmpty() && open.peek().isOf(node)) {
            var opened = open.pop();
            var text = seen.substring(opened.seenFrom()).strip();
            var destination = node instanceof Link link ? link.getDestination() : ((Image) node).getDestination();
            MarkdownDestination.ofInline(offsets, node, opened.start(), opened.end(), destination, text)
                    .ifPresent(links::add);
            var words = prose.text().subSequence(opened.mark(), prose.length());
            if (words.isEmpty() || !LinkWords.stayInProse(words)) {
                prose.cutBack(opened.mark());
                prose.add(" ", opened.start(), opened.end());
            }
        }
    }

    private void addCode(List<SourceSpan> spans, int start, int end) {
        var source = offsets.source();
        prose.add(" ", start, end);
        var ticks = 0;
        while (source.charAt(start + ticks) == '`') {
            ticks++;
        }
        if (open.isEmpty() && !tags.isInsideLink()) {
            offsets.code(spans, start + ticks, end - ticks).ifPresent(blocks::add);
        }
    }
}
