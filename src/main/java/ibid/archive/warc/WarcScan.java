package ibid.archive.warc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;

/**
 * Goes over the records of a file.
 *
 * @param soundEnd offset behind the last sound record
 * @param damage what is not sound, in the order of the file
 */
public record WarcScan(long soundEnd, List<Damage> damage) {
    private static final byte[] MAGIC = {0x1F, (byte) 0x8B, 8};

    private static final int WINDOW = 1 << 16;

    /**
     * Bytes that are no sound record.
     *
     * @param end of the file, or where the next sound record begins
     */
    public record Damage(long offset, long end, String why) {

        /** Such as {@code bytes 120-340 are no whole record: the file ends within a record}. */
        public String text() {
            return "bytes " + offset + "-" + (end - 1) + " are no whole record: " + why;
        }
    }

    /** Takes the captures that were found. */
    public interface Sink {
        void add(IndexedCapture capture) throws IOException;
    }

    public WarcScan {
        damage = List.copyOf(damage);
    }

    /** Whether the file ends with something else than a whole record, as after a crash. */
    public boolean isTorn(FileSlice file) {
        return soundEnd < file.length();
    }

    /** Where it goes on behind bytes that are no record; the end of what is sound where none are known to begin there. */
    public long behind(long offset) {
        return damage.stream()
                .filter(part -> part.offset() == offset)
                .mapToLong(Damage::end)
                .findFirst()
                .orElse(soundEnd);
    }

    /** Reads all records from an offset on, and says which captures there are. */
    public static WarcScan from(long offset, FileSlice file, String name, Sink found) throws IOException {
        var damage = new ArrayList<Damage>();
        var soundEnd = offset;
        for (var at = offset; at < file.length(); ) {
            try {
                var record = RecordAt.read(file, at, WarcScan::described);
                if (record.value().isPresent()) {
                    found.add(record.value().get().in(name, record.offset(), record.length()));
                }
                at = record.end();
                soundEnd = at;
            } catch (IOException e) {
                var next = nextSound(file, at + 1);
                damage.add(
                        new Damage(at, next, Optional.ofNullable(e.getMessage()).orElse("it cannot be read")));
                at = next;
            }
        }
        return new WarcScan(soundEnd, damage);
    }

    /** Where the next sound record begins; the length of the file where there is none. */
    private static long nextSound(FileSlice file, long from) throws IOException {
        var window = new byte[WINDOW];
        for (var at = from; at < file.length(); at += WINDOW - MAGIC.length + 1) {
            var count = file.read(at, window);
            for (var i = 0; i <= count - MAGIC.length; i++) {
                if (window[i] == MAGIC[0]
                        && window[i + 1] == MAGIC[1]
                        && window[i + 2] == MAGIC[2]
                        && isSound(file, at + i)) {
                    return at + i;
                }
            }
        }
        return file.length();
    }

    private static boolean isSound(FileSlice file, long offset) {
        try {
            RecordAt.read(file, offset, WarcScan::described);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What the index says of a record, without where it stands; empty where the index has no line for it. */
    private static Optional<IndexedCapture> described(WarcRecord record) throws IOException {
        if (record instanceof WarcResponse response) {
            return Optional.of(described(response, response.http()));
        }
        return record instanceof WarcRevisit revisit
                ? Optional.of(described(revisit, revisit.http()).asRevisit())
                : Optional.empty();
    }

    private static IndexedCapture described(WarcCaptureRecord record, HttpResponse http) {
        var digest = record.headers().first("WARC-Payload-Digest").orElse("");
        var mediaType = http.headers().first("Content-Type");
        return IndexedCapture.of(record.target(), record.date(), mediaType, http.status(), digest);
    }
}
