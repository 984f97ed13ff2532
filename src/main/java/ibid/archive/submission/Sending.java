package ibid.archive.submission;

import ibid.archive.Snapshot;
import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of an address that an archive was sent.
 *
 * @param at when it was sent
 * @param job under which the archive has it, where it said so
 * @param why where it made no copy
 */
record Sending(State state, Instant at, Optional<String> job, Optional<Snapshot> copy, String why) {

    /** How far it came. */
    enum State {
        /** It left, and no answer is known. */
        SENT,
        /** The archive took it on. */
        ACCEPTED,
        ARCHIVED,
        /** The archive made none, and nothing helps soon. */
        WITHOUT_COPY
    }

    static Sending sent(Instant at) {
        return new Sending(State.SENT, at, Optional.empty(), Optional.empty(), "");
    }

    Sending accepted(String underJob) {
        return new Sending(State.ACCEPTED, at, Optional.of(underJob), Optional.empty(), "");
    }

    Sending archived(Snapshot made) {
        return new Sending(State.ARCHIVED, at, job, Optional.of(made), "");
    }

    Sending without(String reason) {
        return new Sending(State.WITHOUT_COPY, at, job, Optional.empty(), reason);
    }
}
