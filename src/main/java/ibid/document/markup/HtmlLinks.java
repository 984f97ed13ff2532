package ibid.document.markup;

import ibid.document.ExplicitLink;
import ibid.document.OffsetMap;
import ibid.document.TextBlock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;

/**
 * The addresses in an element's attributes.
 *
 * <p>What a page is built from (style sheets, scripts, icons, preloading) it does not cite, so that is left out; so are
 * form actions, which are not for reading.
 */
final class HtmlLinks {
    private static final Map<String, List<String>> ATTRIBUTES = Map.ofEntries(
            Map.entry("a", List.of("href")),
            Map.entry("area", List.of("href")),
            Map.entry("link", List.of("href")),
            Map.entry("img", List.of("src", "srcset")),
            Map.entry("iframe", List.of("src")),
            Map.entry("frame", List.of("src")),
            Map.entry("embed", List.of("src")),
            Map.entry("object", List.of("data")),
            Map.entry("source", List.of("src", "srcset")),
            Map.entry("video", List.of("src", "poster")),
            Map.entry("audio", List.of("src")),
            Map.entry("track", List.of("src")),
            Map.entry("blockquote", List.of("cite")),
            Map.entry("q", List.of("cite")),
            Map.entry("ins", List.of("cite")),
            Map.entry("del", List.of("cite")));

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
            "mask-icon",
            "manifest",
            "pingback");

    private HtmlLinks() {}

    /** Hands on each link of the element, its text left empty but for an image's alternative text. */
    static void of(Element element, String html, OffsetMap map, Consumer<ExplicitLink> found) {
        var names = ATTRIBUTES.get(element.normalName());
        if (names == null || (element.normalName().equals("link") && isBuilding(element.attr("rel")))) {
            return;
        }
        for (var name : names) {
            if (element.hasAttr(name)) {
                ofAttribute(element, name, html, map, found);
            }
        }
    }

    private static boolean isBuilding(String rel) {
        for (var word : rel.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (BUILDING.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static void ofAttribute(
            Element element, String name, String html, OffsetMap map, Consumer<ExplicitLink> found) {
        var range = element.attributes().sourceRange(name).valueRange();
        if (!range.isTracked() || range.endPos() <= range.startPos()) {
            return;
        }
        var isImage = name.equals("srcset")
                || name.equals("poster")
                || element.normalName().equals("img");
        var kind = isImage ? ExplicitLink.Kind.IMAGE : ExplicitLink.Kind.LINK;
        var text = isImage ? element.attr("alt").strip() : "";
        var builder = new OffsetMap.Builder();
        Decoding.trace(html, range.startPos(), range.endPos(), element.attr(name), false, builder::add);
        var value = builder.build(TextBlock.Kind.CODE, 0);
        var at = 0;
        while (at < value.text().length()) {
            var start = skipSpace(value.text(), at);
            var end = name.equals("srcset") ? candidateEnd(value.text(), start) : trimmedEnd(value.text());
            if (end > start) {
                var verbatimStart = map.start(value.map().start(start));
                var verbatimEnd = map.end(value.map().end(end));
                found.accept(
                        new ExplicitLink(kind, value.text().substring(start, end), verbatimStart, verbatimEnd, text));
            }
            at = name.equals("srcset")
                    ? nextCandidate(value.text(), end)
                    : value.text().length();
        }
    }

    private static int skipSpace(String value, int from) {
        var at = from;
        while (at < value.length() && value.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    private static int trimmedEnd(String value) {
        var end = value.length();
        while (end > 0 && value.charAt(end - 1) <= ' ') {
            end--;
        }
        return end;
    }

    /** HTML section 4.8.4.2.3: an address ends at a space, and commas at its end are none of it. */
    private static int candidateEnd(String value, int from) {
        var end = from;
        while (end < value.length() && value.charAt(end) > ' ') {
            end++;
        }
        while (end > from && value.charAt(end - 1) == ',') {
            end--;
        }
        return end;
    }

    /** Skips the descriptors behind an address, up to the comma that is outside of parentheses. */
    private static int nextCandidate(String value, int from) {
        var depth = 0;
        for (var at = from; at < value.length(); at++) {
            var c = value.charAt(at);
            if (c == ',' && depth == 0) {
                return at + 1;
            }
            depth = c == '(' ? depth + 1 : c == ')' ? 0 : depth;
        }
        return value.length();
    }
}
