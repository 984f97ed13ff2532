package ibid.finding;

import java.util.TreeMap;

/**
 * The passages of one document that are known already, kept so that a question costs the logarithm of their number: a
 * hostile document repeats itself a hundred thousand times.
 *
 * <p>None of those kept lies in another, so the one that begins last at or before a line also ends last of these.
 */
final class CoveredLines {
    private final TreeMap<Integer, Integer> lastByFirst = new TreeMap<>();

    /** Whether all of a passage lies in one that was added. */
    boolean contain(Passage passage) {
        var before = lastByFirst.floorEntry(passage.firstLine());
        return before != null && before.getValue() >= passage.lastLine();
    }

    void add(Passage passage) {
        if (contain(passage)) {
            return;
        }
        var next = lastByFirst.ceilingEntry(passage.firstLine());
        while (next != null && next.getValue() <= passage.lastLine()) {
            lastByFirst.remove(next.getKey());
            next = lastByFirst.higherEntry(next.getKey());
        }
        lastByFirst.put(passage.firstLine(), passage.lastLine());
    }
}
