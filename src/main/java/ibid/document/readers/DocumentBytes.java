package ibid.document.readers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The bytes of one input, as many as may be read. */
final class DocumentBytes {
    private static final int CHUNK = 1 << 16;

    private final byte[] read;
    private final long total;
    private final String sha256;

    private DocumentBytes(byte[] read, long total, String sha256) {
        this.read = read;
        this.total = total;
        this.sha256 = sha256;
    }

    /** The bytes that may be read; not to be changed. */
    byte[] read() {
        return read;
    }

    /** How many bytes there are on disk, the unread ones included. */
    long total() {
        return total;
    }

    /** Lower-case hex digest of all of them; empty where none was asked for. */
    String sha256() {
        return sha256;
    }

    boolean isCut() {
        return total > read.length;
    }

    /** Reads at most {@code max} bytes, and the rest only to count and digest it. */
    static DocumentBytes of(InputStream in, long max, boolean isDigested) throws IOException {
        var limit = (int) Math.min(max, Integer.MAX_VALUE - 16);
        var available = in.available();
        var bytes = new byte[Math.min(limit, available > 0 ? available : CHUNK)];
        var length = in.readNBytes(bytes, 0, bytes.length);
        // What says how much it holds mostly says so truly: one byte more decides, and nothing is copied.
        for (var next = nextByte(in, length, limit); next >= 0; next = nextByte(in, length, limit)) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(limit, bytes.length * 2L));
            }
            bytes[length++] = (byte) next;
            length += in.readNBytes(bytes, length, bytes.length - length);
        }
        var read = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        if (!isDigested) {
            return new DocumentBytes(
                    read, length == limit ? length + in.transferTo(OutputStream.nullOutputStream()) : length, "");
        }
        var digest = newSha256();
        digest.update(read);
        var total = length == limit ? length + digestRest(in, digest) : length;
        return new DocumentBytes(read, total, HexFormat.of().formatHex(digest.digest()));
    }

    private static int nextByte(InputStream in, int length, int limit) throws IOException {
        return length < limit ? in.read() : -1;
    }

    private static long digestRest(InputStream in, MessageDigest digest) throws IOException {
        var chunk = new byte[CHUNK];
        var total = 0L;
        for (var count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            digest.update(chunk, 0, count);
            total += count;
        }
        return total;
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
