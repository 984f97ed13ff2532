package ibid.document.anchors;

import ibid.document.markup.HtmlReader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Places of a page: {@code id} of any element and {@code name} of {@code <a>} (HTML section 7.4.6.4). */
final class HtmlAnchors {
    private HtmlAnchors() {}

    static Anchors read(String html) {
        var page = parsed(html);
        return new Anchors(
                named(page),
                List.of(),
                page.select("script:not([type*=json])").isEmpty()
                        ? Optional.empty()
                        : Optional.of("has scripts, which may make places"));
    }

    static Document parsed(String html) {
        return Parser.htmlParser().setMaxDepth(HtmlReader.DEEPEST).parseInput(html, "");
    }

    static Set<String> named(Document page) {
        Set<String> names = new HashSet<>();
        page.select("[id]").forEach(element -> names.add(element.id()));
        page.select("a[name]").forEach(element -> names.add(element.attr("name")));
        names.remove("");
        return names;
    }
}
