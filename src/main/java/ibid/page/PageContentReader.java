package ibid.page;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Takes what is on a page out of its parsed form, in one walk. */
final class PageContentReader {
    /** In UTF-16 code units; what tells pages apart stands before this. */
    private static final int LONGEST_TEXT = 64 << 10;

    private static final int MOST_LINKS = 5_000;
    private static final int MOST_ANCHORS = 50_000;
    private static final int LONGEST_NAME = 2_000;
    /** Elements whose text nobody reads. */
    private static final Set<String> SILENT = Set.of("script", "style", "template", "noscript", "svg", "head");

    private final StringBuilder text = new StringBuilder();
    private final Set<String> links = new LinkedHashSet<>();
    private final Set<String> anchors = new HashSet<>();
    private boolean whole;

    private PageContentReader(boolean whole) {
        this.whole = whole;
    }

    /** @param whole whether the document was parsed to its end */
    static PageContent read(Document document, boolean whole) {
        var reader = new PageContentReader(whole);
        document.traverse((NodeVisitor) (node, depth) -> {
            if (node instanceof Element element) {
                reader.take(element);
            } else if (node instanceof TextNode words) {
                reader.take(words);
            }
        });
        var base = document.selectFirst("base[href]");
        return new PageContent(
                reader.text.toString().strip(),
                List.copyOf(reader.links),
                base == null ? "" : base.attr("href").strip(),
                reader.anchors,
                reader.whole);
    }

    private void take(Element element) {
        name(element.attr("id"));
        if (element.normalName().equals("a")) {
            name(element.attr("name"));
            link(element.attr("href").strip());
        } else if (element.normalName().equals("area")) {
            link(element.attr("href").strip());
        }
    }

    private void name(String name) {
        if (name.isEmpty()) {
            return;
        }
        if (anchors.size() >= MOST_ANCHORS || name.length() > LONGEST_NAME) {
            whole = false;
            return;
        }
        anchors.add(name);
    }

    private void link(String href) {
        if (!href.isEmpty() && links.size() < MOST_LINKS && href.length() <= LONGEST_NAME) {
            links.add(href);
        }
    }

    private void take(TextNode words) {
        if (text.length() >= LONGEST_TEXT || words.isBlank() || isSilent(words)) {
            return;
        }
        var from = words.getWholeText();
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
        for (var i = 0; i < from.length() && text.length() < LONGEST_TEXT; i++) {
            var c = from.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                text.append(c);
            } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }
    }

    private static boolean isSilent(TextNode words) {
        for (var parent = words.parentNode(); parent != null; parent = parent.parentNode()) {
            if (SILENT.contains(parent.normalName())) {
                return true;
            }
        }
        return false;
    }
}
