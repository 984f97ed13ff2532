package ibid.archive.warc;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * A part of a file, read from any place: a WARC file, or one that lies stored in a ZIP file.
 *
 * <p>Not a channel: those close themselves for good when a thread that reads is interrupted. Not thread-safe.
 */
public final class FileSlice implements Closeable {
    private final RandomAccessFile file;
    private final long start;
    private final long length;

    private FileSlice(RandomAccessFile file, long start, long length) {
        this.file = file;
        this.start = start;
        this.length = length;
    }

    /** All of a file, as long as it is now. */
    public static FileSlice of(Path path) throws IOException {
        var file = new RandomAccessFile(path.toFile(), "r");
        return new FileSlice(file, 0, file.length());
    }

    /**
     * A part of a file.
     *
     * @throws IOException where the file does not reach that far
     */
    public static FileSlice of(Path path, long start, long length) throws IOException {
        var file = new RandomAccessFile(path.toFile(), "r");
        if (start < 0 || length < 0 || start > file.length() - length) {
            file.close();
            throw new IOException("the file ends before byte " + (start + length));
        }
        return new FileSlice(file, start, length);
    }

    public long length() {
        return length;
    }

    /** Reads up to {@code into.length} bytes at an offset; -1 at the end. */
    public int read(long offset, byte[] into) throws IOException {
        if (offset >= length) {
            return -1;
        }
        file.seek(start + offset);
        return file.read(into, 0, (int) Math.min(into.length, length - offset));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
