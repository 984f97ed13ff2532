/** Reads e-mail: messages and mailboxes, with their parts decoded. */
@NullMarked
package ibid.document.mail;

import org.jspecify.annotations.NullMarked;
