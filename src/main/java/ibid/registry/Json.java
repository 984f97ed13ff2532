package ibid.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Values out of the records of registers, of which any may be missing or of another type than it should be. */
final class Json {
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[4-9]\\d\\d|20\\d\\d)(?!\\d)");

    private Json() {}

    static Optional<String> text(JsonNode node) {
        return Optional.of(node.asText("").strip()).filter(text -> !text.isEmpty() && !node.isNull());
    }

    /** The texts of a list, or of a single text in its place. */
    static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        if (node.isArray()) {
            node.forEach(element -> text(element).ifPresent(texts::add));
        } else {
            text(node).ifPresent(texts::add);
        }
        return texts;
    }

    /** The first year that a text names. */
    static OptionalInt year(String text) {
        var year = YEAR.matcher(text);
        return year.find() ? OptionalInt.of(Integer.parseInt(year.group(1))) : OptionalInt.empty();
    }
}
