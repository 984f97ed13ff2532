package ibid.document.markup;

import ibid.document.ExplicitLink;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * The addresses in an element's attributes.
 *
 * <p>What a page is built from (style sheets and scripts that it names, icons, preloading, services for programs) it does
 * not cite, so that is left out; so are form actions, which are not for reading, and names of vocabularies.
 */
final class HtmlLinks {
    /** Kinds of {@code link} that cite nothing; all others do: canonical, alternate, license, author, next, ... */
    private static final Set<String> BUILDING = Set.of(
            "preconnect",
            "dns-prefetch",
            "prefetch",
            "prerender",
            "preload",
            "modulepreload",
            "stylesheet",
            "icon",
            "apple-touch-icon",
            "apple-touch-icon-precomposed",
            "apple-touch-startup-image",
            "fluid-icon",
            "mask-icon",
            "manifest",
            "import",
            "pingback",
            "webmention",
            "hub",
            "edituri",
            "wlwmanifest",
            "https://api.w.org/",
            // Names of vocabularies, not pages: <link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">.
            "profile",
            "schema.dc",
            "schema.dcterms");

    /** Elements with {@code cite}, with {@code longdesc} and with {@code background}. */
    private static final Set<String> QUOTING = Set.of("blockquote", "q", "ins", "del");

    private static final Set<String> DESCRIBED = Set.of("img", "frame", "iframe");
    private static final Set<String> PAINTED = Set.of("body", "table", "thead", "tbody", "tr", "td", "th");

    /** A part of each attribute's name that is read here or in {@link HtmlMeta}. */
    private static final Pattern NAMES =
            Pattern.compile("href|src|cite|poster|data|longdesc|background|style|content", Pattern.CASE_INSENSITIVE);

    private HtmlLinks() {}

    /** Whether a tag, which is not parsed yet, may hold a link: not so {@code <a id="here">}. */
    static boolean mayBeIn(String tag) {
        return tag.indexOf('=') >= 0 && NAMES.matcher(tag).find();
    }

    /** How an attribute's value is read. */
    private enum Use {
        NONE,
        LINK,
        IMAGE,
        /** As {@code LINK}, unless it leads to another element of the same drawing. */
        DRAWN,
        IMAGES,
        STYLE
    }

    /** Hands on each link of the element, that in {@code href} first; their text left empty but for an image's. */
    static void of(Element element, MarkupSlice slice, Consumer<ExplicitLink> found) {
        var size = element.attributesSize();
        if (size == 0) {
            return;
        }
        var attributes = element.attributes();
        var name = element.normalName();
        if (name.equals("meta")) {
            HtmlMeta.links(element, slice, found);
            return;
        }
        // The parser has put names in lower case, so no other spelling is left to look for.
        if (attributes.hasKey("href")) {
            read(element, "href", hrefUse(element, name), slice, found);
            if (size == 1) {
                return;
            }
        }
        for (Attribute attribute : attributes) {
            var key = attribute.getKey();
            if (!key.equals("href")) {
                read(element, key, use(element, name, key), slice, found);
            }
        }
    }

    private static Use use(Element element, String name, String attribute) {
        return switch (attribute) {
            case "href" -> hrefUse(element, name);
            case "xlink:href" -> name.equals("a") ? Use.LINK : name.endsWith("image") ? Use.IMAGE : Use.DRAWN;
            case "src" -> srcUse(name);
            case "srcset", "imagesrcset" -> Use.IMAGES;
            case "cite" -> QUOTING.contains(name) ? Use.LINK : Use.NONE;
            case "poster" -> name.equals("video") ? Use.IMAGE : Use.NONE;
            case "data" -> name.equals("object") ? Use.LINK : Use.NONE;
            case "longdesc" -> DESCRIBED.contains(name) ? Use.LINK : Use.NONE;
            case "background" -> PAINTED.contains(name) ? Use.IMAGE : Use.NONE;
            // Robust Links 1.0: the address as it was cited, and a copy of it from about that time.
            case "data-originalurl", "data-versionurl" ->
                name.equals("a") && !element.attr(attribute).equals(element.attr("href")) ? Use.LINK : Use.NONE;
            case "style" -> Use.STYLE;
            default -> Use.NONE;
        };
    }

    private static Use hrefUse(Element element, String name) {
        return switch (name) {
            case "a", "area" -> Use.LINK;
            case "link" -> isBuilding(element.attr("rel")) ? Use.NONE : Use.LINK;
            case "image", "feimage" -> Use.IMAGE;
            case "use" -> Use.DRAWN;
            default -> Use.NONE;
        };
    }

    private static Use srcUse(String name) {
        return switch (name) {
            case "img", "input" -> Use.IMAGE;
            case "iframe", "frame", "embed", "source", "video", "audio", "track" -> Use.LINK;
            default -> Use.NONE;
        };
    }

    private static boolean isBuilding(String rel) {
        for (var word : rel.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (BUILDING.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static void read(Element element, String name, Use use, MarkupSlice slice, Consumer<ExplicitLink> found) {
        if (use == Use.NONE || (use == Use.STYLE && !CssLinks.mayHave(element.attr(name)))) {
            return;
        }
        var value = MarkupText.of(element, name, slice);
        if (value.isPresent()) {
            read(element, value.get(), use, found);
        }
    }

    private static void read(Element element, MarkupText value, Use use, Consumer<ExplicitLink> found) {
        switch (use) {
            case LINK -> value.link(ExplicitLink.Kind.LINK, "").ifPresent(found);
            case DRAWN ->
                value.link(ExplicitLink.Kind.LINK, "")
                        .filter(link -> !link.destination().startsWith("#"))
                        .ifPresent(found);
            case IMAGE ->
                value.link(ExplicitLink.Kind.IMAGE, element.attr("alt").strip()).ifPresent(found);
            case IMAGES -> {
                var text = element.attr("alt").strip();
                Srcset.read(
                        value.text(),
                        (start, end) -> found.accept(value.link(ExplicitLink.Kind.IMAGE, start, end, text)));
            }
            case STYLE ->
                CssLinks.read(
                        value.text(), (to, start, end, kind) -> found.accept(value.linkTo(to, kind, start, end, "")));
            case NONE -> {}
        }
    }
}
