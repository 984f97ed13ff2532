/**
 * Reads a fetched body into what it says: title and the signs of a wall or a dead page. Pure; uses only url, used by archive, resolution and upward.
 */
@NullMarked
package ibid.page;

import org.jspecify.annotations.NullMarked;
