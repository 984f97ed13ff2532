package ibid.archive.submission;

import ibid.archive.Snapshot;
import java.util.Optional;

/**
 * What became of having an archive keep an address.
 *
 * @param archive its host
 * @param copy the copy that the archive has; there is one wherever the result is {@link Result#ARCHIVED}
 * @param reason one clause, free of keys and timings; empty where there is nothing to say
 */
public record Saved(String archive, Result result, Optional<Snapshot> copy, String reason) {

    /** How it ended. */
    public enum Result {
        /** Nothing was sent. */
        NOT_ATTEMPTED,
        /** The archive would not begin. */
        REFUSED,
        /** The archive took it on, and has not been heard of it since. */
        SUBMITTED,
        /** The archive was still at work when the run ended. */
        PENDING,
        /** There is a copy, and its address is known. */
        ARCHIVED,
        /** The archive began and made no copy. */
        FAILED,
        /** It was sent, and nothing says whether it arrived; it is not sent again blindly. */
        OUTCOME_UNKNOWN;

        /** The words of the report. */
        public String label() {
            return switch (this) {
                case NOT_ATTEMPTED -> "not attempted";
                case REFUSED -> "refused";
                case SUBMITTED -> "submitted";
                case PENDING -> "pending";
                case ARCHIVED -> "archived";
                case FAILED -> "failed";
                case OUTCOME_UNKNOWN -> "outcome unknown";
            };
        }
    }

    static Saved without(String archive, Result result, String reason) {
        return new Saved(archive, result, Optional.empty(), reason);
    }
}
