package ibid.finding;

import ibid.citation.Citation;
import ibid.citation.PassageTrace;
import ibid.document.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Finds passages that occur again with their citations, in one document or across documents. */
final class RepeatedPassages {
    /** A shorter passage may well be a phrase that people write twice. */
    private static final int MIN_WORDS = 30;

    private final List<Source> sources;

    RepeatedPassages(List<Source> sources) {
        this.sources = sources;
    }

    /** A document's trace with its citations. */
    record Source(String path, PassageTrace trace, List<Citation> citations) {}

    /** Every repeated passage that holds citations at each of its places, in the order of the report. */
    List<RepeatedPassage> find() {
        var cited = sources.stream().filter(s -> !s.citations().isEmpty()).toList();
        var lines = cited.stream().map(RepeatedPassages::citedLines).toList();
        var matches = new PassageMatcher(cited.stream().map(Source::trace).toList()).matches();
        Map<Passage, List<Passage>> places = new LinkedHashMap<>();
        for (var match : matches) {
            if (match.firstEnd() - match.firstStart() < MIN_WORDS
                    || match.secondEnd() - match.secondStart() < MIN_WORDS) {
                continue;
            }
            var first = passage(cited.get(match.first()), match.firstStart(), match.firstEnd());
            var second = passage(cited.get(match.second()), match.secondStart(), match.secondEnd());
            if (isCited(lines.get(match.first()), first) && isCited(lines.get(match.second()), second)) {
                places.computeIfAbsent(first, p -> new ArrayList<>()).add(second);
            }
        }
        var repeats = new ArrayList<RepeatedPassage>();
        places.forEach((original, copies) -> repeats.add(new RepeatedPassage(original, copies)));
        return withoutContained(repeats);
    }

    private static Passage passage(Source source, int start, int end) {
        return new Passage(
                source.path(), source.trace().line(start), source.trace().line(end - 1));
    }

    private static NavigableSet<Integer> citedLines(Source source) {
        var lines = new TreeSet<Integer>();
        source.citations().forEach(c -> c.place().span().map(Span::line).ifPresent(lines::add));
        return lines;
    }

    private static boolean isCited(NavigableSet<Integer> lines, Passage passage) {
        var next = lines.ceiling(passage.firstLine());
        return next != null && next <= passage.lastLine();
    }

    /** A copy inside a copy of a longer passage says nothing new. */
    private static List<RepeatedPassage> withoutContained(List<RepeatedPassage> repeats) {
        Map<String, CoveredLines> copies = new HashMap<>();
        var kept = new ArrayList<RepeatedPassage>();
        for (var repeat : longestFirst(repeats)) {
            var fresh = repeat.copies().stream()
                    .filter(c -> !copies.computeIfAbsent(c.document(), d -> new CoveredLines())
                            .contain(c))
                    .toList();
            if (!fresh.isEmpty()) {
                kept.add(new RepeatedPassage(repeat.original(), fresh));
                fresh.forEach(c -> copies.computeIfAbsent(c.document(), d -> new CoveredLines())
                        .add(c));
            }
        }
        Map<Passage, Integer> order = new HashMap<>();
        repeats.forEach(r -> order.putIfAbsent(r.original(), order.size()));
        kept.sort(Comparator.comparing(r -> order.get(r.original())));
        return kept;
    }

    private static List<RepeatedPassage> longestFirst(List<RepeatedPassage> repeats) {
        return repeats.stream()
                .sorted(Comparator.comparingInt((RepeatedPassage r) ->
                        r.original().firstLine() - r.original().lastLine()))
                .toList();
    }
}
