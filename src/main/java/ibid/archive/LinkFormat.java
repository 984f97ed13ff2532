package ibid.archive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads lists of links: the body of a TimeMap (RFC 7089 section 5, in the format of RFC 6690) and the {@code Link} header (RFC
 * 8288). Commas and semicolons stand in addresses and in dates too, so nothing is split at them.
 */
final class LinkFormat {
    private final String text;
    private int at;

    private LinkFormat(String text) {
        this.text = text;
    }

    /**
     * A link.
     *
     * @param parameters by their names in lower case; of several of one name the first (RFC 8288 section 3.3)
     */
    record Link(String address, Map<String, String> parameters) {

        /** Its relation types, of which one attribute may hold several. */
        Set<String> relations() {
            var types =
                    parameters.getOrDefault("rel", "").toLowerCase(Locale.ROOT).strip();
            return new HashSet<>(List.of(types.split("\\s+", -1)));
        }

        boolean is(String relation) {
            return relations().contains(relation);
        }

        Optional<String> parameter(String name) {
            return Optional.ofNullable(parameters.get(name));
        }
    }

    /** The links of a text; what is no link ends the reading, so that a list that was cut off gives those before the cut. */
    static List<Link> read(String text) {
        return new LinkFormat(text).links();
    }

    private List<Link> links() {
        var links = new ArrayList<Link>();
        while (true) {
            skip("");
            if (!links.isEmpty() && (at >= text.length() || text.charAt(at) != ',')) {
                return links;
            }
            skip(",");
            if (at >= text.length() || text.charAt(at) != '<') {
                return links;
            }
            var end = text.indexOf('>', at);
            if (end < 0) {
                return links;
            }
            var address = text.substring(at + 1, end).strip();
            at = end + 1;
            var parameters = parameters();
            if (parameters.isEmpty()) {
                return links;
            }
            links.add(new Link(address, parameters.get()));
        }
    }

    /** Empty where the text ends within them. */
    private Optional<Map<String, String>> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        skip("");
        while (at < text.length() && text.charAt(at) == ';') {
            skip(";");
            var start = at;
            while (at < text.length() && "=;,".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            var name = text.substring(start, at).strip().toLowerCase(Locale.ROOT);
            var value = Optional.of("");
            if (at < text.length() && text.charAt(at) == '=') {
                at++;
                skip("");
                value = value();
            }
            if (value.isEmpty()) {
                return Optional.empty();
            }
            if (!name.isEmpty()) {
                parameters.putIfAbsent(name, value.get());
            }
            skip("");
        }
        return Optional.of(parameters);
    }

    private Optional<String> value() {
        if (at >= text.length()) {
            return Optional.empty();
        }
        if (text.charAt(at) != '"') {
            var start = at;
            while (at < text.length() && ";,".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return Optional.of(text.substring(start, at).strip());
        }
        var value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c == '"') {
                at++;
                return Optional.of(value.toString());
            }
            if (c == '\\' && at + 1 < text.length()) {
                at++;
                value.append(text.charAt(at));
            } else {
                value.append(c);
            }
        }
        return Optional.empty();
    }

    private void skip(String also) {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || also.indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
    }
}
