package ibid.archive.warc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The index of a folder, for whoever adds captures to it. Not thread-safe.
 *
 * <p>What was added is in memory until there are {@value #MOST_HELD} of them, then in the file. A run that is killed before
 * loses nothing: what the index lacks is found in the WARC files.
 */
public final class FolderIndex {
    private static final int MOST_HELD = 5_000;

    private final Path directory;
    private final SortedIndex index;
    private final Map<String, Long> reach;
    private final Set<String> stale = new HashSet<>();
    private final List<IndexedCapture> held = new ArrayList<>();

    /** The index as it is; one that cannot be read is none. */
    public FolderIndex(Path directory) throws IOException {
        this.directory = directory;
        this.index = new SortedIndex(directory.resolve(KeptCaptures.INDEX));
        this.reach = index.reach();
    }

    /** Names of the folder's WARC files, the oldest of ours first. */
    public List<String> files() throws IOException {
        return KeptCaptures.files(directory).keySet().stream().sorted().toList();
    }

    /** Up to which byte the index knows a file of this length; of one that was longer once it is to know nothing. */
    public long reach(String name, long length) {
        var known = reach.getOrDefault(name, 0L);
        if (known > length) {
            stale.add(name);
            return 0;
        }
        return known;
    }

    /** Adds a capture whose records are in their file. */
    public void add(IndexedCapture capture) throws IOException {
        held.add(capture);
        if (held.size() >= MOST_HELD) {
            write();
        }
    }

    /** All captures, those that were just added last. */
    public void forEach(Consumer<IndexedCapture> use) throws IOException {
        index.forEach(capture -> {
            if (!stale.contains(capture.file())) {
                use.accept(capture);
            }
        });
        held.forEach(use);
    }

    /** Writes what was added since the last time, if anything was. */
    public void write() throws IOException {
        if (!held.isEmpty()) {
            var files = KeptCaptures.files(directory);
            index.merge(
                    held,
                    capture ->
                            !stale.contains(capture.file()) && capture.end() <= files.getOrDefault(capture.file(), 0L));
            stale.clear();
            held.clear();
        }
    }
}
