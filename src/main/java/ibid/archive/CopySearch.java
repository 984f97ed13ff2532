package ibid.archive;

import ibid.archive.CopyJudgement.Kind;
import ibid.archive.CopyReading.Read;
import ibid.archive.CopyReading.Unread;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Reads copies, one after the other, until one shows what was cited: the nearest first, then ever farther ones, and from the
 * first that shows it back towards those that do not. An error of a site lasts for months, and archives keep hundreds of
 * copies of it; so a few readings lead behind it. Where readings are left, what the strides left out is read, too.
 */
final class CopySearch {
    /** Read in their order, however many of them were passed over. */
    private static final int NEAREST = 6;

    /** Most copies that are read of one address for one date. */
    static final int MOST_READ = 16;

    private final List<ListedCopy> copies;
    private final CopyJudge judge;
    private final Function<ListedCopy, CompletableFuture<CopyReading>> reader;
    private final Map<Integer, Seen> seen = new LinkedHashMap<>();
    private final Map<String, Seen> byDigest = new HashMap<>();
    private OptionalInt shows = OptionalInt.empty();
    private int last = -1;
    private int step = 1;
    private int read;

    /**
     * A search.
     *
     * @param copies nearest first
     * @param reader asks for one copy; never fails
     */
    CopySearch(List<ListedCopy> copies, CopyJudge judge, Function<ListedCopy, CompletableFuture<CopyReading>> reader) {
        this.copies = copies;
        this.judge = judge;
        this.reader = reader;
    }

    /**
     * What was seen of a copy.
     *
     * @param judgement empty where it could not be read
     * @param why one clause
     * @param refutes whether the copy is not to be cited
     */
    record Seen(Optional<Kind> judgement, String why, boolean refutes) {
        static Seen of(CopyJudgement judgement) {
            return new Seen(Optional.of(judgement.kind()), judgement.why(), judgement.kind() == Kind.SHOWS_NOT);
        }

        boolean is(Kind kind) {
            return judgement.equals(Optional.of(kind));
        }
    }

    /** Reads; the copies that were looked at, in the order of the reading. */
    CompletableFuture<Map<ListedCopy, Seen>> run() {
        var next = next();
        return next.isEmpty() ? CompletableFuture.completedFuture(found()) : look(next.getAsInt());
    }

    private Map<ListedCopy, Seen> found() {
        Map<ListedCopy, Seen> found = new LinkedHashMap<>();
        seen.forEach((place, what) -> found.put(copies.get(place), what));
        return found;
    }

    private OptionalInt next() {
        if (read >= MOST_READ) {
            return OptionalInt.empty();
        }
        if (shows.isPresent()) {
            return between();
        }
        if (read >= NEAREST && seen.values().stream().anyMatch(one -> one.is(Kind.MAY_SHOW))) {
            return OptionalInt.empty();
        }
        if (read >= NEAREST) {
            step *= 3;
        }
        var further = Math.min(last + step, copies.size() - 1);
        return further > last ? OptionalInt.of(further) : OptionalInt.empty();
    }

    /**
     * In the middle between the nearest that shows what was cited and the last one before it that does not; then those that
     * the strides left out.
     */
    private OptionalInt between() {
        var good = shows.getAsInt();
        var bad = seen.keySet().stream()
                .mapToInt(place -> place)
                .filter(place -> place < good)
                .max()
                .orElse(-1);
        return good - bad > 1
                ? OptionalInt.of((good + bad) / 2)
                : IntStream.range(0, good)
                        .filter(place -> !seen.containsKey(place))
                        .findFirst();
    }

    private CompletableFuture<Map<ListedCopy, Seen>> look(int place) {
        last = Math.max(last, place);
        var copy = copies.get(place);
        var known = Optional.ofNullable(byDigest.get(copy.digest()));
        if (known.isPresent()) {
            return saw(place, known.get());
        }
        read++;
        return reader.apply(copy).thenCompose(reading -> saw(place, seen(copy, reading)));
    }

    private Seen seen(ListedCopy copy, CopyReading reading) {
        if (reading instanceof Unread unread) {
            return new Seen(Optional.empty(), unread.why(), unread.lacking());
        }
        var judged = Seen.of(judge.judge(((Read) reading).copy()));
        // The same bytes say the same; what shows the citation has to be there itself.
        if (!copy.digest().isEmpty() && judged.is(Kind.SHOWS_NOT)) {
            byDigest.put(copy.digest(), judged);
        }
        return judged;
    }

    private CompletableFuture<Map<ListedCopy, Seen>> saw(int place, Seen what) {
        seen.put(place, what);
        if (what.is(Kind.SHOWS)) {
            shows = OptionalInt.of(place);
        }
        return run();
    }
}
