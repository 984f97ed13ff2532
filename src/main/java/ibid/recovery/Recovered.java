package ibid.recovery;

import java.util.List;
import java.util.Optional;

/**
 * What came of looking for one source.
 *
 * @param candidates likeliest first
 * @param survey what was looked through; empty where nobody was asked
 */
public record Recovered(List<Candidate> candidates, Optional<Survey> survey) {
    /** Nothing was looked for, or nothing found. */
    public static final Recovered NONE = new Recovered(List.of(), Optional.empty());

    public Recovered {
        candidates = List.copyOf(candidates);
    }

    /** Candidates without a survey. */
    public static Recovered of(List<Candidate> candidates) {
        return new Recovered(candidates, Optional.empty());
    }
}
