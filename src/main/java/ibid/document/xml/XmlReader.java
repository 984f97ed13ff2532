package ibid.document.xml;

import ibid.document.DocumentReader;
import ibid.document.Reading;
import ibid.document.SourceText;
import ibid.document.markup.HtmlReader;
import ibid.document.markup.MarkupSlice;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;

/**
 * Reads XML: sitemaps, RSS and Atom feeds, JATS articles, DocBook and TEI, and any other by the addresses in it.
 *
 * <p>No document type is ever loaded and no entity it declares is replaced: references to them stay as they are written. Elements
 * deeper than {@value HtmlReader#DEEPEST} are read as siblings of that depth. Of values for programs only what looks like an
 * address is read; of articles and feeds all text.
 */
public final class XmlReader implements DocumentReader {

    @Override
    public Reading read(SourceText source) {
        var document = Parser.xmlParser()
                .setTrackPosition(true)
                .setMaxDepth(HtmlReader.DEEPEST)
                .parseInput(source.text(), "");
        var root = document.firstElementChild();
        if (root == null) {
            return Reading.NOTHING;
        }
        var slice = MarkupSlice.whole(source.text());
        var vocabulary = Vocabulary.of(root);
        var walk = new XmlWalk(slice, vocabulary, new XmlLinks(slice, vocabulary, namespaces(document)));
        NodeTraversor.traverse(walk, document);
        return walk.reading();
    }

    private static Set<String> namespaces(Document document) {
        var declared = new HashSet<String>();
        for (Element element : List.copyOf(document.children())) {
            NodeTraversor.traverse(
                    (node, depth) -> {
                        if (node instanceof Element inner && inner.attributesSize() > 0) {
                            addNamespaces(inner, declared);
                        }
                    },
                    element);
        }
        return declared;
    }

    private static void addNamespaces(Element element, Set<String> declared) {
        for (Attribute attribute : element.attributes()) {
            if (attribute.getKey().equals("xmlns") || attribute.getKey().startsWith("xmlns:")) {
                declared.add(attribute.getValue().strip());
            }
        }
    }
}
