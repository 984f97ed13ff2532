package ibid.document.markup;

import ibid.document.Comment;
import ibid.document.ExplicitLink;
import ibid.document.OffsetMap;
import ibid.document.TextBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** Walks a parsed page and collects its text, block by block, its links and its comments. */
final class HtmlWalk {
    private static final int TITLE_LEVEL = 1;
    /** Each level is escaped once more, so nobody writes more than one. */
    private static final int DEEPEST_PAGE = 3;

    private final MarkupSlice slice;
    private final List<TextBlock> blocks;
    private final List<Comment> comments;
    private final List<ExplicitLink> links = new ArrayList<>();
    private final Deque<Anchor> anchors = new ArrayDeque<>();
    private final Consumer<ExplicitLink> found = links::add;
    private final OffsetMap.Builder prose = new OffsetMap.Builder();
    private final OffsetMap.Builder code = new OffsetMap.Builder();
    private final OffsetMap.Builder anchorText = new OffsetMap.Builder();
    private final StringBuilder seen = new StringBuilder();
    private int level;
    /** How many blocks there were when the paragraph began. */
    private int proseFrom;

    private int codeDepth;
    private int unreadDepth;
    private int deepest;
    private int innerPages;
    private BaseAddress base = BaseAddress.NONE;

    HtmlWalk(MarkupSlice slice, List<TextBlock> blocks, List<Comment> comments) {
        this.slice = slice;
        this.blocks = blocks;
        this.proseFrom = blocks.size();
        this.comments = comments;
    }

    /** What an element is to the walk, beside what its attributes say. */
    private enum Role {
        UNREAD,
        TITLE,
        BASE,
        CODE,
        ANCHOR,
        FRAME,
        LINE_BREAK,
        IMAGE,
        SPACE,
        OTHER;

        static Role of(String name) {
            return switch (name) {
                case "template", "script", "style", "textarea", "select" -> UNREAD;
                case "title" -> TITLE;
                case "base" -> BASE;
                case "pre", "code", "kbd", "samp", "tt", "var", "xmp", "listing" -> CODE;
                case "a" -> ANCHOR;
                case "iframe" -> FRAME;
                case "br" -> LINE_BREAK;
                case "img" -> IMAGE;
                case "sup", "input" -> SPACE;
                default -> OTHER;
            };
        }
    }

    /** A link whose text is being read. */
    private record Anchor(Element element, int linkFrom, int linkTo, int seenFrom) {
        boolean isOf(Element other) {
            return element.equals(other);
        }
    }

    /** Reads the whole page; returns the depth of its deepest element. */
    int read() {
        var document = Parser.htmlParser()
                .setTrackPosition(true)
                .setMaxDepth(HtmlReader.DEEPEST)
                .parseInput(slice.markup(), "");
        walk(document);
        return deepest;
    }

    /** Ends the last block and hands over the links. */
    void finish(List<ExplicitLink> into) {
        flush();
        if (!base.address().isEmpty()) {
            links.replaceAll(base::resolved);
        }
        into.addAll(links);
    }

    /** Goes through the tree, which stays as it is meanwhile; without recursion, for it may be deep. */
    private void walk(Document document) {
        Node node = document;
        var depth = 0;
        while (true) {
            head(node, depth);
            if (node.childNodeSize() > 0) {
                node = node.childNode(0);
                depth++;
                continue;
            }
            tail(node);
            var next = node.nextSibling();
            while (next == null) {
                node = node.parentNode();
                if (node == null) {
                    return;
                }
                depth--;
                tail(node);
                next = node.nextSibling();
            }
            node = next;
        }
    }

    private void head(Node node, int depth) {
        deepest = Math.max(deepest, depth);
        if (node instanceof TextNode text) {
            readText(text);
        } else if (node instanceof Element element) {
            enter(element);
        } else if (node instanceof DataNode data) {
            readData(data);
        } else if (node instanceof org.jsoup.nodes.Comment comment) {
            readComment(comment);
        }
    }

    /** Scripts and styles are no text, but some say what the page cites. */
    private void readData(DataNode data) {
        var range = data.sourceRange();
        var element = data.parent();
        if (unreadDepth != 1 || element == null || range.endPos() <= range.startPos()) {
            return;
        }
        if (element.normalName().equals("style")) {
            CssLinks.read(slice.markup().substring(range.startPos(), range.endPos()), (to, start, end, kind) -> {
                var from = slice.map().start(range.startPos() + start);
                links.add(new ExplicitLink(kind, to, from, slice.map().end(range.startPos() + end), ""));
            });
        } else if (element.attr("type").strip().toLowerCase(Locale.ROOT).startsWith("application/ld+json")) {
            JsonLdLinks.read(slice, range.startPos(), range.endPos(), blocks, links);
        }
    }

    private void readComment(org.jsoup.nodes.Comment comment) {
        var range = comment.sourceRange();
        if (unreadDepth == 0 && range.isTracked() && range.endPos() > range.startPos()) {
            comments.add(new Comment(
                    slice.map().start(range.startPos()), slice.map().end(range.endPos()), comment.getData()));
        }
    }

    private void readText(TextNode node) {
        if (unreadDepth > 0) {
            return;
        }
        var range = node.sourceRange();
        if (!range.isTracked() || range.endPos() <= range.startPos()) {
            return;
        }
        var text = node.getWholeText();
        if (!anchors.isEmpty()) {
            seen.append(text);
        }
        if (slice.map().start(range.startPos()) < current().sourceEnd()) {
            // Markup repair moved this behind what comes later in the source, and a block runs forward only.
            flush();
            flushCode();
        }
        slice.trace(current(), range.startPos(), range.endPos(), text);
    }

    /** Where text goes now. */
    private OffsetMap.Builder current() {
        return codeDepth > 0 ? code : anchors.isEmpty() ? prose : anchorText;
    }

    private void enter(Element element) {
        var name = element.normalName();
        var role = Role.of(name);
        if (role == Role.UNREAD) {
            unreadDepth++;
        }
        if (unreadDepth > 0) {
            return;
        }
        if (element.isBlock() || role == Role.TITLE) {
            breakBlock();
            level = headingLevel(name, level);
        }
        var before = links.size();
        HtmlLinks.of(element, slice, found);
        switch (role) {
            case BASE -> base = base.address().isEmpty() ? BaseAddress.of(element.attr("href")) : base;
            case CODE -> codeDepth++;
            case ANCHOR -> {
                if (links.size() > before) {
                    anchors.push(new Anchor(element, before, links.size(), seen.length()));
                }
            }
            case FRAME -> readInnerPage(element);
            case LINE_BREAK -> addSeparator(element, "\n", "");
            case IMAGE -> addSeparator(element, " ", element.attr("alt"));
            case SPACE -> addSeparator(element, " ", "");
            default -> {}
        }
    }

    /** HTML section 4.8.5: the value of {@code srcdoc} is a page of its own. */
    private void readInnerPage(Element element) {
        if (element.hasAttr("srcdoc") && innerPages < DEEPEST_PAGE) {
            MarkupText.of(element, "srcdoc", slice).ifPresent(value -> {
                breakBlock();
                var page = new HtmlWalk(new MarkupSlice(value.text(), value.map()), blocks, comments);
                page.innerPages = innerPages + 1;
                page.read();
                page.finish(links);
            });
        }
    }

    /** @param shown in the text of a link around it */
    private void addSeparator(Element element, String separator, String shown) {
        var range = element.sourceRange();
        if (!range.isTracked() || range.endPos() <= range.startPos()) {
            return;
        }
        slice.add(current(), separator, range.startPos(), range.endPos());
        if (!anchors.isEmpty()) {
            seen.append(shown);
        }
    }

    private static int headingLevel(String name, int level) {
        if (name.equals("title")) {
            return TITLE_LEVEL;
        }
        var isHeading = name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
        return isHeading ? name.charAt(1) - '0' : level;
    }

    private void tail(Node node) {
        if (!(node instanceof Element element)) {
            return;
        }
        var name = element.normalName();
        var role = Role.of(name);
        if (role == Role.UNREAD) {
            unreadDepth--;
            return;
        }
        if (unreadDepth > 0) {
            return;
        }
        if (role == Role.CODE && --codeDepth == 0) {
            flushCode();
        }
        if (role == Role.ANCHOR && !anchors.isEmpty() && anchors.peek().isOf(element)) {
            close(anchors.pop());
        }
        if (element.isBlock() || role == Role.TITLE) {
            breakBlock();
            level = headingLevel(name, 0) > 0 ? 0 : level;
        }
    }

    private void close(Anchor anchor) {
        var text = seen.substring(anchor.seenFrom()).strip();
        for (var i = anchor.linkFrom(); i < anchor.linkTo(); i++) {
            var link = links.get(i);
            links.set(i, new ExplicitLink(link.kind(), link.destination(), link.start(), link.end(), text));
        }
        if (!anchors.isEmpty()) {
            return;
        }
        seen.setLength(0);
        if (anchorText.isEmpty()) {
            return;
        }
        if (LinkWords.stayInProse(anchorText.text())) {
            slice.addAll(prose, anchorText);
        } else {
            slice.addSpaceFor(prose, anchorText);
        }
        anchorText.clear();
    }

    private void breakBlock() {
        if (!anchors.isEmpty()) {
            seen.append(' ');
        }
        flush();
    }

    private void flush() {
        if (!isBlank(prose.text())) {
            addBeforeItsCode(prose.build(level > 0 ? TextBlock.Kind.HEADING : TextBlock.Kind.PROSE, level));
        }
        prose.clear();
        proseFrom = blocks.size();
    }

    /** Program text in a paragraph is complete before the paragraph is; in the source's order nothing is left to sort. */
    private void addBeforeItsCode(TextBlock block) {
        var at = blocks.size();
        while (at > proseFrom && blocks.get(at - 1).map().start(0) > block.map().start(0)) {
            at--;
        }
        blocks.add(at, block);
    }

    private void flushCode() {
        if (code.isEmpty()) {
            return;
        }
        if (anchors.isEmpty()) {
            slice.addSpaceFor(prose, code);
            blocks.add(code.build(TextBlock.Kind.CODE, 0));
        } else {
            slice.addSpaceFor(anchorText, code);
        }
        code.clear();
    }

    private static boolean isBlank(CharSequence text) {
        for (var i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
