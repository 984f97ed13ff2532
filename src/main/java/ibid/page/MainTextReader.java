package ibid.page;

import ibid.text.Shingles;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Takes the main text out of a page in one walk: a paragraph counts that has words enough and few of them in links, and stands in
 * nothing that is named as what surrounds articles. Where one element is marked as the article and has most of that, it is
 * that element alone.
 */
final class MainTextReader implements NodeVisitor {
    private static final int FEWEST_WORDS = 8;
    private static final double MOST_LINKED = 0.4;
    private static final double SHARE_OF_ARTICLE = 0.5;
    private static final int LONGEST_TEXT = 256 << 10;

    private static final Set<String> SILENT =
            Set.of("script", "style", "template", "noscript", "svg", "head", "iframe", "select", "textarea");
    private static final Set<String> AROUND = Set.of("nav", "footer", "aside", "form", "button", "dialog", "menu");
    private static final Set<String> ROLES = Set.of(
            "navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog", "alert");
    /** Elements that are a paragraph or a part of one, never a column of them. */
    private static final Set<String> PARAGRAPHS = Set.of(
            "p",
            "li",
            "ul",
            "ol",
            "dl",
            "dd",
            "dt",
            "blockquote",
            "pre",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "span",
            "font",
            "b",
            "i",
            "em",
            "strong",
            "a",
            "small",
            "big",
            "center",
            "q",
            "cite",
            "code",
            "figure",
            "figcaption");

    private static final String ARTICLES = "article, main, [role=main], [itemprop=articleBody]";
    private static final Pattern NAME_PARTS = Pattern.compile("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])");

    /** Parts of class names and ids by which the makers of pages call what surrounds their articles. */
    private static final Set<String> NAMES = Set.of(
            "nav",
            "navbar",
            "navigation",
            "menu",
            "breadcrumb",
            "breadcrumbs",
            "sidebar",
            "cookie",
            "cookies",
            "consent",
            "gdpr",
            "ad",
            "ads",
            "advert",
            "advertisement",
            "adsense",
            "promo",
            "sponsor",
            "sponsored",
            "share",
            "sharing",
            "social",
            "related",
            "recommended",
            "newsletter",
            "subscribe",
            "comment",
            "comments",
            "disqus",
            "footer",
            "widget",
            "popup",
            "modal",
            "toolbar",
            "pagination",
            "pager",
            "timestamp",
            "counter",
            "login",
            "trending");

    private final List<Block> blocks = new ArrayList<>();
    private final IdentityHashMap<Element, Boolean> isAround = new IdentityHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final Element body;
    private final int length;
    private int linked;
    private int links;
    private boolean isEmpty = true;
    private int read;
    private Element holder;

    private MainTextReader(Element body) {
        this.body = body;
        this.holder = body;
        this.length = body.text().length();
    }

    /** One paragraph, with the element that its first words stand in. */
    private record Block(String text, int words, boolean isRunning, Element holder) {

        boolean isWithin(Element element) {
            return holder.equals(element) || holder.parents().contains(element);
        }

        /** The element in which the paragraphs beside this one stand. */
        Element column() {
            var column = holder;
            for (var parent = column.parent(); parent != null && PARAGRAPHS.contains(column.normalName()); ) {
                column = parent;
                parent = column.parent();
            }
            return column;
        }
    }

    /** @param isWhole whether the document was parsed to its end */
    static MainText read(Document document, boolean isWhole) {
        var reader = new MainTextReader(document.body());
        document.body().traverse(reader);
        reader.end();
        var running = reader.blocks.stream().filter(Block::isRunning).toList();
        return new MainText(
                within(document, running).stream().map(Block::text).toList(),
                reader.blocks.stream().map(Block::text).toList(),
                language(document),
                isWhole && reader.read < LONGEST_TEXT);
    }

    private static String language(Document document) {
        var root = document.selectFirst("html[lang]");
        return root == null
                ? ""
                : root.attr("lang").strip().split("[-_]", -1)[0].toLowerCase(Locale.ROOT);
    }

    /** The paragraphs of the one element that holds most of them, such as a cell of a table; of all where none does. */
    private static List<Block> within(Document document, List<Block> running) {
        var holders = new LinkedHashSet<Element>(document.select(ARTICLES));
        var words = new IdentityHashMap<Element, Integer>();
        var all = 0;
        for (var block : running) {
            holders.add(block.column());
            all += block.words();
            for (var around = block.holder(); around != null; around = around.parent()) {
                words.merge(around, block.words(), Integer::sum);
            }
        }
        var most = (int) (all * SHARE_OF_ARTICLE);
        var best = Optional.<Element>empty();
        for (var holder : holders) {
            var inside = words.getOrDefault(holder, 0);
            if (inside > most) {
                most = inside;
                best = Optional.of(holder);
            }
        }
        return best.map(holder ->
                        running.stream().filter(block -> block.isWithin(holder)).toList())
                .orElse(running);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element) {
            if (element.normalName().equals("a")) {
                links++;
            } else if (element.isBlock() || element.normalName().equals("br")) {
                end();
            }
        } else if (node instanceof TextNode words && read < LONGEST_TEXT && !isSilent(words)) {
            add(words);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (element.normalName().equals("a")) {
                links--;
            } else if (element.isBlock()) {
                end();
            }
        }
    }

    private void add(TextNode words) {
        var said = words.text();
        if (said.isBlank()) {
            text.append(' ');
            return;
        }
        var parent = words.parent();
        if (parent != null && isEmpty) {
            holder = parent;
        }
        isEmpty = false;
        text.append(said);
        read += said.length();
        linked += links > 0 ? Shingles.words(said).size() : 0;
    }

    private void end() {
        var said = text.toString().strip().replaceAll("\\s+", " ");
        if (!said.isEmpty()) {
            var words = Shingles.words(said).size();
            var isRunning = words >= FEWEST_WORDS && linked < words * MOST_LINKED && !isAround(holder);
            blocks.add(new Block(said, words, isRunning, holder));
        }
        text.setLength(0);
        linked = 0;
        isEmpty = true;
    }

    private static boolean isSilent(TextNode words) {
        for (var parent = words.parentNode(); parent != null; parent = parent.parentNode()) {
            if (SILENT.contains(parent.normalName())) {
                return true;
            }
        }
        return false;
    }

    private boolean isAround(Element element) {
        var known = isAround.get(element);
        if (known != null) {
            return known;
        }
        var parent = element.parent();
        var found = !element.equals(body) && (isNamedAround(element) || (parent != null && isAround(parent)));
        isAround.put(element, found);
        return found;
    }

    /** What holds most of the page is what the page is about, however it is called. */
    private boolean isNamedAround(Element element) {
        return (AROUND.contains(element.normalName())
                        || element.hasAttr("hidden")
                        || element.attr("aria-hidden").equals("true")
                        || ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))
                        || hasName(element.className())
                        || hasName(element.id()))
                && element.text().length() * 2 < length;
    }

    private static boolean hasName(String names) {
        if (names.isEmpty()) {
            return false;
        }
        for (var part : NAME_PARTS.split(names, -1)) {
            if (NAMES.contains(part.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
