/** Measures how fast Ibid reads, against the libraries that it reads with. */
@NullMarked
package ibid.bench;

import org.jspecify.annotations.NullMarked;
