package ibid.archive.wacz;

import static java.nio.charset.StandardCharsets.UTF_8;

import ibid.archive.warc.FileSlice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The central directory of a ZIP file (APPNOTE 6.3.10 sections 4.3.7 to 4.3.16): where the bytes of each entry lie, which the
 * platform's reader keeps to itself, and whether they are stored.
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_BYTES = 22;
    private static final int LOCATOR_BYTES = 20;
    private static final int ENTRY_BYTES = 46;
    private static final int LOCAL_BYTES = 30;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int MOST_ENTRIES = 200_000;
    private static final long SEE_EXTRA = 0xFFFF_FFFFL;

    private final FileSlice file;

    private ZipDirectory(FileSlice file) {
        this.file = file;
    }

    /**
     * One entry.
     *
     * @param start offset of its first byte in the file
     * @param bytes that it takes in the file
     */
    record Entry(String name, boolean stored, long start, long bytes) {}

    /** @throws IOException where the file is no ZIP file, or a damaged one; the message says so */
    static List<Entry> read(Path path) throws IOException {
        try (var file = FileSlice.of(path)) {
            return new ZipDirectory(file).entries();
        }
    }

    private List<Entry> entries() throws IOException {
        var end = end();
        var at = end[0];
        var entries = new ArrayList<Entry>();
        for (var i = 0L; i < end[1]; i++) {
            var fixed = bytes(at, ENTRY_BYTES);
            if (fixed.getInt(0) != ENTRY || i >= MOST_ENTRIES) {
                throw new IOException("its ZIP directory is damaged");
            }
            var nameLength = fixed.getShort(28) & 0xFFFF;
            var extraLength = fixed.getShort(30) & 0xFFFF;
            entries.add(entry(fixed, at, nameLength, extraLength));
            at += ENTRY_BYTES + nameLength + extraLength + (fixed.getShort(32) & 0xFFFF);
        }
        return entries;
    }

    private Entry entry(ByteBuffer fixed, long at, int nameLength, int extraLength) throws IOException {
        var name = new String(bytes(at + ENTRY_BYTES, nameLength).array(), UTF_8);
        var size = fixed.getInt(20) & SEE_EXTRA;
        var header = fixed.getInt(42) & SEE_EXTRA;
        var extra = bytes(at + ENTRY_BYTES + nameLength, extraLength);
        while (extra.remaining() >= 4) {
            var id = extra.getShort();
            var length = Math.min(extra.getShort() & 0xFFFF, extra.remaining());
            var field = extra.slice(extra.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            extra.position(extra.position() + length);
            if (id == 1) {
                // Only what does not fit in its own field stands here, in this order: plain length, length, offset.
                if ((fixed.getInt(24) & SEE_EXTRA) == SEE_EXTRA && field.remaining() >= 8) {
                    field.getLong();
                }
                size = size == SEE_EXTRA && field.remaining() >= 8 ? field.getLong() : size;
                header = header == SEE_EXTRA && field.remaining() >= 8 ? field.getLong() : header;
            }
        }
        var local = bytes(header, LOCAL_BYTES);
        if (local.getInt(0) != LOCAL) {
            throw new IOException("its ZIP directory names a place of " + name + " where it is not");
        }
        var start = header + LOCAL_BYTES + (local.getShort(26) & 0xFFFF) + (local.getShort(28) & 0xFFFF);
        return new Entry(name, fixed.getShort(10) == 0 && local.getShort(8) == 0, start, size);
    }

    /** Where the directory begins, and how many entries it has. */
    private long[] end() throws IOException {
        for (var at = file.length() - END_BYTES; at >= 0 && at >= file.length() - END_BYTES - LONGEST_COMMENT; at--) {
            var end = bytes(at, END_BYTES);
            if (end.getInt(0) == END && (end.getShort(20) & 0xFFFF) == file.length() - at - END_BYTES) {
                return end64(at, new long[] {end.getInt(16) & SEE_EXTRA, end.getShort(10) & 0xFFFF});
            }
        }
        throw new IOException("it is no whole ZIP file");
    }

    private long[] end64(long end, long[] small) throws IOException {
        if (end < LOCATOR_BYTES) {
            return small;
        }
        var locator = bytes(end - LOCATOR_BYTES, LOCATOR_BYTES);
        if (locator.getInt(0) != LOCATOR_64) {
            return small;
        }
        var large = bytes(locator.getLong(8), 56);
        if (large.getInt(0) != END_64) {
            throw new IOException("its ZIP directory is damaged");
        }
        return new long[] {large.getLong(48), large.getLong(32)};
    }

    private ByteBuffer bytes(long offset, int count) throws IOException {
        var bytes = new byte[count];
        if (count > 0 && (offset < 0 || offset > file.length() - count || file.read(offset, bytes) < count)) {
            throw new IOException("its ZIP directory is damaged");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
