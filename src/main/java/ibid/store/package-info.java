/**
 * Bytes under typed keys between runs; uses nothing of Ibid. What the bytes mean is said by the owners of the records.
 */
@NullMarked
package ibid.store;

import org.jspecify.annotations.NullMarked;
