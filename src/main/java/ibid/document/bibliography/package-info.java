/** Readers of bibliographies: each record an entry, each address and identifier in its fields a link. */
@NullMarked
package ibid.document.bibliography;

import org.jspecify.annotations.NullMarked;
