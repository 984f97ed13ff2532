package ibid.text;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;

/**
 * What is kept of a text to tell how alike another one is: the least hashes of its pairs of words.
 *
 * <p>Broder, "On the resemblance and containment of documents" (1997): the share of common ones among the least of both
 * together estimates the share of pairs that the texts have in common. Texts of few words are compared exactly.
 */
public final class Sketch {
    /** With so many the estimate is off by less than a tenth nearly always. */
    private static final int MOST = 128;

    private final long[] least;

    private Sketch(long[] least) {
        this.least = least;
    }

    /**
     * The sketch of a text's words.
     *
     * @param leftOut tells by a word's hash which words do not count
     */
    public static Sketch of(Words words, IntPredicate leftOut) {
        var pairs = LongStream.builder();
        var last = 0;
        for (var i = 0; i < words.count(); i++) {
            if (!leftOut.test(words.hash(i))) {
                pairs.add(spread(((long) last << 32) ^ (words.hash(i) & 0xffffffffL)));
                last = words.hash(i);
            }
        }
        return new Sketch(pairs.build().sorted().distinct().limit(MOST).toArray());
    }

    public boolean isEmpty() {
        return least.length == 0;
    }

    /** From 0, nothing in common, to 1, the same; two empty texts are the same. */
    public double likeness(Sketch other) {
        if (isEmpty() && other.isEmpty()) {
            return 1;
        }
        var union = LongStream.concat(Arrays.stream(least), Arrays.stream(other.least))
                .sorted()
                .distinct()
                .limit(MOST)
                .toArray();
        var common = Arrays.stream(union)
                .filter(hash -> Arrays.binarySearch(least, hash) >= 0 && Arrays.binarySearch(other.least, hash) >= 0)
                .count();
        return (double) common / union.length;
    }

    private static long spread(long h) {
        var mixed = (h ^ (h >>> 31)) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 32);
    }
}
