package ibid.archive.warc;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * One gzip member (RFC 1952), decompressed and checked.
 *
 * <p>The platform's stream goes on into the next member and reads further than it says; here it matters to the byte where
 * a member ends, and whether it does.
 */
final class GzipMember extends InputStream {
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int HEADER_CRC = 2;

    private final FileSlice file;
    private final byte[] buffer = new byte[1 << 14];
    private final byte[] single = new byte[1];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private long position;
    private int at;
    private int filled;
    private long bytes;
    private boolean ended;

    /** @throws IOException where no member begins at the offset */
    GzipMember(FileSlice file, long offset) throws IOException {
        this.file = file;
        this.position = offset;
        readHeader();
    }

    private void readHeader() throws IOException {
        if (next() != 0x1F || next() != 0x8B || next() != 8) {
            throw new IOException("no gzip member begins here");
        }
        var flags = next();
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        for (var text = flags & (NAME | COMMENT); text != 0; text &= text - 1) {
            while (next() != 0) {
                // Name and comment end with a zero byte.
            }
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
    }

    private void skip(int count) throws IOException {
        for (var i = 0; i < count; i++) {
            next();
        }
    }

    private int next() throws IOException {
        if (at == filled) {
            fill();
        }
        return buffer[at++] & 0xFF;
    }

    private void fill() throws IOException {
        filled = Math.max(0, file.read(position, buffer));
        at = 0;
        position += filled;
        if (filled == 0) {
            throw new EOFException("the file ends within a record");
        }
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0 || ended) {
            return ended ? -1 : 0;
        }
        try {
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    if (at == filled) {
                        fill();
                    }
                    inflater.setInput(buffer, at, filled - at);
                }
                var count = inflater.inflate(into, offset, length);
                at = filled - inflater.getRemaining();
                if (count > 0) {
                    crc.update(into, offset, count);
                    bytes += count;
                    return count;
                }
                if (inflater.needsDictionary()) {
                    throw new IOException("the compressed bytes are damaged");
                }
            }
        } catch (DataFormatException e) {
            throw new IOException("the compressed bytes are damaged", e);
        }
        readTrailer();
        return -1;
    }

    private void readTrailer() throws IOException {
        ended = true;
        if (number() != crc.getValue() || number() != (bytes & 0xFFFF_FFFFL)) {
            throw new IOException("the check sum of the compressed bytes is wrong");
        }
    }

    private long number() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    /** Reads what is left of the member; the offset of the first byte behind it. */
    long end() throws IOException {
        var rest = new byte[1 << 13];
        while (read(rest, 0, rest.length) >= 0) {
            // Only where it ends is of interest.
        }
        return position - (filled - at);
    }

    @Override
    public void close() {
        inflater.end();
    }
}
