package ibid.resolution;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What asking for the readings of an address that dots hang on shows of it, where it is not told to be whole. */
public final class CutOutcome {
    private static final String PERHAPS = "the address may have been cut at ";

    private CutOutcome() {}

    /**
     * A reading of the address that was asked.
     *
     * @param withDots whether the dots belong to it
     */
    public record Asked(String address, boolean withDots, Outcome outcome) {
        private boolean isGone() {
            return outcome.verdict() == Verdict.BROKEN;
        }

        /** Whether a page is there. */
        public boolean isThere() {
            return outcome.verdict() == Verdict.ALIVE || outcome.verdict() == Verdict.MOVED;
        }

        private String how() {
            return withDots ? "with it" : "without it";
        }

        private String shows() {
            if (isThere()) {
                return how() + " a page is at " + address + ", which need not be the one that is meant";
            }
            return isGone() ? how() + " there is nothing" : how() + " nobody could say whether there is a page";
        }
    }

    /** The outcome of an address that was cut: nothing is at any of the readings. Of others: that it may have been. */
    public static Outcome of(String mark, Asked first, Optional<Asked> second, List<String> signs) {
        var isGone = first.isGone() && second.stream().allMatch(Asked::isGone) && signs.isEmpty();
        var sentences = new Evidence();
        sentences.add(
                isGone
                        ? "the address was cut at \"" + mark + "\": there is nothing " + first.how()
                                + second.map(other -> ", and nothing " + other.how())
                                        .orElse("")
                        : PERHAPS + "\"" + mark + "\": " + first.shows()
                                + second.map(other -> ", and " + other.shows()).orElse(""));
        signs.forEach(sentences::add);
        if (second.isEmpty()) {
            first.outcome().evidence().forEach(sentences::add);
        }
        second.stream()
                .flatMap(other -> Stream.of(first, other))
                .forEach(asked -> asked.outcome()
                        .evidence()
                        .forEach(sentence -> sentences.add(asked.address() + ": " + sentence)));
        return together(first.outcome(), second).as(Reason.TRUNCATED, sentences.sentences());
    }

    /** The answers to the first, and what both cost. */
    private static Outcome together(Outcome first, Optional<Asked> second) {
        return new Outcome(
                first.reason(),
                first.status(),
                first.finalUrl(),
                first.hops(),
                first.attempts()
                        + second.map(other -> other.outcome().attempts()).orElse(0),
                first.checkedAt(),
                first.evidence(),
                first.fragment());
    }

    static boolean isPerhaps(Outcome outcome) {
        return outcome.reason() == Reason.TRUNCATED
                && outcome.evidence().stream().anyMatch(sentence -> sentence.startsWith(PERHAPS));
    }
}
