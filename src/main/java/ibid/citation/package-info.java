/**
 * Finds citations in a document's text blocks and links: boundaries, truncation dialects, context. Pure; uses document, identifier and url, used from target upward.
 */
@NullMarked
package ibid.citation;

import org.jspecify.annotations.NullMarked;
