package ibid.archive.warc;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * Where the payloads of a folder stand, by digest, in 32 to 64 bytes of memory each. Not thread-safe.
 *
 * <p>It holds the beginning of each digest, which is but a hint: what is found is read from its file before it counts.
 */
public final class PayloadPlaces {
    private static final String PREFIX = "sha256:";

    private static final int HINT_DIGITS = 16;

    /** Files have at most this many bits of length; what is longer is not remembered. */
    private static final int OFFSET_BITS = 40;

    private static final long FREE = -1;

    private final Path directory;
    private final List<String> files = new ArrayList<>();
    private long[] hints = new long[1 << 8];
    private long[] places = free(1 << 8);
    private int count;

    public PayloadPlaces(Path directory) {
        this.directory = directory;
    }

    /** A record that has the payload whole. */
    public record Original(URI id, String url, Instant at) {}

    private static long[] free(int size) {
        var places = new long[size];
        Arrays.fill(places, FREE);
        return places;
    }

    /** Remembers where a payload stands; the first place counts. */
    public void add(IndexedCapture capture) {
        if (!capture.isRevisit() && isKnownForm(capture.digest()) && capture.offset() < 1L << OFFSET_BITS) {
            if (count > hints.length / 2) {
                grow();
            }
            put(hint(capture.digest()), (long) file(capture.file()) << OFFSET_BITS | capture.offset());
        }
    }

    private int file(String name) {
        // Captures come file after file for the most part, so that the last is looked at first.
        var known = files.lastIndexOf(name);
        if (known >= 0) {
            return known;
        }
        files.add(name);
        return files.size() - 1;
    }

    private void put(long hint, long place) {
        var at = slot(hint);
        if (places[at] == FREE) {
            hints[at] = hint;
            places[at] = place;
            count++;
        }
    }

    private int slot(long hint) {
        var at = (int) hint & (hints.length - 1);
        while (places[at] != FREE && hints[at] != hint) {
            at = (at + 1) & (hints.length - 1);
        }
        return at;
    }

    private void grow() {
        var oldHints = hints;
        var oldPlaces = places;
        hints = new long[oldHints.length * 2];
        places = free(hints.length);
        count = 0;
        for (var i = 0; i < oldHints.length; i++) {
            if (oldPlaces[i] != FREE) {
                put(oldHints[i], oldPlaces[i]);
            }
        }
    }

    private static boolean isKnownForm(String digest) {
        return digest.matches(PREFIX + "[0-9a-f]{64}");
    }

    private static long hint(String digest) {
        return HexFormat.fromHexDigitsToLong(digest, PREFIX.length(), PREFIX.length() + HINT_DIGITS);
    }

    /** The whole payload with that digest; empty where none is there that can be read. */
    public Optional<Original> find(String digest) {
        if (!isKnownForm(digest)) {
            return Optional.empty();
        }
        var place = places[slot(hint(digest))];
        if (place == FREE) {
            return Optional.empty();
        }
        var name = files.get((int) (place >>> OFFSET_BITS));
        try (var file = FileSlice.of(directory.resolve(name))) {
            return RecordAt.read(file, place & ((1L << OFFSET_BITS) - 1), record -> original(record, digest))
                    .value();
        } catch (IOException e) {
            // Then the payload is written again, as if it had not been there.
            return Optional.empty();
        }
    }

    private static Optional<Original> original(WarcRecord record, String digest) {
        var headers = record.headers();
        return record instanceof WarcResponse response
                        && headers.first("WARC-Payload-Digest")
                                .filter(digest::equals)
                                .isPresent()
                        && headers.first("WARC-Truncated").isEmpty()
                ? Optional.of(new Original(response.id(), response.target(), response.date()))
                : Optional.empty();
    }
}
