/** What the HTML page and the terminal show, ready for a template: words, order and harmless text; used from report alone. */
@NullMarked
package ibid.report.view;

import org.jspecify.annotations.NullMarked;
