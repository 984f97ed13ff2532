/**
 * Edits documents as the fixes of findings say, byte for byte; uses finding and below, used by cli.
 */
@NullMarked
package ibid.fix;

import org.jspecify.annotations.NullMarked;
