/**
 * The one HTTP client: guarded sockets, the polite host queue, retries, limits and events; uses only url, used by archive, resolution and upward.
 */
@NullMarked
package ibid.web;

import org.jspecify.annotations.NullMarked;
