package ibid.registry;

import ibid.identifier.Identifier;
import java.util.concurrent.CompletableFuture;

/** A register of identifiers. Futures never fail: who cannot be asked could not tell. */
interface Register {

    /** Whether an identifier was given out. */
    CompletableFuture<Registration> registration(Identifier id);
}
