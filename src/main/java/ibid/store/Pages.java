package ibid.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;

/** The file of pages in which values are found by key; MVStore locks it against other processes. */
final class Pages {
    private static final int CACHE_MEGABYTES = 4;

    private final MVStore store;
    private final int most;
    private final Map<String, MVMap<String, byte[]>> maps = new HashMap<>();

    /** @throws org.h2.mvstore.MVStoreException where the file is locked or damaged */
    Pages(Path file, int most) {
        this.most = most;
        this.store = onAThreadOfItsOwn(() -> new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .cacheSize(CACHE_MEGABYTES)
                .open());
        // Every batch is forced to the disk before the next one begins, so no older state has to be held.
        store.setRetentionTime(0);
        store.setVersionsToKeep(0);
    }

    private MVMap<String, byte[]> map(String shelf) {
        synchronized (maps) {
            // Without these types MVStore would take Java objects out of whatever stands in the file.
            return maps.computeIfAbsent(
                    shelf,
                    name -> store.openMap(
                            name,
                            new MVMap.Builder<String, byte[]>()
                                    .keyType(StringDataType.INSTANCE)
                                    .valueType(ByteArrayDataType.INSTANCE)));
        }
    }

    Optional<byte[]> get(String shelf, String key) {
        return Optional.ofNullable(map(shelf).get(key));
    }

    void forEach(String shelf, BiConsumer<String, byte[]> action) {
        map(shelf).forEach(action);
    }

    /** Puts and removes all of these and forces them to the disk. */
    void write(Map<String, Map<String, Optional<byte[]>>> changes) {
        var unused = onAThreadOfItsOwn(() -> {
            changes.forEach((shelf, values) -> {
                var map = map(shelf);
                new TreeMap<>(values).forEach((key, value) -> change(map, key, value));
                prune(map);
            });
            store.commit();
            store.sync();
            return store;
        });
    }

    private static void change(MVMap<String, byte[]> map, String key, Optional<byte[]> value) {
        if (value.isPresent()) {
            map.put(key, value.get());
        } else {
            map.remove(key);
        }
    }

    private void prune(MVMap<String, byte[]> map) {
        if (map.sizeAsLong() <= most) {
            return;
        }
        var times = map.values().stream().mapToLong(Stamped::time).toArray();
        Arrays.sort(times);
        var tooMany = times.length - (most - most / 10);
        var youngest = times[tooMany - 1];
        var old = new ArrayList<String>();
        map.forEach((key, value) -> {
            if (Stamped.time(value) <= youngest && old.size() < tooMany) {
                old.add(key);
            }
        });
        old.forEach(map::remove);
    }

    /** A thread that is interrupted while it opens or writes closes the file for all; the run's own threads may be. */
    private static <T> T onAThreadOfItsOwn(Supplier<T> work) {
        var done = new CompletableFuture<T>();
        var thread = new Thread(
                () -> {
                    try {
                        done.complete(work.get());
                    } catch (RuntimeException | Error broken) {
                        done.completeExceptionally(broken);
                    }
                },
                "ibid-store");
        thread.setDaemon(true);
        thread.start();
        try {
            return done.join();
        } catch (CompletionException broken) {
            throw broken.getCause() instanceof RuntimeException cause ? cause : broken;
        }
    }

    void close() {
        var unused = onAThreadOfItsOwn(() -> {
            store.close();
            return store;
        });
    }

    /** Lets go of the file without writing to it. */
    void abandon() {
        store.closeImmediately();
    }
}
