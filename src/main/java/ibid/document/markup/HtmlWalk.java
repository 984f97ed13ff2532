package ibid.document.markup;

import ibid.document.ExplicitLink;
import ibid.document.OffsetMap;
import ibid.document.TextBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Walks a parsed page and collects its text, block by block, and its links. */
final class HtmlWalk implements NodeVisitor {
    private static final Set<String> CODE = Set.of("pre", "code", "kbd", "samp", "tt", "var", "xmp", "listing");
    private static final Set<String> UNREAD = Set.of("template", "script", "style", "textarea", "select");
    private static final int TITLE_LEVEL = 1;

    private final HtmlSlice slice;
    private final List<TextBlock> blocks;
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
    private String base = "";

    HtmlWalk(String html, OffsetMap map, List<TextBlock> blocks) {
        this.slice = new HtmlSlice(html, map);
        this.blocks = blocks;
    }

    /** A link whose text is being read. */
    private record Anchor(Element element, int linkAt, int seenFrom) {
        boolean isOf(Element other) {
            return element.equals(other);
        }
    }

    int deepest() {
        return deepest;
    }

    /** Ends the last block and hands over the links. */
    void finish(List<ExplicitLink> into) {
        flush();
        for (var link : links) {
            into.add(base.isEmpty() ? link : resolved(link));
        }
    }

    private ExplicitLink resolved(ExplicitLink link) {
        var element = new Element("a").attr("href", link.destination());
        element.setBaseUri(base);
        var url = element.absUrl("href");
        return url.isEmpty() ? link : new ExplicitLink(link.kind(), url, link.start(), link.end(), link.text());
    }

    @Override
    public void head(Node node, int depth) {
        deepest = Math.max(deepest, depth);
        if (node instanceof TextNode text) {
            readText(text);
        } else if (node instanceof Element element) {
            enter(element);
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
        if (name.equals("base") && base.isEmpty() && element.attr("href").matches("(?i)https?://.+")) {
            base = element.attr("href").strip();
        }
        if (CODE.contains(name)) {
            codeDepth++;
        }
        var before = links.size();
        HtmlLinks.of(element, slice.html(), slice.map(), links::add);
        if (name.equals("a") && links.size() > before) {
            anchors.push(new Anchor(element, before, seen.length()));
        }
        addSeparator(element, name);
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
        var link = links.get(anchor.linkAt());
        var text = seen.substring(anchor.seenFrom()).strip();
        links.set(anchor.linkAt(), new ExplicitLink(link.kind(), link.destination(), link.start(), link.end(), text));
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
