/** Reads bibliographies, each record an entry, each address and identifier in its fields a link. Uses document and document.data; used from document.readers alone. */
@NullMarked
package ibid.document.bibliography;

import org.jspecify.annotations.NullMarked;
