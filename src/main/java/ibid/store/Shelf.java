package ibid.store;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The values of one kind in a store, by key. Safe for many threads. */
public final class Shelf<V> {
    private final Store store;
    private final String name;
    private final Codec<V> codec;

    Shelf(Store store, String name, Codec<V> codec) {
        this.store = store;
        this.name = name;
        this.codec = codec;
    }

    /** The value under the key; empty, too, where the store had to be given up. */
    public Optional<V> get(String key) {
        return store.get(name, key).map(Stamped::value).flatMap(codec::value);
    }

    /** The same where it was put no longer ago than {@code longest}: what others know changes. */
    public Optional<V> get(String key, Duration longest) {
        return store.get(name, key)
                .filter(stamped -> store.isWithin(longest, stamped))
                .map(Stamped::value)
                .flatMap(codec::value);
    }

    /** Puts a value; when this returns, it outlives the end of the process. One above the limit is not kept. */
    public void put(String key, V value) {
        store.put(name, key, codec.bytes(value));
    }

    public void remove(String key) {
        store.remove(name, key);
    }

    /** Every value in the order of the keys; what is put meanwhile may be missing. */
    public void forEach(BiConsumer<String, V> action) {
        store.forEach(name, (key, bytes) -> codec.value(bytes).ifPresent(value -> action.accept(key, value)));
    }
}
