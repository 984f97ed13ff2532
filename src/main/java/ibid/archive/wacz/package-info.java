/**
 * Writes the captures of a folder as one WACZ 1.1.1 file, and checks such files and folders; used from the command line.
 */
@NullMarked
package ibid.archive.wacz;

import org.jspecify.annotations.NullMarked;
