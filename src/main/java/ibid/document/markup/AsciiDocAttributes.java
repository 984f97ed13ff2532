package ibid.document.markup;

import ibid.document.ExplicitLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The attributes of an AsciiDoc document, whose values stand for their names in addresses. */
final class AsciiDocAttributes {
    /** Values that hold values must not grow without end. */
    private static final int LONGEST_VALUE = 16_384;

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final List<Definition> definitions = new ArrayList<>();

    private record Definition(String name, int start, int end, String value) {}

    /** @param start offset of the value in the source; {@code end} is exclusive */
    void define(String name, String value, int start, int end) {
        var key = name.toLowerCase(Locale.ROOT);
        var resolved =
                substituted(value).filter(v -> v.length() <= LONGEST_VALUE).orElse("{" + key + "}");
        values.put(key, resolved);
        definitions.add(new Definition(key, start, end, resolved));
    }

    void undefine(String name) {
        values.remove(name.toLowerCase(Locale.ROOT));
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)));
    }

    /** A text with the values of the attributes named in it; empty where one of them is not known. */
    Optional<String> substituted(String text) {
        var out = new StringBuilder();
        var at = 0;
        for (var open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            var close = text.indexOf('}', open);
            if (close < 0) {
                return Optional.empty();
            }
            var name = text.substring(open + 1, close).toLowerCase(Locale.ROOT);
            var value = values.get(name);
            if (value == null || value.indexOf('{') >= 0 || out.length() + value.length() > LONGEST_VALUE) {
                return Optional.empty();
            }
            used.add(name);
            out.append(text, at, open).append(value);
            at = close + 1;
        }
        return Optional.of(out.append(text, at, text.length()).toString());
    }

    /**
     * Adds the addresses that are defined but not used here: they are meant for documents that include this one. Where an
     * address is used, its use is the citation.
     */
    void addUnused(Collected into) {
        for (var definition : definitions) {
            if (!used.contains(definition.name())
                    && definition.value().startsWith("http")
                    && definition.value().contains("://")
                    && definition.value().indexOf(' ') < 0) {
                into.link(
                        ExplicitLink.Kind.REFERENCE,
                        definition.value(),
                        definition.start(),
                        definition.end(),
                        definition.name());
            }
        }
    }
}
