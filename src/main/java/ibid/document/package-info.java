/**
 * Finds the inputs of a run and reads each into text blocks and explicit links that keep an exact way back to the file; uses only text and config, used from citation upward.
 */
@NullMarked
package ibid.document;

import org.jspecify.annotations.NullMarked;
