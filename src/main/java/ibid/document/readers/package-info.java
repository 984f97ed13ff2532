/** Reads documents: bytes to text, and text to the reader of its format. Uses document and the packages of its formats; used from scan alone. */
@NullMarked
package ibid.document.readers;

import org.jspecify.annotations.NullMarked;
