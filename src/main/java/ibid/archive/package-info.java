/**
 * Makes and finds preserved copies of targets; uses target, page, web and url, used from resolution upward.
 */
@NullMarked
package ibid.archive;

import org.jspecify.annotations.NullMarked;
