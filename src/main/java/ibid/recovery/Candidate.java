package ibid.recovery;

import ibid.resolution.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * A full URL that a truncated or dead citation may have meant.
 *
 * @param score probability that it is the one, 0 to 1
 * @param evidence a sentence each
 * @param outcome what resolving the candidate showed, where it was asked
 */
public record Candidate(
        String url, Certainty certainty, double score, List<String> evidence, Optional<Outcome> outcome) {
    public Candidate {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("a score is a probability from 0 to 1, not " + score);
        }
        evidence = List.copyOf(evidence);
    }
}
