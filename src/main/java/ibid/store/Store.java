package ibid.store;

import ibid.store.Journal.Entry;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Bytes under keys in a folder, kept between runs. Safe for many threads; of several processes the first has it. The
 * folder is made, and its files are opened, when something is first put or asked for: a run that remembers nothing pays
 * nothing.
 *
 * <p>Every put is in the {@link Journal} when it returns; from there it goes into the {@link Pages} in batches, and at
 * the latest when the store is closed or, after a kill, opened again. Nothing here throws for what goes wrong with the
 * disk: what a store cannot do any more it says once ({@link #problems}), and from there on it holds nothing.
 *
 * <p>Limits: 16 KiB a value and 2,048 characters a key, what is larger is not kept; 250,000 values a shelf, of which the tenth put longest ago goes
 * when there are more.
 */
public final class Store implements AutoCloseable {
    static final int LONGEST_VALUE = 1 << 14;
    static final int LONGEST_KEY = 1 << 11;

    private final Object lock = new Object();
    private final InstantSource clock;
    private final int batch;
    private final List<String> problems = new ArrayList<>();
    /** What is in the journal and not in the pages yet. */
    private final Map<String, Map<String, Optional<byte[]>>> pending = new HashMap<>();

    private int pendingCount;
    private Optional<StoreFolder> unopened;
    private Optional<Disk> disk = Optional.empty();

    /** Where an open store writes. */
    record Disk(Pages pages, Journal journal) {}

    Store(Optional<StoreFolder> folder, InstantSource clock, int batch) {
        this.unopened = folder;
        this.clock = clock;
        this.batch = batch;
    }

    /** The store of a folder, which is made where there is none; {@link #problems} says what came of it. */
    public static Store in(Path directory, InstantSource clock) {
        return new StoreFolder(directory, Journal::new, Limits.USUAL).store(clock);
    }

    /** A store that holds nothing and has no folder. */
    public static Store none() {
        return new Store(Optional.empty(), () -> Instant.EPOCH, 1);
    }

    /** Where to write; empty where that cannot be, or not any more. */
    private Optional<Disk> disk() {
        if (unopened.isPresent()) {
            var folder = unopened.get();
            unopened = Optional.empty();
            folder.open(this);
        }
        return disk;
    }

    /** Begins with what a process that was killed left in the journal. */
    void openOn(Disk opened, Path journal) throws IOException {
        synchronized (lock) {
            Journal.replay(journal, entry -> {
                take(entry);
                if (pendingCount >= batch) {
                    writePages(opened);
                }
            });
            settle(opened);
            disk = Optional.of(opened);
        }
    }

    void tell(String problem) {
        synchronized (lock) {
            problems.add(problem);
        }
    }

    public <V> Shelf<V> shelf(String name, Codec<V> codec) {
        return new Shelf<>(this, name, codec);
    }

    /** What went wrong so far, a sentence each. */
    public List<String> problems() {
        synchronized (lock) {
            return List.copyOf(problems);
        }
    }

    /** The value with the time at which it was put. */
    Optional<byte[]> get(String shelf, String key) {
        Pages pages;
        synchronized (lock) {
            if (disk().isEmpty()) {
                return Optional.empty();
            }
            var waiting = pending.getOrDefault(shelf, Map.of());
            if (waiting.containsKey(key)) {
                return waiting.getOrDefault(key, Optional.empty());
            }
            pages = disk.orElseThrow().pages();
        }
        try {
            return pages.get(shelf, key);
        } catch (RuntimeException damaged) {
            giveUp(damaged);
            return Optional.empty();
        }
    }

    /** Whether a value was put no longer ago than this, by a clock that may have been set back meanwhile. */
    boolean isWithin(Duration longest, byte[] stamped) {
        var age = clock.millis() - Stamped.time(stamped);
        return age >= 0 && age <= longest.toMillis();
    }

    void put(String shelf, String key, byte[] value) {
        if (value.length <= LONGEST_VALUE && key.length() <= LONGEST_KEY) {
            write(new Entry(shelf, key, Optional.of(Stamped.at(clock.instant(), value))));
        }
    }

    void remove(String shelf, String key) {
        if (get(shelf, key).isPresent()) {
            write(new Entry(shelf, key, Optional.empty()));
        }
    }

    private void write(Entry entry) {
        synchronized (lock) {
            if (disk().isEmpty()) {
                return;
            }
            try {
                disk.orElseThrow().journal().append(entry);
                take(entry);
                if (pendingCount >= batch) {
                    settle(disk.orElseThrow());
                }
            } catch (IOException | RuntimeException broken) {
                giveUp(broken);
            }
        }
    }

    private void take(Entry entry) {
        pending.computeIfAbsent(entry.shelf(), name -> new HashMap<>()).put(entry.key(), entry.value());
        pendingCount++;
    }

    /** Brings what was put into the pages; only then is the journal emptied. */
    private void settle(Disk open) throws IOException {
        writePages(open);
        open.journal().clear();
    }

    private void writePages(Disk open) {
        if (pendingCount > 0) {
            open.pages().write(pending);
            pending.clear();
            pendingCount = 0;
        }
    }

    void forEach(String shelf, BiConsumer<String, byte[]> action) {
        synchronized (lock) {
            if (disk().isEmpty()) {
                return;
            }
            try {
                settle(disk.orElseThrow());
                disk.orElseThrow().pages().forEach(shelf, (key, stamped) -> action.accept(key, Stamped.value(stamped)));
            } catch (IOException | RuntimeException broken) {
                giveUp(broken);
            }
        }
    }

    private void giveUp(Exception broken) {
        synchronized (lock) {
            if (disk.isPresent()) {
                problems.add("What is remembered between runs could not be read or written any more (" + reason(broken)
                        + "); the run went on without it.");
                shut(disk.get());
            }
        }
    }

    /** A disk that is full says so; what is wrong inside the pages is for nobody to read. */
    static String reason(Exception broken) {
        var reason = broken instanceof FileSystemException system ? system.getReason() : broken.getMessage();
        return broken instanceof IOException
                ? Optional.ofNullable(reason).orElse(broken.getClass().getSimpleName())
                : "the file is damaged or the disk is full";
    }

    private void shut(Disk open) {
        disk = Optional.empty();
        pending.clear();
        pendingCount = 0;
        open.pages().abandon();
        try {
            open.journal().close();
        } catch (IOException e) {
            // Every entry was handed to the system when it was put.
            return;
        }
    }

    /** Brings everything into the pages and lets others open the store. */
    @Override
    public void close() {
        synchronized (lock) {
            unopened = Optional.empty();
            if (disk.isEmpty()) {
                return;
            }
            try {
                settle(disk.get());
                disk.get().pages().close();
                disk.get().journal().close();
                disk = Optional.empty();
            } catch (IOException | RuntimeException broken) {
                giveUp(broken);
            }
        }
    }
}
