package ibid.document.xml;

import ibid.document.OffsetMap;
import ibid.document.markup.MarkupSlice;
import ibid.document.markup.MarkupText;
import java.util.Optional;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** The text directly inside elements, entities decoded and CDATA sections opened. */
final class XmlText {
    private static final int CDATA_OPENING = "<![CDATA[".length();

    private final MarkupSlice slice;

    XmlText(MarkupSlice slice) {
        this.slice = slice;
    }

    /** Adds the text of one node. */
    void add(OffsetMap.Builder text, TextNode node) {
        var range = node.sourceRange();
        if (!range.isTracked() || range.endPos() <= range.startPos()) {
            return;
        }
        if (node instanceof CDataNode) {
            var start = range.startPos() + CDATA_OPENING;
            var shown = node.getWholeText();
            if (start + shown.length() <= range.endPos()) {
                slice.add(text, shown, start, start + shown.length());
            }
        } else {
            slice.trace(text, range.startPos(), range.endPos(), node.getWholeText());
        }
    }

    /** All text directly in an element, without that of elements in it; empty where there is none. */
    Optional<MarkupText> of(Element element) {
        var text = new OffsetMap.Builder();
        for (var i = 0; i < element.childNodeSize(); i++) {
            if (element.childNode(i) instanceof TextNode node) {
                add(text, node);
            }
        }
        return MarkupText.of(text);
    }

    /** The text of an element and all in it, as a reader of a list sees it. */
    static String plain(Element element) {
        return element.wholeText().replaceAll("\\s+", " ").strip();
    }

    static boolean isLeaf(Element element) {
        return element.childrenSize() == 0;
    }

    /** Whether more than white space stands directly in an element. */
    static boolean hasOwn(Element element) {
        for (var i = 0; i < element.childNodeSize(); i++) {
            if (element.childNode(i) instanceof TextNode node && !node.isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** Whether an element's own text may hold an address or an identifier, told without decoding it. */
    static boolean mayHoldAddress(Element element) {
        for (var i = 0; i < element.childNodeSize(); i++) {
            if (element.childNode(i) instanceof TextNode node && mayHoldAddress(node.getWholeText())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text may hold an address or an identifier. */
    static boolean mayHoldAddress(CharSequence text) {
        var written = text.toString();
        return written.contains("//") || written.contains("www.") || written.contains("10.");
    }
}
