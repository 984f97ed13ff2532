package ibid.finding;

import ibid.citation.PassageTrace;
import ibid.text.Winnowing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Finds runs of words that two places have in common.
 *
 * <p>Picked shingles that occur twice are seeds; each is extended word by word as far as both places agree. Work is
 * bounded: of one shingle at most {@value #MAX_PLACES} places are compared, and at most {@value #MAX_STEPS} words in all.
 */
final class PassageMatcher {
    private static final int MAX_PLACES = 500;
    private static final long MAX_STEPS = 200_000_000;

    /** Words that may differ between two runs that are still one passage: an edited sentence. */
    private static final int MAX_GAP = 25;

    private final List<PassageTrace> traces;
    private long steps;

    PassageMatcher(List<PassageTrace> traces) {
        this.traces = traces;
    }

    /** A run of words at two places; the ends are exclusive. The second place stands behind the first. */
    record Match(int first, int firstStart, int firstEnd, int second, int secondStart, int secondEnd) {}

    private record Pick(long fingerprint, int document, int word) {}

    private record Seed(int first, int firstWord, int second, int secondWord) {
        int diagonal() {
            return secondWord - firstWord;
        }
    }

    /** All matches, in the order of their places. */
    List<Match> matches() {
        var matches = new ArrayList<Match>();
        Match last = null;
        Seed lastSeed = null;
        for (var seed : seeds()) {
            var covered = last != null
                    && lastSeed != null
                    && seed.first() == lastSeed.first()
                    && seed.second() == lastSeed.second()
                    && seed.diagonal() == lastSeed.diagonal()
                    && seed.firstWord() < last.firstEnd();
            if (!covered && steps < MAX_STEPS) {
                last = extended(seed);
                lastSeed = seed;
                matches.add(last);
            }
        }
        // In a text that repeats itself several seeds grow into the same match.
        var distinct = new ArrayList<>(new LinkedHashSet<>(matches));
        distinct.sort(Comparator.comparingInt(Match::first)
                .thenComparingInt(Match::second)
                .thenComparingInt(Match::firstStart)
                .thenComparingInt(Match::secondStart));
        return merged(distinct).stream().map(this::wholeLines).toList();
    }

    private List<Seed> seeds() {
        var picks = new ArrayList<Pick>();
        for (var i = 0; i < traces.size(); i++) {
            var document = i;
            var trace = traces.get(i);
            Winnowing.pick(trace.count(), trace::hash, (print, word) -> picks.add(new Pick(print, document, word)));
        }
        picks.sort(Comparator.comparingLong(Pick::fingerprint)
                .thenComparingInt(Pick::document)
                .thenComparingInt(Pick::word));
        var seeds = new ArrayList<Seed>();
        for (var i = 0; i < picks.size(); ) {
            var first = picks.get(i);
            var next = i + 1;
            while (next < picks.size() && picks.get(next).fingerprint() == first.fingerprint()) {
                if (next - i < MAX_PLACES) {
                    var again = picks.get(next);
                    seeds.add(new Seed(first.document(), first.word(), again.document(), again.word()));
                }
                next++;
            }
            i = next;
        }
        seeds.sort(Comparator.comparingInt(Seed::first)
                .thenComparingInt(Seed::second)
                .thenComparingInt(Seed::diagonal)
                .thenComparingInt(Seed::firstWord));
        return seeds;
    }

    private Match extended(Seed seed) {
        var a = traces.get(seed.first());
        var b = traces.get(seed.second());
        var same = seed.first() == seed.second();
        var startA = seed.firstWord();
        var startB = seed.secondWord();
        while (startA > 0 && startB > 0 && a.hash(startA - 1) == b.hash(startB - 1)) {
            startA--;
            startB--;
            steps++;
        }
        // In one document a passage does not overlap its own copy.
        var limit = same ? startB : a.count();
        var endA = Math.min(seed.firstWord(), limit);
        var endB = startB + endA - startA;
        while (endA < limit && endB < b.count() && a.hash(endA) == b.hash(endB)) {
            endA++;
            endB++;
            steps++;
        }
        return new Match(seed.first(), startA, endA, seed.second(), startB, endB);
    }

    private static List<Match> merged(List<Match> matches) {
        var merged = new ArrayList<Match>();
        for (var match : matches) {
            var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && continues(last, match)) {
                merged.set(
                        merged.size() - 1,
                        new Match(
                                last.first(),
                                last.firstStart(),
                                match.firstEnd(),
                                last.second(),
                                last.secondStart(),
                                match.secondEnd()));
            } else {
                merged.add(match);
            }
        }
        return merged;
    }

    private static boolean continues(Match last, Match next) {
        var gapA = next.firstStart() - last.firstEnd();
        var gapB = next.secondStart() - last.secondEnd();
        var apart = last.first() != last.second() || next.firstEnd() <= last.secondStart();
        return last.first() == next.first()
                && last.second() == next.second()
                && gapA >= 0
                && gapB >= 0
                && gapA <= MAX_GAP
                && gapB <= MAX_GAP
                && apart;
    }

    /** Takes the words of begun lines away, because a passage is reported by its lines. */
    private Match wholeLines(Match match) {
        var a = traces.get(match.first());
        var b = traces.get(match.second());
        var startA = match.firstStart();
        var startB = match.secondStart();
        while (startA < match.firstEnd() && !a.startsLine(startA)) {
            startA++;
        }
        while (startB < match.secondEnd() && !b.startsLine(startB)) {
            startB++;
        }
        var endA = match.firstEnd();
        var endB = match.secondEnd();
        while (endA > startA && !a.endsLine(endA - 1)) {
            endA--;
        }
        while (endB > startB && !b.endsLine(endB - 1)) {
            endB--;
        }
        return new Match(match.first(), startA, endA, match.second(), startB, endB);
    }
}
