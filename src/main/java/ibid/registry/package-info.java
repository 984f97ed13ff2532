/**
 * What the open registers of identifiers say: whether one was given out, where it leads, which work it names and whether that was
 * withdrawn; uses web, identifier and url, used from resolution upward.
 */
@NullMarked
package ibid.registry;

import org.jspecify.annotations.NullMarked;
