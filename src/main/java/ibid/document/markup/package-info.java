/** Reads marked-up text, from Markdown to wikitext, and plain text. Uses document; used from document.readers, document.mail, document.xml, archive and serve. */
@NullMarked
package ibid.document.markup;

import org.jspecify.annotations.NullMarked;
