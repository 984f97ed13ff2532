package ibid.archive;

import ibid.citation.CitingDate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A copy that an archive lists; it was not read yet.
 *
 * @param archive its host
 * @param original the archived address as it was asked then
 * @param url where people see the copy
 * @param places where it may be read, the best first: without the archive's own links and bars, if the archive shows it so
 * @param status with which it was captured; empty where the list has none
 * @param digest of its content as the list has it; empty text where it has none
 * @param objection what speaks against reading it, one clause
 */
record ListedCopy(
        String archive,
        String original,
        Instant at,
        String url,
        List<String> places,
        OptionalInt status,
        String digest,
        Optional<String> objection) {
    static final int OK = 200;

    ListedCopy {
        places = List.copyOf(places);
    }

    /** How far it is from a date. */
    Duration from(Instant date) {
        return Duration.between(date, at).abs();
    }

    /** The copy as it is offered. */
    Snapshot snapshot(boolean verified, CitingDate near) {
        return new Snapshot(archive, at, url, verified ? OK : status.orElse(0), digest, verified, Optional.of(near));
    }
}
