/**
 * The command line: commands, console, progress and exit codes. The only package that touches System; nothing uses it.
 */
@NullMarked
package ibid.cli;

import org.jspecify.annotations.NullMarked;
