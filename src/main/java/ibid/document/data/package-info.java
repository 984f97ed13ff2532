/** Reads data and program text: the strings, cells and comments in which people put addresses. Uses document; used from document.readers and document.bibliography. */
@NullMarked
package ibid.document.data;

import org.jspecify.annotations.NullMarked;
