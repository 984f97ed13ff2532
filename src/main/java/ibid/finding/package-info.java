/**
 * Judges citations, outcomes, snapshots and candidates by rules and holds the finished report; uses recovery and all below, used by report and scan.
 */
@NullMarked
package ibid.finding;

import org.jspecify.annotations.NullMarked;
