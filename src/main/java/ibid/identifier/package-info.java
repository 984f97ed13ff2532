/** Persistent identifiers: every spelling of one to its normal form, check digits, resolvers. Pure. Uses url, used from citation upward. */
@NullMarked
package ibid.identifier;

import org.jspecify.annotations.NullMarked;
