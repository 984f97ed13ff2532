package ibid.archive;

import ibid.citation.CitingDate;
import java.time.Instant;
import java.util.Optional;

/**
 * A preserved copy of a target.
 *
 * @param archive {@code local} for the archive of the run, else the host of a public one
 * @param url the archived address, in a public archive that of the copy
 * @param status with which it was captured; 0 where the archive does not say
 * @param digest payload digest, such as {@code sha256:…}; empty where the archive does not say
 * @param verified whether the copy was read and says what the target says
 * @param nearTo the citing date for which it was chosen out of all that archives have; empty where none was chosen for
 */
public record Snapshot(
        String archive,
        Instant capturedAt,
        String url,
        int status,
        String digest,
        boolean verified,
        Optional<CitingDate> nearTo) {

    /** A copy that was not chosen for a date. */
    public Snapshot(String archive, Instant capturedAt, String url, int status, String digest, boolean verified) {
        this(archive, capturedAt, url, status, digest, verified, Optional.empty());
    }
}
