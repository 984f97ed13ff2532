package ibid.document.office;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a zip file lists (APPNOTE.TXT sections 4.3.7 to 4.3.16), read from its bytes in memory: by its central directory, or,
 * where that is lost, by the headers before the entries.
 */
final class ZipDirectory {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;

    private final ByteBuffer zip;
    private final int most;
    private final List<Entry> entries = new ArrayList<>();
    private boolean isWhole;
    private boolean hasMore;

    private ZipDirectory(byte[] bytes, int most) {
        this.zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.most = most;
    }

    /**
     * One packed file.
     *
     * @param method 0 stored, 8 deflated
     * @param start of its packed bytes
     * @param length of its packed bytes as far as is said; what the file may be believed to hold ends at its own end
     */
    record Entry(String name, int method, boolean isEncrypted, int start, int length) {}

    static ZipDirectory of(byte[] bytes, int most) {
        var directory = new ZipDirectory(bytes, most);
        directory.isWhole = directory.readCentral();
        if (!directory.isWhole) {
            directory.entries.clear();
            directory.hasMore = false;
            directory.searchLocal();
        }
        return directory;
    }

    List<Entry> entries() {
        return entries;
    }

    /** Whether the central directory is there: without it the file was cut. */
    boolean isWhole() {
        return isWhole;
    }

    /** Whether there are more entries than were to be listed. */
    boolean hasMore() {
        return hasMore;
    }

    private boolean readCentral() {
        var end = end();
        if (end < 0) {
            return false;
        }
        long size = zip.getInt(end + 12) & 0xFFFFFFFFL;
        long count = zip.getShort(end + 10) & 0xFFFF;
        // Bytes may have been put before the file, which shifts what it says of itself.
        var at = end - size;
        var shift = at - (zip.getInt(end + 16) & 0xFFFFFFFFL);
        if (at < 0 || shift < 0) {
            return false;
        }
        for (var i = 0L; i < count; i++) {
            if (at + CENTRAL_LENGTH > end || zip.getInt((int) at) != CENTRAL) {
                return false;
            }
            if (entries.size() >= most) {
                hasMore = true;
                return true;
            }
            at = readCentral((int) at, shift);
        }
        return true;
    }

    private int end() {
        for (var at = zip.limit() - END_LENGTH; at >= 0 && at >= zip.limit() - END_LENGTH - 0xFFFF; at--) {
            if (zip.getInt(at) == END) {
                return at;
            }
        }
        return -1;
    }

    private long readCentral(int at, long shift) {
        var nameLength = zip.getShort(at + 28) & 0xFFFF;
        var next = (long) at
                + CENTRAL_LENGTH
                + nameLength
                + (zip.getShort(at + 30) & 0xFFFF)
                + (zip.getShort(at + 32) & 0xFFFF);
        var local = (zip.getInt(at + 42) & 0xFFFFFFFFL) + shift;
        if (at + CENTRAL_LENGTH + nameLength <= zip.limit()
                && local + LOCAL_LENGTH <= zip.limit()
                && zip.getInt((int) local) == LOCAL) {
            add((int) local, name(at + CENTRAL_LENGTH, nameLength), zip.getShort(at + 10), zip.getInt(at + 20));
        }
        return next;
    }

    private void searchLocal() {
        for (var at = 0; at + LOCAL_LENGTH <= zip.limit(); at++) {
            if (zip.getInt(at) != LOCAL) {
                continue;
            }
            var nameLength = zip.getShort(at + 26) & 0xFFFF;
            if (at + LOCAL_LENGTH + nameLength > zip.limit()) {
                return;
            }
            if (entries.size() >= most) {
                hasMore = true;
                return;
            }
            add(at, name(at + LOCAL_LENGTH, nameLength), zip.getShort(at + 8), zip.getInt(at + 18));
        }
    }

    private void add(int local, String name, int method, int packed) {
        var start =
                (long) local + LOCAL_LENGTH + (zip.getShort(local + 26) & 0xFFFF) + (zip.getShort(local + 28) & 0xFFFF);
        if (start <= zip.limit() && !name.endsWith("/")) {
            var left = zip.limit() - (int) start;
            var length = method == 0 && packed >= 0 ? Math.min(packed, left) : left;
            var isEncrypted = (zip.getShort(local + 6) & 1) != 0;
            entries.add(new Entry(name, method, isEncrypted, (int) start, length));
        }
    }

    private String name(int at, int length) {
        return new String(zip.array(), at, length, StandardCharsets.UTF_8).replace('\\', '/');
    }
}
