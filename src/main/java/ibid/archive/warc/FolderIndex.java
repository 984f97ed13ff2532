package ibid.archive.warc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The index of a folder, for whoever adds captures to it. Not thread-safe.
 *
 * <p>What was added is in memory until there are {@value #MOST_HELD} of them, then in the file. A run that is killed before
 * loses nothing: what the index lacks is found in the WARC files.
 */
public final class FolderIndex {
    private static final int MOST_HELD = 5_000;

    private final Path directory;
    private final List<IndexedCapture> held = new ArrayList<>();

    public FolderIndex(Path directory) {
        this.directory = directory;
    }

    /** Adds a capture whose records are in their file. */
    public void add(IndexedCapture capture) throws IOException {
        held.add(capture);
        if (held.size() >= MOST_HELD) {
            write();
        }
    }

    /** Writes what was added since the last time, if anything was. */
    public void write() throws IOException {
        if (!held.isEmpty()) {
            new SortedIndex(directory.resolve(KeptCaptures.INDEX))
                    .merge(held, name -> Files.isRegularFile(directory.resolve(name)));
            held.clear();
        }
    }
}
