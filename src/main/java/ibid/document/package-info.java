/**
 * The inputs of a run and the model of a document: blocks of text and explicit links that keep an exact way back to the
 * file. Uses only text and config; none of its subpackages, which read the formats; used from citation upward.
 */
@NullMarked
package ibid.document;

import org.jspecify.annotations.NullMarked;
