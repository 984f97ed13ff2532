/**
 * Makes and finds preserved copies of targets; uses target, citation, page, web, store and url, used from resolution upward.
 */
@NullMarked
package ibid.archive;

import org.jspecify.annotations.NullMarked;
