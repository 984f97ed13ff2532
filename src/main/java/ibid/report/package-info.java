/**
 * Renders a finished report to JSON, HTML and text; uses finding and all below, used by scan and cli.
 */
@NullMarked
package ibid.report;

import org.jspecify.annotations.NullMarked;
