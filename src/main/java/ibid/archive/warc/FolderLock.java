package ibid.archive.warc;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who may do what in a folder to which several runs add captures at a time.
 *
 * <p>One of them may go on with files that are there; and it may mend them only while nobody else writes, for a record that
 * is just being written looks torn. Where the file system knows no locks, nobody may.
 */
public final class FolderLock implements Closeable {
    private static final String NAME = ".lock";

    /** Held by the one that may go on with files. */
    private static final long GOING_ON = 0;

    /** Held by all that write, and by one alone that mends. */
    private static final long WRITING = 1;

    private final RandomAccessFile file;
    private final boolean owner;
    private Optional<FileLock> mending = Optional.empty();

    private FolderLock(RandomAccessFile file) {
        this.file = file;
        this.owner = free(GOING_ON).isPresent();
        if (owner) {
            mending = free(WRITING);
        }
        if (mending.isEmpty()) {
            write();
        }
    }

    /** Takes what is free; waits at most for another one's mending. */
    public static FolderLock take(Path directory) throws IOException {
        return new FolderLock(new RandomAccessFile(directory.resolve(NAME).toFile(), "rw"));
    }

    private Optional<FileLock> free(long position) {
        try {
            return Optional.ofNullable(file.getChannel().tryLock(position, 1, false));
        } catch (IOException | OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    private void write() {
        try {
            var held = file.getChannel().lock(WRITING, 1, true);
            assert held.isShared() : "two may write";
        } catch (IOException | OverlappingFileLockException e) {
            // No lock can be had here: nothing is mended then, and whoever writes begins a file of its own.
            mending = Optional.empty();
        }
    }

    /** Whether files that are there may be gone on with. */
    public boolean isOwner() {
        return owner;
    }

    /** Whether nobody else writes in the folder, so that what looks torn is torn. */
    public boolean mayMend() {
        return mending.isPresent();
    }

    /** Nothing is mended any more, and others may write. */
    public void mended() throws IOException {
        if (mending.isPresent()) {
            mending.get().release();
            mending = Optional.empty();
            write();
        }
    }

    /** Lets all of it go. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
