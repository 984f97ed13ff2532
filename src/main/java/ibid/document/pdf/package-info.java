/** Reads PDF in processes of its own, because PDFs are hostile. Uses document, used from document.readers and, for the process's entry, cli. */
@NullMarked
package ibid.document.pdf;

import org.jspecify.annotations.NullMarked;
