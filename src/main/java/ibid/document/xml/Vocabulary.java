package ibid.document.xml;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What an XML document is written in, told by its root element. */
enum Vocabulary {
    /** RSS 0.9x, 1.0 and 2.0, and Atom. */
    FEED,
    /** JATS and its kin: articles with references. */
    JATS,
    /** DocBook, TEI, DITA and others that people read. */
    PROSE,
    /** Values for programs, sitemaps among them. */
    DATA;

    private static final Set<String> ROOTS_OF_PROSE = Set.of(
            "book",
            "chapter",
            "section",
            "refentry",
            "part",
            "set",
            "appendix",
            "preface",
            "glossary",
            "bibliography",
            "tei",
            "tei.2",
            "teicorpus",
            "topic",
            "concept",
            "task",
            "reference",
            "dita",
            "map",
            "bookmap",
            "rfc",
            "ead");

    private static final Set<String> CODE = Set.of(
            "code", "preformat", "programlisting", "screen", "literal", "codeblock", "codeph", "eg", "sourcecode");

    private static final Set<String> BREAKING = Set.of(
            "p",
            "para",
            "simpara",
            "break",
            "lb",
            "list",
            "list-item",
            "listitem",
            "itemizedlist",
            "item",
            "li",
            "row",
            "entry",
            "td",
            "th",
            "tr",
            "title",
            "sec",
            "section",
            "note",
            "disp-quote",
            "blockquote",
            "t");

    static Vocabulary of(Element root) {
        var name = local(root).toLowerCase(Locale.ROOT);
        return switch (name) {
            case "rss", "rdf", "feed", "entry", "channel" -> FEED;
            case "article", "sub-article", "response", "pmc-articleset", "ref-list", "book-part-wrapper" -> JATS;
            default -> ROOTS_OF_PROSE.contains(name) ? PROSE : DATA;
        };
    }

    /** An element's name without its prefix. */
    static String local(Element element) {
        return local(element.tagName());
    }

    static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    /** Whether an element holds program text. */
    boolean isCode(String local) {
        return this != DATA && this != FEED && CODE.contains(local);
    }

    /** Whether an element stands on lines of its own even inside a text. */
    boolean isBreaking(String local) {
        return BREAKING.contains(local);
    }

    /** Level of the heading that an element is; 0 where it is none. */
    int headingLevel(Element element, String local) {
        return switch (this) {
            case FEED -> local.equals("title") ? (isFeedItem(element.parent()) ? 2 : 1) : 0;
            case JATS, PROSE -> {
                var isTitle = local.equals("title") || (local.equals("head") && this == PROSE);
                var isOfAll = local.equals("article-title") && isIn(element, "title-group");
                yield isOfAll ? 1 : isTitle ? sectionDepth(element) : 0;
            }
            case DATA -> 0;
        };
    }

    private static boolean isFeedItem(@Nullable Element element) {
        return element != null && FeedItem.isItem(local(element));
    }

    private static boolean isIn(Element element, String parent) {
        var up = element.parent();
        return up != null && local(up).equals(parent);
    }

    private static int sectionDepth(Element element) {
        var depth = 1;
        var up = element.parent();
        while (up != null && depth < 6) {
            depth += local(up).matches("sec|section|chapter|appendix|div\\d?") ? 1 : 0;
            up = up.parent();
        }
        return depth;
    }
}
