package ibid.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeVisitor;

/** The elements of a page that may carry a mark, found in one walk, few of each kind. */
final class MarkedElements {
    private static final int HEADINGS = 3;
    /** Marks stand near the start; what has more of a kind has a subject of its own. */
    private static final int MOST = 200;

    private static final int LONGEST_SCRIPT = 200_000;
    private static final Set<String> OUTER = Set.of("html", "body", "main");
    /** Where the frameworks put what their scripts make. */
    private static final Set<String> MOUNTS = Set.of(
            "root",
            "app",
            "__next",
            "__nuxt",
            "___gatsby",
            "app-root",
            "react-root",
            "svelte",
            "q-app",
            "main-app",
            "application");

    private final List<Element> outer = new ArrayList<>();
    private final List<Element> metas = new ArrayList<>();
    private final List<Element> headings = new ArrayList<>();
    private final List<String> loaded = new ArrayList<>();
    private final List<String> scripts = new ArrayList<>();
    private boolean hasScripts;
    private boolean mounts;
    private boolean asksForScripts;

    private MarkedElements() {}

    static MarkedElements of(Document document) {
        var elements = new MarkedElements();
        document.traverse((NodeVisitor) (node, depth) -> {
            if (node instanceof Element element) {
                elements.take(element);
            }
        });
        return elements;
    }

    private void take(Element element) {
        var name = element.normalName();
        mounts |= MOUNTS.contains(element.id()) || name.equals("app-root");
        if (OUTER.contains(name)) {
            add(outer, element);
        }
        switch (name) {
            case "h1", "h2" -> {
                if (headings.size() < HEADINGS) {
                    headings.add(element);
                }
            }
            case "meta" -> add(metas, element);
            case "script" -> script(element);
            case "iframe", "frame", "img" -> load(element.attr("src"));
            case "link" -> load(element.attr("href"));
            case "noscript" ->
                asksForScripts |= !asksForScripts
                        && element.wholeText().toLowerCase(Locale.ROOT).contains("javascript");
            default -> {}
        }
    }

    private void script(Element element) {
        hasScripts = true;
        load(element.attr("src"));
        var data = element.data();
        if (!data.isEmpty() && data.length() <= LONGEST_SCRIPT) {
            add(scripts, data);
        }
    }

    private void load(String address) {
        if (!address.isBlank()) {
            add(loaded, address);
        }
    }

    private static <T> void add(List<T> list, T one) {
        if (list.size() < MOST) {
            list.add(one);
        }
    }

    List<Element> outer() {
        return outer;
    }

    List<Element> metas() {
        return metas;
    }

    /** The first headings of the first two levels. */
    List<Element> headings() {
        return headings;
    }

    /** Where scripts, frames, pictures and styles come from, as written. */
    List<String> loaded() {
        return loaded;
    }

    /** The scripts that stand in the page. */
    List<String> scripts() {
        return scripts;
    }

    boolean hasScripts() {
        return hasScripts;
    }

    /** Whether there is a place for what scripts are to make. */
    boolean mounts() {
        return mounts;
    }

    /** Whether a reader without scripts is told to allow them. */
    boolean asksForScripts() {
        return asksForScripts;
    }
}
