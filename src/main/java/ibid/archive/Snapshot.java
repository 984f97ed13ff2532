package ibid.archive;

import java.time.Instant;

/**
 * A preserved copy of a target.
 *
 * @param archive {@code local} for the archive of the run, else the host of a public one
 * @param url the archived address, in a public archive that of the copy
 * @param status with which it was captured; 0 where the archive does not say
 * @param digest payload digest, such as {@code sha256:…}
 * @param verified whether the copy was read and says what the target says
 */
public record Snapshot(String archive, Instant capturedAt, String url, int status, String digest, boolean verified) {}
