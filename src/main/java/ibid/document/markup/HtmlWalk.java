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
import java.util.Set;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Walks a parsed page and collects its text, block by block, its links and its comments. */
final class HtmlWalk implements NodeVisitor {
    private static final Set<String> CODE = Set.of("pre", "code", "kbd", "samp", "tt", "var", "xmp", "listing");
    private static final Set<String> UNREAD = Set.of("template", "script", "style", "textarea", "select");
    private static final int TITLE_LEVEL = 1;
    /** Each level is escaped once more, so nobody writes more than one. */
    private static final int DEEPEST_PAGE = 3;

    private final MarkupSlice slice;
    private final List<TextBlock> blocks;
    private final List<Comment> comments;
    private final List<ExplicitLink> links = new ArrayList<>();
    private final Deque<Anchor> anchors = new ArrayDeque<>();
    private OffsetMap.Builder prose = new OffsetMap.Builder();
    private OffsetMap.Builder code = new OffsetMap.Builder();
    private OffsetMap.Builder anchorText = new OffsetMap.Builder();
    private final StringBuilder seen = new StringBuilder();
    private int level;
    private int codeDepth;
    private int unreadDepth;
    private int deepest;
    private int innerPages;
    private BaseAddress base = BaseAddress.NONE;

    HtmlWalk(MarkupSlice slice, List<TextBlock> blocks, List<Comment> comments) {
        this.slice = slice;
        this.blocks = blocks;
        this.comments = comments;
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
        NodeTraversor.traverse(this, document);
        return deepest;
    }

    /** Ends the last block and hands over the links. */
    void finish(List<ExplicitLink> into) {
        flush();
        for (var link : links) {
            into.add(base.resolved(link));
        }
    }

    @Override
    public void head(Node node, int depth) {
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
        var range = node.sourceRange();
        if (unreadDepth > 0 || !range.isTracked() || range.endPos() <= range.startPos()) {
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
        if (UNREAD.contains(name)) {
            unreadDepth++;
        }
        if (unreadDepth > 0) {
            return;
        }
        if (element.isBlock() || name.equals("title")) {
            breakBlock();
            level = headingLevel(name, level);
        }
        if (name.equals("base") && base.address().isEmpty()) {
            base = BaseAddress.of(element.attr("href"));
        }
        if (CODE.contains(name)) {
            codeDepth++;
        }
        var before = links.size();
        HtmlLinks.of(element, slice.markup(), slice.map(), links::add);
        if (name.equals("a") && links.size() > before) {
            anchors.push(new Anchor(element, before, links.size(), seen.length()));
        }
        readInnerPage(element, name);
        addSeparator(element, name);
    }

    /** HTML section 4.8.5: the value of {@code srcdoc} is a page of its own. */
    private void readInnerPage(Element element, String name) {
        if (name.equals("iframe") && element.hasAttr("srcdoc") && innerPages < DEEPEST_PAGE) {
            MarkupText.of(element, "srcdoc", slice).ifPresent(value -> {
                breakBlock();
                var page = new HtmlWalk(new MarkupSlice(value.text(), value.map()), blocks, comments);
                page.innerPages = innerPages + 1;
                page.read();
                page.finish(links);
            });
        }
    }

    private void addSeparator(Element element, String name) {
        var range = element.sourceRange();
        if (!range.isTracked() || range.endPos() <= range.startPos()) {
            return;
        }
        if (name.equals("br")) {
            slice.add(current(), "\n", range.startPos(), range.endPos());
        } else if (name.equals("img") || name.equals("sup") || name.equals("input")) {
            slice.add(current(), " ", range.startPos(), range.endPos());
        }
        if (name.equals("img") && !anchors.isEmpty()) {
            seen.append(element.attr("alt"));
        }
    }

    private static int headingLevel(String name, int level) {
        if (name.equals("title")) {
            return TITLE_LEVEL;
        }
        var isHeading = name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
        return isHeading ? name.charAt(1) - '0' : level;
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        var name = element.normalName();
        if (UNREAD.contains(name)) {
            unreadDepth--;
            return;
        }
        if (unreadDepth > 0) {
            return;
        }
        if (CODE.contains(name) && --codeDepth == 0) {
            flushCode();
        }
        if (!anchors.isEmpty() && anchors.peek().isOf(element)) {
            close(anchors.pop());
        }
        if (element.isBlock() || name.equals("title")) {
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
        var words = anchorText;
        anchorText = new OffsetMap.Builder();
        if (words.isEmpty()) {
            return;
        }
        if (LinkWords.stayInProse(words.text())) {
            slice.addAll(prose, words);
        } else {
            slice.addSpaceFor(prose, words);
        }
    }

    private void breakBlock() {
        if (!anchors.isEmpty()) {
            seen.append(' ');
        }
        flush();
    }

    private void flush() {
        if (!isBlank(prose.text())) {
            blocks.add(prose.build(level > 0 ? TextBlock.Kind.HEADING : TextBlock.Kind.PROSE, level));
        }
        if (!prose.isEmpty()) {
            prose = new OffsetMap.Builder();
        }
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
        code = new OffsetMap.Builder();
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
