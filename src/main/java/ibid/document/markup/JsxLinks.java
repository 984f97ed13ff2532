package ibid.document.markup;

import ibid.document.ExplicitLink;
import ibid.document.OffsetMap;
import java.util.List;
import java.util.Set;

/** The addresses in the attributes of MDX components, whose names begin with a capital letter. */
final class JsxLinks {
    private static final Set<String> ATTRIBUTES = Set.of("href", "src", "to", "url", "poster");
    private static final int LONGEST_TAG = 10_000;

    private JsxLinks() {}

    /** Adds those in a text that stands in another; a path without ending is a route of its site, and no file. */
    static void add(String text, OffsetMap map, List<ExplicitLink> links) {
        for (var open = text.indexOf('<'); open >= 0 && open + 1 < text.length(); ) {
            var next = text.indexOf('<', open + 1);
            if (text.charAt(open + 1) >= 'A' && text.charAt(open + 1) <= 'Z') {
                var limit = Math.min(next < 0 ? text.length() : next, open + LONGEST_TAG);
                addTag(text, open + 1, limit, map, links);
            }
            open = next;
        }
    }

    private static void addTag(String text, int from, int limit, OffsetMap map, List<ExplicitLink> links) {
        var nameStart = from;
        for (var at = from; at < limit && text.charAt(at) != '>'; at++) {
            var c = text.charAt(at);
            if (c == '=' && at + 1 < limit) {
                var quote = at + 1;
                if ("\"'".indexOf(text.charAt(quote)) < 0) {
                    continue;
                }
                var close = Spaces.find(text, text.charAt(quote), quote + 1, limit);
                if (close < 0) {
                    return;
                }
                var value = text.substring(quote + 1, close);
                if (ATTRIBUTES.contains(text.substring(nameStart, at)) && isAddress(value)) {
                    links.add(
                            new ExplicitLink(ExplicitLink.Kind.LINK, value, map.start(quote + 1), map.end(close), ""));
                }
                at = close;
                nameStart = close + 1;
            } else if (!Character.isLetterOrDigit(c)) {
                nameStart = at + 1;
            }
        }
    }

    private static boolean isAddress(String value) {
        return !value.isBlank()
                && value.indexOf('$') < 0
                && (value.contains("://")
                        || value.startsWith("//")
                        || value.startsWith("mailto:")
                        || value.lastIndexOf('.') > value.lastIndexOf('/'));
    }
}
