/**
 * Parses, resolves, compares and redacts URLs. Pure; uses only text and config; open to every package above.
 */
@NullMarked
package ibid.url;

import org.jspecify.annotations.NullMarked;
