package ibid.document.data;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The way from the root of structured data to a value.
 *
 * @param name in the object that holds the value; for an element of an array that of the array; empty for the root
 * @param index from 0 in the array that holds the value; -1 elsewhere
 */
public record DataPath(Optional<DataPath> parent, String name, int index, int depth) {
    /** Deeper values are called by the path of what holds them there. */
    public static final int DEEPEST = 200;

    public static final DataPath ROOT = new DataPath(Optional.empty(), "", -1, 0);

    private static final int LONGEST_NAME = 60;
    private static final int MOST_SHOWN = 12;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    public DataPath at(String key) {
        return depth >= DEEPEST ? this : new DataPath(Optional.of(this), key, -1, depth + 1);
    }

    public DataPath at(int element) {
        return depth >= DEEPEST ? this : new DataPath(Optional.of(this), name, element, depth + 1);
    }

    /** Name in the object that holds the value; empty for an element of an array and for the root. */
    public String key() {
        return index >= 0 ? "" : name;
    }

    /** As JSONPath writes it (RFC 9535): {@code $.references[0].url}; of a long one the end. */
    @Override
    public String toString() {
        var steps = new ArrayDeque<String>();
        var at = this;
        while (at.parent.isPresent() && steps.size() < MOST_SHOWN) {
            steps.push(at.index >= 0 ? "[" + at.index + "]" : named(at.name));
            at = at.parent.get();
        }
        return (at.parent.isPresent() ? "$.." : "$") + String.join("", steps);
    }

    private static String named(String key) {
        var name = key.length() > LONGEST_NAME ? key.substring(0, LONGEST_NAME) + "…" : key;
        return PLAIN.matcher(name).matches() ? "." + name : "['" + name.replace("'", "\\'") + "']";
    }
}
