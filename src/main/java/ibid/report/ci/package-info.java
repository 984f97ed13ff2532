/**
 * Renders a finished report in the formats of continuous integration services; uses report and all that it may use, used by cli.
 */
@NullMarked
package ibid.report.ci;

import org.jspecify.annotations.NullMarked;
