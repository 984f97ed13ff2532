package ibid.document.xml;

import ibid.document.ExplicitLink;
import ibid.document.markup.MarkupText;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Elements of JATS whose text is an identifier. */
final class JatsIdentifier {
    private JatsIdentifier() {}

    /** What kind of identifier an element's text is; empty where it is none. */
    static Optional<String> type(Element element, String local) {
        return switch (local) {
            case "pub-id", "article-id", "object-id", "book-id" ->
                Optional.of(element.attr("pub-id-type")).filter(type -> !type.isEmpty());
            case "isbn", "issn" -> Optional.of(local);
            default -> Optional.empty();
        };
    }

    static Optional<ExplicitLink> link(String type, MarkupText text) {
        return text.link(ExplicitLink.Kind.LINK, "").flatMap(link -> TypedIdentifier.link(type, link));
    }
}
