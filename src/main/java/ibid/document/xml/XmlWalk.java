package ibid.document.xml;

import ibid.document.Comment;
import ibid.document.Entry;
import ibid.document.ExplicitLink;
import ibid.document.OffsetMap;
import ibid.document.Problem;
import ibid.document.Reading;
import ibid.document.TextBlock;
import ibid.document.markup.HtmlReader;
import ibid.document.markup.InnerPages;
import ibid.document.markup.LinkWords;
import ibid.document.markup.MarkupSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Walks a parsed XML document and collects its text, its links, entries and comments.
 *
 * <p>The outermost element in which text stands beside other elements, or alone, is one block of text, whatever its name.
 */
final class XmlWalk implements NodeVisitor {
    private final MarkupSlice slice;
    private final Vocabulary vocabulary;
    private final XmlLinks addresses;
    private final XmlText texts;
    private final InnerPages pages = new InnerPages();
    private final Feeds feeds = new Feeds();
    private final List<TextBlock> blocks = new ArrayList<>();
    private final List<ExplicitLink> links = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private OffsetMap.Builder prose = new OffsetMap.Builder();
    private OffsetMap.Builder code = new OffsetMap.Builder();
    private OffsetMap.Builder anchorText = new OffsetMap.Builder();
    /** Each is null while none of its kind is open. */
    private @Nullable Element block;

    private @Nullable Element codeElement;
    private @Nullable Element anchor;
    private @Nullable Element reference;
    private @Nullable Element readOtherwise;
    private int anchorLink;
    private int deepest;

    XmlWalk(MarkupSlice slice, Vocabulary vocabulary, XmlLinks addresses) {
        this.slice = slice;
        this.vocabulary = vocabulary;
        this.addresses = addresses;
        this.texts = new XmlText(slice);
    }

    Reading reading() {
        if (deepest >= HtmlReader.DEEPEST) {
            problems.add(HtmlReader.tooDeep());
        }
        return Reading.inSourceOrder(blocks, links, problems)
                .withEntries(entries)
                .withComments(comments);
    }

    @Override
    public void head(Node node, int depth) {
        deepest = Math.max(deepest, depth);
        if (readOtherwise != null) {
            return;
        }
        if (node instanceof TextNode text) {
            if (block != null) {
                texts.add(current(), text);
            }
        } else if (node instanceof Element element) {
            enter(element, Vocabulary.local(element));
        } else if (node instanceof org.jsoup.nodes.Comment comment) {
            var range = comment.sourceRange();
            if (range.isTracked() && range.endPos() > range.startPos()) {
                comments.add(new Comment(range.startPos(), range.endPos(), comment.getData()));
            }
        }
    }

    /** Where text goes now. */
    private OffsetMap.Builder current() {
        return codeElement != null ? code : anchor != null ? anchorText : prose;
    }

    private void enter(Element element, String local) {
        if (vocabulary == Vocabulary.FEED && isReadAsHtml(element, local)) {
            return;
        }
        if (vocabulary == Vocabulary.JATS && local.equals("ref") && reference == null) {
            reference = element;
            JatsReference.entry(element).ifPresent(entries::add);
        }
        var before = links.size();
        addresses.ofAttributes(element, link -> addLink(element, local, link));
        var isLinked = links.size() > before;
        if (!isLinked && anchor == null && linksByText(element, local)) {
            readOtherwise = element;
            addBreak(element, " ");
            return;
        }
        if (block == null && XmlText.hasOwn(element)) {
            block = element;
        }
        if (block == null) {
            return;
        }
        if (isLinked && anchor == null) {
            anchor = element;
            anchorLink = before;
        }
        if (codeElement == null && vocabulary.isCode(local)) {
            codeElement = element;
        }
        if (!block.equals(element) && vocabulary.isBreaking(local)) {
            addBreak(element, "\n");
        }
    }

    private void addLink(Element element, String local, ExplicitLink link) {
        var resolved = vocabulary == Vocabulary.FEED ? feeds.base().resolved(link) : link;
        links.add(resolved);
        feeds.item().flatMap(item -> item.entry(element, local, resolved)).ifPresent(entries::add);
    }

    private void addBreak(Element element, String shown) {
        var range = element.sourceRange();
        if (block != null && range.isTracked() && range.endPos() > range.startPos()) {
            slice.add(current(), shown, range.startPos(), range.endPos());
        }
    }

    /** Pages stand in feeds as escaped text, in CDATA sections, or as elements of XHTML. */
    private boolean isReadAsHtml(Element element, String local) {
        feeds.enter(element, local);
        if (!FeedItem.isHtml(element, local) || block != null) {
            return false;
        }
        if (element.childrenSize() > 0) {
            var from = element.sourceRange().endPos();
            var end = element.endSourceRange();
            if (!end.isTracked() || end.startPos() <= from) {
                return false;
            }
            add(pages.read(
                    slice.markup().substring(from, end.startPos()),
                    OffsetMap.straight(from, end.startPos() - from),
                    feeds.base()));
        } else {
            texts.of(element).ifPresent(html -> add(pages.read(html.text(), html.map(), feeds.base())));
        }
        readOtherwise = element;
        return true;
    }

    private void add(Reading page) {
        blocks.addAll(page.blocks());
        links.addAll(page.links());
        comments.addAll(page.comments());
        problems.addAll(page.problems());
    }

    /** Takes an element that says nothing but an address or an identifier. */
    private boolean linksByText(Element element, String local) {
        if (!XmlText.isLeaf(element) || vocabulary.isCode(local)) {
            return false;
        }
        var type = vocabulary == Vocabulary.JATS ? JatsIdentifier.type(element, local) : Optional.<String>empty();
        if (type.isEmpty() && !XmlText.mayHoldAddress(element)) {
            return false;
        }
        var found = texts.of(element)
                .flatMap(text ->
                        addresses.ofText(text).or(() -> type.flatMap(scheme -> JatsIdentifier.link(scheme, text))));
        found.filter(link -> feeds.item()
                        .filter(item -> item.isRepeated(element, local, link.destination()))
                        .isEmpty())
                .ifPresent(link -> addLink(element, local, link));
        return found.isPresent();
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        if (readOtherwise != null) {
            if (!element.equals(readOtherwise)) {
                return;
            }
            readOtherwise = null;
        }
        if (element.equals(codeElement)) {
            closeCode();
        }
        if (element.equals(anchor)) {
            closeAnchor();
        }
        if (element.equals(block)) {
            closeBlock(element);
        }
        if (element.equals(reference)) {
            reference = null;
        }
        feeds.leave(element);
    }

    private void closeCode() {
        codeElement = null;
        if (!code.isEmpty()) {
            slice.addSpaceFor(current(), code);
            blocks.add(code.build(TextBlock.Kind.CODE, 0));
            code = new OffsetMap.Builder();
        }
    }

    private void closeAnchor() {
        anchor = null;
        var words = anchorText;
        if (words.isEmpty()) {
            return;
        }
        anchorText = new OffsetMap.Builder();
        var text = words.text().toString().strip();
        for (var i = anchorLink; i < links.size() && !text.isEmpty(); i++) {
            var link = links.get(i);
            if (link.text().isEmpty() && link.start() < words.sourceStart()) {
                links.set(i, new ExplicitLink(link.kind(), link.destination(), link.start(), link.end(), text));
            }
        }
        if (LinkWords.stayInProse(words.text())) {
            slice.addAll(current(), words);
        } else {
            slice.addSpaceFor(current(), words);
        }
    }

    private void closeBlock(Element element) {
        block = null;
        var local = Vocabulary.local(element);
        if (vocabulary == Vocabulary.DATA && !XmlText.mayHoldAddress(prose.text())) {
            prose = new OffsetMap.Builder();
            return;
        }
        if (!prose.text().toString().isBlank()) {
            var level = vocabulary.headingLevel(element, local);
            blocks.add(prose.build(level > 0 ? TextBlock.Kind.HEADING : TextBlock.Kind.PROSE, level));
        }
        if (!prose.isEmpty()) {
            prose = new OffsetMap.Builder();
        }
    }
}
