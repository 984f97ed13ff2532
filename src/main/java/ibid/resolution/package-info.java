/**
 * Takes a target to its outcome: a verdict with one reason, every hop and the evidence; uses archive, registry, target, citation, page, document, web and url, used from recovery upward.
 */
@NullMarked
package ibid.resolution;

import org.jspecify.annotations.NullMarked;
