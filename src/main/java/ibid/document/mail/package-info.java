/** Reads e-mail: messages and mailboxes, with their parts decoded. Uses document and document.markup; used from document.readers alone. */
@NullMarked
package ibid.document.mail;

import org.jspecify.annotations.NullMarked;
