/**
 * One tree of settings with every default in one place, and the file that changes them; open to every package, uses only text.
 */
@NullMarked
package ibid.config;

import org.jspecify.annotations.NullMarked;
