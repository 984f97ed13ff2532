package ibid.resolution;

import java.util.Locale;
import java.util.Optional;

/**
 * Whether the part that a fragment names was found in what its address leads to.
 *
 * @param name the fragment, percent-decoded where it can be, without {@code #}
 * @param near the name of a place that was probably meant; for {@link Found#OTHER_CASE} the name as it is there
 * @param why completes the sentence "the part "name" ..."; empty where it was found
 */
public record Fragment(String name, Found found, Optional<String> near, String why) {

    /** How the looking ended. */
    public enum Found {
        THERE,
        /** A place has this name in other capitals, which browsers tell apart (HTML section 7.4.6.4). */
        OTHER_CASE,
        MISSING,
        /** It could not be told, as where scripts make the places. */
        UNKNOWN;

        /** The name in the report. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Fragment there(String name) {
        return new Fragment(name, Found.THERE, Optional.empty(), "");
    }

    static Fragment unknown(String name, String why) {
        return new Fragment(name, Found.UNKNOWN, Optional.empty(), why);
    }

    static Fragment missing(String name, String why) {
        return new Fragment(name, Found.MISSING, Optional.empty(), why);
    }

    /** What an outcome says of it; empty where there is nothing to say. */
    public Optional<String> sentence() {
        return why.isEmpty() ? Optional.empty() : Optional.of("the part \"" + name + "\" " + why);
    }
}
