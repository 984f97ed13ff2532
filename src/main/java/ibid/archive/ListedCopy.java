package ibid.archive;

import ibid.citation.CitingDate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A copy that an archive lists; it was not read yet.
 *
 * @param archive its host
 * @param original the archived address as it was asked then
 * @param url where people see the copy
 * @param asCaptured where it is without the archive's own links and bars, if the archive shows it so
 * @param status with which it was captured; empty where the list has none
 * @param digest of its content as the list has it; empty text where it has none
 */
record ListedCopy(
        String archive, String original, Instant at, String url, String asCaptured, OptionalInt status, String digest) {
    private static final int OK = 200;

    /** How far it is from a date. */
    Duration from(Instant date) {
        return Duration.between(date, at).abs();
    }

    /** What its listed status says against it. */
    Optional<String> objection() {
        return status.isEmpty() || status.getAsInt() == OK
                ? Optional.empty()
                : Optional.of(byStatus(status.getAsInt()));
    }

    /** What a status says of the copy that was captured with it. */
    static String byStatus(int status) {
        return status / 100 == 3
                ? "it was captured as a redirect (" + status + ")"
                : "it was captured with status " + status;
    }

    /** The copy as it is offered. */
    Snapshot snapshot(boolean verified, CitingDate near) {
        return new Snapshot(archive, at, url, verified ? OK : status.orElse(0), digest, verified, Optional.of(near));
    }
}
