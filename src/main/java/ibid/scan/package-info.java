/**
 * Wires the stages into one run: threads, events, cancellation, order; uses all below, used by cli.
 */
@NullMarked
package ibid.scan;

import org.jspecify.annotations.NullMarked;
