package ibid.archive.wacz;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP file whose entries are all stored as they are, with one time for all, so that equal contents give equal bytes
 * whatever the time, its zone and the version of the compressor are.
 */
final class StoredZip implements Closeable {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final List<Resource> resources = new ArrayList<>();

    StoredZip(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** An entry, as the package's description lists it. */
    record Resource(String path, String hash, long bytes) {}

    /** Writes the same bytes each time it is asked. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static Content of(byte[] bytes) {
        return out -> out.write(bytes);
    }

    /** The first bytes of a file. */
    static Content of(Path file, long length) {
        return out -> {
            try (var in = Files.newInputStream(file)) {
                copy(in, out, length);
            }
        };
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        var buffer = new byte[1 << 16];
        for (var left = length; left > 0; ) {
            var count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new IOException("a file of the archive became shorter while it was read");
            }
            out.write(buffer, 0, count);
            left -= count;
        }
    }

    /** Adds an entry; its content is written twice, for check sum and length stand before it. */
    Resource add(String path, Content content) throws IOException {
        var hash = sha256();
        var sum = new CRC32();
        var measured = new Measured(new DigestOutputStream(OutputStream.nullOutputStream(), hash));
        try (var checked = new CheckedOutputStream(measured, sum)) {
            content.writeTo(checked);
        }
        var entry = new ZipEntry(path);
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(NO_TIME);
        entry.setSize(measured.bytes);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        content.writeTo(zip);
        zip.closeEntry();
        var resource = new Resource(path, "sha256:" + HexFormat.of().formatHex(hash.digest()), measured.bytes);
        resources.add(resource);
        return resource;
    }

    /** What was added so far. */
    List<Resource> resources() {
        return List.copyOf(resources);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Measured extends FilterOutputStream {
        private long bytes;

        Measured(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            out.write(from, offset, length);
            bytes += length;
        }
    }
}
