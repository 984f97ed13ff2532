package ibid.registry;

import ibid.identifier.Identifier;
import java.util.concurrent.CompletableFuture;

/** A register whose one answer says all that it knows of an identifier. Futures never fail: who cannot be asked could not tell. */
interface Register {

    /** Asks; whoever calls sees to it that an identifier is asked once. */
    CompletableFuture<Entry> entry(Identifier id);
}
