/** Reads PDF in processes of its own, because PDFs are hostile. Uses document; used from document.readers, from scan, and from cli for the entry of the process. */
@NullMarked
package ibid.document.pdf;

import org.jspecify.annotations.NullMarked;
