package ibid.recovery;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Asks each thing once.
 *
 * <p>Nothing is asked within the map itself: an archive that is given up answers all who wait at once, and those may ask
 * here again.
 */
final class Once<K, V> {
    private final Map<K, CompletableFuture<V>> asked = new ConcurrentHashMap<>();

    CompletableFuture<V> of(K key, Supplier<CompletableFuture<V>> ask) {
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
