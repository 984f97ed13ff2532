package ibid.web;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Asks each thing once, and answers the same to all who ask. Safe for many threads.
 *
 * <p>Nothing is asked within the map itself: a host that is given up answers all who wait at once, and those may ask here
 * again.
 */
public final class Once<K, V> {
    private final Map<K, CompletableFuture<V>> asked = new ConcurrentHashMap<>();

    /** What is known of a key, or will be; {@code ask} is run only by the first who asks, on its thread. */
    public CompletableFuture<V> of(K key, Supplier<CompletableFuture<V>> ask) {
        var fresh = new CompletableFuture<V>();
        var known = asked.putIfAbsent(key, fresh);
        if (known != null) {
            return known;
        }
        var unused = ask.get().whenComplete((value, fault) -> {
            if (fault == null) {
                fresh.complete(value);
            } else {
                fresh.completeExceptionally(fault);
            }
        });
        return fresh;
    }
}
