package ibid.resolution.memory;

import ibid.resolution.Resolution;
import java.time.Instant;

/**
 * What a run found of a target.
 *
 * @param run when that run began, which tells it from every other of one store
 */
record Remembered(Instant run, Resolution resolution) {}
