/** Reads packed documents: those of word processors, spreadsheets and presentations, and e-books. Uses document; used from document.readers alone. */
@NullMarked
package ibid.document.office;

import org.jspecify.annotations.NullMarked;
