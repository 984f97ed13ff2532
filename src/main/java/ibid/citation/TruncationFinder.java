package ibid.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds truncated URLs in a text.
 *
 * <p>From every {@code ...} and {@code …} it reads outwards. Lengths decide first: where a dialect writes exactly this text,
 * it is a cut, spaces around the mark, an empty tail and a missing scheme included. Without a dialect only a mark inside
 * a path, with the signs of {@link TruncationSigns}, is one. Linear: at most {@link TruncationReach#LIMIT} characters on
 * each side of a mark are read, and a text behind one cut is not read again.
 */
final class TruncationFinder {
    /**
     * This rule shows the first 17 characters of URLs of 21 to 30 without a tail. So short a head is more often a whole
     * address at the end of a sentence ({@code http://google.com...}).
     */
    private static final String TOO_SHORT_ALONE = "phpfusion-autolink";

    /** An address that ends in more punctuation than this is not looked for. */
    private static final int MOST_PUNCTUATION = 4;

    private final Dialects dialects;

    TruncationFinder(Dialects dialects) {
        this.dialects = dialects;
    }

    /** The truncated URLs of {@code text} in order, none overlapping. */
    List<Cut> find(String text) {
        var runs = new TruncationRuns(text);
        if (!runs.hasNext(0)) {
            return List.of();
        }
        var cuts = new ArrayList<Cut>();
        var floor = 0;
        for (var at = 0; runs.hasNext(at); ) {
            var run = runs.next();
            if (run.marks(text).isEmpty()) {
                at = run.end();
                continue;
            }
            var starts = starts(text, floor, run);
            var cut = starts.isEmpty() ? Optional.<Cut>empty() : around(text, starts, run);
            at = cut.isPresent() ? Math.max(cut.get().end(), run.end()) : run.end();
            // Behind dots that are no cut a word has no beginning, so what was read in vain is not read again.
            if (cut.isPresent() || starts.stream().allMatch(TruncationStart::bare)) {
                floor = at;
            }
            cut.ifPresent(cuts::add);
        }
        return cuts;
    }

    private static List<TruncationStart> starts(String text, int floor, TruncationRun run) {
        var end = run.marks(text).get(0).spaced(text).start();
        return TruncationStart.in(text, TruncationReach.headStart(text, floor, end), end);
    }

    /** The first reading of the dots that a dialect writes; else the first that looks cut. */
    private Optional<Cut> around(String text, List<TruncationStart> starts, TruncationRun run) {
        Optional<Cut> looksCut = Optional.empty();
        for (var core : run.marks(text)) {
            var mark = core.spaced(text);
            var tailEnd = TruncationReach.tailEnd(text, mark.end());
            if (tailEnd < 0) {
                continue;
            }
            for (var start : starts) {
                var found = written(text, start, mark, tailEnd);
                if (found.isPresent() && !found.get().truncation().dialects().isEmpty()) {
                    return found;
                }
                looksCut = looksCut.or(() -> found);
            }
        }
        return looksCut;
    }

    /** One reading: the tail without the sentence's punctuation, unless only with some of it a dialect writes it so. */
    private Optional<Cut> written(String text, TruncationStart start, TruncationRun mark, int tailEnd) {
        var host = TruncationHost.of(text.substring(start.offset(), mark.start()));
        if (!host.isPlausible()) {
            return Optional.empty();
        }
        var trimmed = TruncationReach.withoutPunctuation(text, start.offset(), mark.end(), tailEnd);
        var last = trimmed == mark.end() ? trimmed : Math.min(tailEnd, trimmed + MOST_PUNCTUATION);
        var shape = new DialectShape(parts(text, start, mark, trimmed));
        for (var end = trimmed; end <= last; end++) {
            var longer = end == trimmed ? shape : shape.withTail(text.substring(mark.end(), end));
            if (isProven(longer, start, host) && !TruncationGuard.isGenuine(longer.text())) {
                return Optional.of(cut(longer.text(), start.offset(), end));
            }
        }
        return looksCut(shape.text(), start)
                ? Optional.of(cut(shape.text(), start.offset(), trimmed))
                : Optional.empty();
    }

    private static DialectText parts(String text, TruncationStart start, TruncationRun mark, int end) {
        return new DialectText(
                text.substring(start.offset(), mark.start()),
                text.substring(mark.start(), mark.end()),
                text.substring(mark.end(), end));
    }

    private Cut cut(DialectText parts, int start, int end) {
        return new Cut(start, end, dialects.truncation(parts.head(), parts.mark(), parts.tail()));
    }

    /** Whether a dialect writes the text, and its lengths prove it. */
    private boolean isProven(DialectShape shape, TruncationStart start, TruncationHost host) {
        var parts = shape.text();
        // "and/or…" is no address: a head without scheme needs a path. Where only a host shows, lengths without a tail
        // are chance.
        if (!host.whole() && (start.bare() || parts.tail().isEmpty())) {
            return false;
        }
        var writers = dialects.dividing(shape);
        if (writers.isEmpty() || (start.bare() && !host.isRegistrable())) {
            return false;
        }
        if (parts.tail().isEmpty()) {
            return writers.stream().anyMatch(dialect -> provesAlone(dialect, parts));
        }
        return !start.bare() || writers.stream().anyMatch(dialect -> writesItself(dialect, parts));
    }

    /**
     * A sentence may end in dots behind a whole address, and one length in ten is some platform's. So a head without a tail
     * proves itself only with the very dots of the platform.
     */
    private static boolean provesAlone(Dialect dialect, DialectText parts) {
        return !dialect.name().equals(TOO_SHORT_ALONE) && writesItself(dialect, parts);
    }

    private static boolean writesItself(Dialect dialect, DialectText parts) {
        return TruncationMark.sameDots(dialect.mark(), parts.mark());
    }

    private static boolean looksCut(DialectText parts, TruncationStart start) {
        var spaced = TruncationMark.isSpace(parts.mark().charAt(0));
        return !start.bare() && !spaced && !TruncationGuard.isGenuine(parts) && TruncationSigns.lookCut(parts);
    }
}
