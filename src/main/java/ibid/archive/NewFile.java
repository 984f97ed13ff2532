package ibid.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that did not exist before, written from start to end; its last bytes can be taken back. */
class NewFile implements WritableByteChannel {
    private final RandomAccessFile file;
    private boolean open = true;

    /** @throws java.nio.file.FileAlreadyExistsException where something has that name */
    NewFile(Path path) throws IOException {
        Files.createFile(path);
        // Not a FileChannel: that one closes itself for good when a thread that writes is interrupted.
        file = new RandomAccessFile(path.toFile(), "rw");
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
        NewFile make(Path path) throws IOException;
    }
}
