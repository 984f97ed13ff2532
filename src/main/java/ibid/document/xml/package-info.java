/** Reads XML: sitemaps, feeds, JATS and other articles, and any other by the addresses in it. */
@NullMarked
package ibid.document.xml;

import org.jspecify.annotations.NullMarked;
