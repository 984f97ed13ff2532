package ibid.resolution.memory;

import java.time.Instant;

/**
 * In how many runs, one after the other, a target was found broken.
 *
 * @param first when it was found so first
 * @param last when it was found so last
 * @param run the last of the runs, so that it is counted once
 */
record Failures(int runs, Instant first, Instant last, Instant run) {}
