/**
 * What is remembered of verdicts between runs, and of links that failed; uses resolution and store, used by scan.
 */
@NullMarked
package ibid.resolution.memory;

import org.jspecify.annotations.NullMarked;
