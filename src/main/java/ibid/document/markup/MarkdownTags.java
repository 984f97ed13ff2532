package ibid.document.markup;

import ibid.document.Comment;
import ibid.document.ExplicitLink;
import ibid.document.OffsetMap;
import ibid.document.TextBlock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.node.HtmlInline;
import org.jspecify.annotations.Nullable;

/** Reads the HTML tags inside one Markdown paragraph: each is a node of its own, and what they enclose is Markdown. */
final class MarkdownTags {
    private static final String CODE = " code pre kbd samp tt var ";

    private final MarkdownOffsets offsets;
    private final List<TextBlock> blocks;
    private final List<ExplicitLink> links;
    private final List<Comment> comments;
    private final OffsetMap.Builder prose;
    private final StringBuilder seen;
    private @Nullable Open anchor;
    private @Nullable Open code;

    /** @param prose of the paragraph that is being read; {@code seen} likewise */
    MarkdownTags(MarkdownOffsets offsets, Collected into, OffsetMap.Builder prose, StringBuilder seen) {
        this.offsets = offsets;
        this.blocks = into.blocks();
        this.links = into.links();
        this.comments = into.comments();
        this.prose = prose;
        this.seen = seen;
    }

    /** A tag whose end has not been read yet. */
    private record Open(String name, int mark, int seenFrom, int linkAt, int textStart) {}

    /** Begins a paragraph; tags left open in the one before are forgotten, as a browser ends most of them there too. */
    void begin() {
        anchor = null;
        code = null;
    }

    boolean isInsideLink() {
        return anchor != null;
    }

    void read(HtmlInline node, int start, int end) {
        var tag = node.getLiteral();
        var name = name(tag);
        if (tag.startsWith("</")) {
            close(name, start);
            return;
        }
        if (name.isEmpty() && !tag.startsWith("<!--")) {
            return;
        }
        var before = links.size();
        var block = offsets.code(node.getSourceSpans(), start, end).orElseThrow();
        if (name.isEmpty()) {
            MarkdownComments.add(block.text(), block.map(), comments);
            return;
        }
        if (HtmlLinks.mayBeIn(block.text())) { // to parse a tag is dear
            HtmlReader.readTag(block.text(), block.map(), links);
        }
        JsxLinks.add(block.text(), block.map(), links);
        if (name.equals("br")) {
            prose.add("\n", start, end);
        } else if (name.equals("img") || name.equals("sup")) {
            prose.add(" ", start, end);
        } else if (name.equals("a") && links.size() > before) {
            anchor = new Open(name, prose.length(), seen.length(), before, end);
        } else if (code == null && CODE.contains(" " + name + " ")) {
            code = new Open(name, prose.length(), seen.length(), before, end);
        }
    }

    private static String name(String tag) {
        var at = tag.startsWith("</") ? 2 : 1;
        var end = at;
        while (end < tag.length() && (Character.isLetterOrDigit(tag.charAt(end)) || tag.charAt(end) == '-')) {
            end++;
        }
        return tag.substring(at, end).toLowerCase(Locale.ROOT);
    }

    private void close(String name, int start) {
        var openAnchor = anchor;
        if (openAnchor != null && name.equals("a")) {
            closeAnchor(openAnchor, start);
            anchor = null;
            return;
        }
        var openCode = code;
        if (openCode != null && name.equals(openCode.name())) {
            code = null;
            cutBack(openCode, start).filter(range -> anchor == null).ifPresent(range -> {
                var text = offsets.source().substring(range.textStart(), start);
                blocks.add(TextBlock.straight(TextBlock.Kind.CODE, 0, text, range.textStart()));
            });
        }
    }

    private void closeAnchor(Open opened, int start) {
        var link = links.get(opened.linkAt());
        var text = seen.substring(opened.seenFrom()).strip();
        links.set(opened.linkAt(), new ExplicitLink(link.kind(), link.destination(), link.start(), link.end(), text));
        if (!LinkWords.stayInProse(prose.text().subSequence(opened.mark(), prose.length()))) {
            cutBack(opened, start);
        }
    }

    /** Puts one space in the place of what was collected since the tag; empty where that was nothing. */
    private Optional<Open> cutBack(Open opened, int start) {
        if (start <= opened.textStart() || prose.length() < opened.mark()) {
            return Optional.empty();
        }
        prose.cutBack(opened.mark());
        prose.add(" ", opened.textStart(), start);
        return Optional.of(opened);
    }
}
