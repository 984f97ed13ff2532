/** Readers of data and of program text: the strings, cells and comments in which people put addresses, each with its place. */
@NullMarked
package ibid.document.data;

import org.jspecify.annotations.NullMarked;
