package ibid.resolution.memory;

import java.time.Instant;

/**
 * A run that has not come to its end: it is under way, or was killed or stopped.
 *
 * @param began tells it from every other of one store
 * @param seen when it last kept something, within a minute
 */
record OpenRun(Instant began, Instant seen) {}
