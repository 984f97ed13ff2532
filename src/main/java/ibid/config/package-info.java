/**
 * One tree of settings with every default in one place, open to every package; uses nothing of Ibid.
 */
@NullMarked
package ibid.config;

import org.jspecify.annotations.NullMarked;
