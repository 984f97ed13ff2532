package ibid.recovery;

import java.util.Locale;

/** How sure it is that a candidate is what was cited; ordered from surest. */
public enum Certainty {
    /** The full URL stands in the documents of the run, and the forward check holds. */
    EXACT,
    /** The forward check holds, a page was read, its title agrees, and nothing else comes near. */
    VERIFIED,
    PROBABLE,
    POSSIBLE;

    /** The name in the report. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a mend may rest on it without a person's look. */
    public boolean isCertain() {
        return this == EXACT || this == VERIFIED;
    }
}
