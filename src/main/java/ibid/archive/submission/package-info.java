/**
 * Has public archives keep what is cited, where the user asks for it; uses archive, web, store and url, used from scan and
 * report.
 */
@NullMarked
package ibid.archive.submission;

import org.jspecify.annotations.NullMarked;
