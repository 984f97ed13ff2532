/**
 * Words, shingles and slugs of text: pure functions that every package may use; uses nothing of Ibid.
 */
@NullMarked
package ibid.text;

import org.jspecify.annotations.NullMarked;
