/** Reads XML: sitemaps, feeds, JATS and other articles, and any other by the addresses in it. Uses document and document.markup; used from document.readers alone. */
@NullMarked
package ibid.document.xml;

import org.jspecify.annotations.NullMarked;
