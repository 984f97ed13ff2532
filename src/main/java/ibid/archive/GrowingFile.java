package ibid.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is written at its end; its last bytes can be taken back. */
class GrowingFile implements WritableByteChannel {
    private final RandomAccessFile file;
    private boolean open = true;

    /** A new file.
     *
     * @throws java.nio.file.FileAlreadyExistsException where something has that name
     */
    GrowingFile(Path path) throws IOException {
        // Not a FileChannel: that one closes itself for good when a thread that writes is interrupted.
        this(new RandomAccessFile(Files.createFile(path).toFile(), "rw"));
    }

    private GrowingFile(RandomAccessFile file) throws IOException {
        this.file = file;
        file.seek(file.length());
    }

    /** A file that is there already, to go on with. */
    static GrowingFile at(Path path) throws IOException {
        return new GrowingFile(new RandomAccessFile(path.toFile(), "rw"));
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        var length = bytes.remaining();
        if (bytes.hasArray()) {
            file.write(bytes.array(), bytes.arrayOffset() + bytes.position(), length);
            bytes.position(bytes.limit());
        } else {
            var copy = new byte[length];
            bytes.get(copy);
            file.write(copy);
        }
        return length;
    }

    long size() throws IOException {
        return file.length();
    }

    /** Takes back what was written after the first {@code size} bytes. */
    void cutTo(long size) throws IOException {
        file.setLength(size);
        file.seek(size);
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() throws IOException {
        open = false;
        file.close();
    }

    /** How a new file is made. */
    interface Maker {
        GrowingFile make(Path path) throws IOException;
    }
}
