/**
 * Says what citations mean: one target for all that mean the same thing. Uses citation, identifier and url, used from archive upward.
 */
@NullMarked
package ibid.target;

import org.jspecify.annotations.NullMarked;
