package ibid.store;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What was put since the store was last written, an entry a write: once the system has the bytes, the end of this process
 * loses none of them.
 *
 * <p>An entry is its length, the CRC-32 of its bytes, and the bytes: shelf, key, and the value where there is one. The
 * first entry that is not whole ends the journal: it was being written when the process was killed.
 */
class Journal implements Closeable {
    private static final int LONGEST_ENTRY = 1 << 15;

    private final RandomAccessFile file;

    /** Not a FileChannel: that one closes itself for good when a thread that writes is interrupted. */
    Journal(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
    }

    /** Makes journals; a test makes one whose disk is full. */
    interface Maker {
        Journal make(Path path) throws IOException;
    }

    /** @param value empty where the key was removed */
    record Entry(String shelf, String key, Optional<byte[]> value) {}

    interface Sink {
        void take(Entry entry);
    }

    void append(Entry entry) throws IOException {
        var payload = payload(entry);
        var whole = new ByteArrayOutputStream(payload.length + 2 * Integer.BYTES);
        var out = new DataOutputStream(whole);
        out.writeInt(payload.length);
        out.writeInt(checksum(payload));
        out.write(payload);
        file.write(whole.toByteArray());
    }

    private static byte[] payload(Entry entry) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(entry.shelf());
            out.writeUTF(entry.key());
            out.writeBoolean(entry.value().isPresent());
            if (entry.value().isPresent()) {
                out.write(entry.value().get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static int checksum(byte[] payload) {
        var crc = new CRC32();
        crc.update(payload);
        return (int) crc.getValue();
    }

    /** Hands on every whole entry of the file in its order. */
    static void replay(Path path, Sink sink) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (var in = new DataInputStream(new BufferedInputStream(new FileInputStream(path.toFile())))) {
            for (var next = read(in); next.isPresent(); next = read(in)) {
                sink.take(next.get());
            }
        }
    }

    private static Optional<Entry> read(DataInputStream in) throws IOException {
        try {
            var length = in.readInt();
            var checksum = in.readInt();
            if (length < 0 || length > LONGEST_ENTRY) {
                return Optional.empty();
            }
            var payload = in.readNBytes(length);
            return payload.length == length && checksum(payload) == checksum
                    ? Optional.of(entry(new ByteArrayInputStream(payload)))
                    : Optional.empty();
        } catch (EOFException end) {
            return Optional.empty();
        }
    }

    private static Entry entry(InputStream payload) throws IOException {
        var in = new DataInputStream(payload);
        var shelf = in.readUTF();
        var key = in.readUTF();
        return new Entry(shelf, key, in.readBoolean() ? Optional.of(in.readAllBytes()) : Optional.empty());
    }

    /** Forgets all entries, once they are in the store itself. */
    void clear() throws IOException {
        file.setLength(0);
        file.seek(0);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
