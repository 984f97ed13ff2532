/**
 * Takes a truncated target to ranked candidates with evidence; uses resolution and all below, used from finding upward.
 */
@NullMarked
package ibid.recovery;

import org.jspecify.annotations.NullMarked;
