package ibid.finding;

import ibid.recovery.Candidate;
import java.util.List;
import java.util.Locale;

/** How far a truncated citation was recovered. */
public enum Recovery {
    EXACT,
    VERIFIED,
    PROBABLE,
    /** Several candidates, none of them ahead. */
    AMBIGUOUS,
    UNRESOLVED;

    /** The word for a list of candidates, best first. */
    public static Recovery of(List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return UNRESOLVED;
        }
        return switch (candidates.get(0).certainty()) {
            case EXACT -> EXACT;
            case VERIFIED -> VERIFIED;
            case PROBABLE -> PROBABLE;
            case POSSIBLE -> AMBIGUOUS;
        };
    }

    /** Whether a mend may rest on it. */
    public boolean isCertain() {
        return this == EXACT || this == VERIFIED;
    }

    /** The name in the report. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
