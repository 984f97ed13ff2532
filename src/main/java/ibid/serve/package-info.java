/** Shows a report and its local archive in a browser, on this machine alone. Uses archive.warc, document.markup, page, web and url; used from cli. */
@NullMarked
package ibid.serve;

import org.jspecify.annotations.NullMarked;
