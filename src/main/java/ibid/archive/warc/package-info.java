/**
 * Reads what lies in the WARC files of a folder, and says where; used from archive upward.
 *
 * <p>The border is {@link ibid.archive.warc.KeptCaptures}: it finds captures by address and time and reads them.
 */
@NullMarked
package ibid.archive.warc;

import org.jspecify.annotations.NullMarked;
