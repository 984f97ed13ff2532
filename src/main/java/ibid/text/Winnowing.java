package ibid.text;

import java.util.function.IntUnaryOperator;

/**
 * Picks few shingles of a word sequence so that two sequences with a long run in common share at least one.
 *
 * <p>Schleimer, Wilkerson, Aiken, "Winnowing: Local Algorithms for Document Fingerprinting" (SIGMOD 2003): of every
 * {@value #WINDOW} shingles of {@value #SHINGLE} words in a row the least is taken, so that any common run of at least
 * {@link #GUARANTEE} words is found.
 */
public final class Winnowing {
    /** Words of one shingle. */
    public static final int SHINGLE = 10;

    /** Shingles of which one is taken. */
    public static final int WINDOW = 8;

    /** A common run of this many words shares a picked shingle. */
    public static final int GUARANTEE = SHINGLE + WINDOW - 1;

    private static final long BASE = 0x5851F42D4C957F2DL;

    private Winnowing() {}

    /** Takes a picked shingle: its fingerprint and the number of its first word. */
    public interface Sink {
        void picked(long fingerprint, int word);
    }

    /** Picks shingles of {@code count} words. */
    public static void pick(int count, IntUnaryOperator hash, Sink sink) {
        var shingles = count - SHINGLE + 1;
        if (shingles < 1) {
            return;
        }
        var leading = 1L;
        for (var i = 1; i < SHINGLE; i++) {
            leading *= BASE;
        }
        var window = new long[WINDOW];
        var rolling = 0L;
        for (var i = 0; i < SHINGLE - 1; i++) {
            rolling = rolling * BASE + hash.applyAsInt(i);
        }
        var last = -1;
        for (var i = 0; i < shingles; i++) {
            rolling = rolling * BASE + hash.applyAsInt(i + SHINGLE - 1);
            window[i % WINDOW] = spread(rolling);
            rolling -= leading * hash.applyAsInt(i);
            if (i >= WINDOW - 1 || i == shingles - 1) {
                var least = leastIn(window, Math.max(0, i - WINDOW + 1), i);
                if (least != last) {
                    last = least;
                    sink.picked(window[least % WINDOW], least);
                }
            }
        }
    }

    /** The rightmost least one, so that runs of equal shingles are picked once. */
    private static int leastIn(long[] window, int from, int to) {
        var least = to;
        for (var i = to; i >= from; i--) {
            if (window[i % WINDOW] < window[least % WINDOW]) {
                least = i;
            }
        }
        return least;
    }

    private static long spread(long h) {
        var mixed = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
        return mixed ^ (mixed >>> 32);
    }
}
