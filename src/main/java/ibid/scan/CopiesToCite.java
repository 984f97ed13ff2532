package ibid.scan;

import ibid.archive.NearestCopy;
import ibid.archive.NearestCopy.Chosen;
import ibid.archive.Snapshot;
import ibid.citation.CitingDate;
import ibid.citation.Context;
import ibid.finding.Drifted;
import ibid.finding.Living;
import ibid.finding.ReportBuilder.Examined;
import ibid.recovery.CitedCopy;
import ibid.recovery.Clues;
import ibid.resolution.Outcome;
import ibid.resolution.Resolution;
import ibid.target.Target.UrlTarget;
import ibid.url.ArchivedCopies;
import ibid.url.Redaction;
import ibid.url.Url;
import ibid.web.LookupBudget.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The copies that can be cited in place of what is broken, or beside what is there: for each date on which it was cited the
 * one nearest to that date.
 */
final class CopiesToCite {
    /** Dates of one target for which copies are looked for: the first, one in the middle and the last. */
    private static final int MOST_DATES = 3;

    private final Map<String, List<CompletableFuture<Chosen>>> looking = new LinkedHashMap<>();
    private final Set<String> living = new HashSet<>();
    private final Map<String, List<CompletableFuture<Optional<Drifted>>>> drifting = new LinkedHashMap<>();

    private CopiesToCite() {}

    /** What cites one target. */
    private static final class Citing {
        private final List<Context> contexts = new ArrayList<>();
        private final List<CitingDate> stated = new ArrayList<>();
        private final List<CitingDate> ofFiles = new ArrayList<>();

        void add(Context context, CitingDate ofFile) {
            contexts.add(context);
            CitingDate.of(context).ifPresentOrElse(stated::add, () -> ofFiles.add(ofFile));
        }

        /** Of files that say no date the oldest: it is the nearest to when the citation was written. */
        List<CitingDate> dates() {
            var oldest = ofFiles.stream()
                    .min(Comparator.comparing(date -> date.date().first()));
            var byTime = Stream.concat(stated.stream(), oldest.stream())
                    .sorted(Comparator.comparing((CitingDate one) -> one.date().middle())
                            .thenComparing(CitingDate::by))
                    .collect(Collectors.toMap(CitingDate::date, date -> date, (one, same) -> one, LinkedHashMap::new))
                    .values()
                    .stream()
                    .toList();
            return byTime.size() <= MOST_DATES
                    ? byTime
                    : List.of(byTime.get(0), byTime.get(byTime.size() / 2), byTime.get(byTime.size() - 1));
        }
    }

    /**
     * Begins to look for them.
     *
     * @param resolutions what became of the targets, by their keys
     * @param ofFile the date of a document, for citations that say none
     */
    static CopiesToCite begin(
            List<Examined> documents,
            Map<String, Resolution> resolutions,
            NearestCopy nearest,
            Function<String, CitingDate> ofFile) {
        var copies = new CopiesToCite();
        if (nearest.any()) {
            citing(documents, resolutions, ofFile, Turn.BROKEN)
                    .forEach((target, citing) -> copies.looking.put(target.key(), look(target, citing, nearest)));
        }
        return copies;
    }

    /**
     * Begins to look for copies of what is there, too.
     *
     * @param pages compares them with the pages; empty where that is not wanted
     */
    CopiesToCite andOfLiving(
            List<Examined> documents,
            Map<String, Resolution> resolutions,
            NearestCopy nearest,
            Function<String, CitingDate> ofFile,
            Optional<LivingPages> pages) {
        if (nearest.any()) {
            citing(documents, resolutions, ofFile, Turn.LIVING).forEach((target, citing) -> {
                living.add(target.key());
                var end = Optional.ofNullable(resolutions.get(target.key()))
                        .flatMap(known -> known.outcome().finalUrl())
                        .flatMap(Url::parse)
                        .orElse(target.url());
                for (var date : citing.dates()) {
                    var judge = new CitedCopy(target.url(), Clues.of(citing.contexts), date);
                    if (pages.isPresent()) {
                        var reading = new LivingPages.Reading(judge);
                        var chosen = nearest.of(target.url(), date, reading, Turn.LIVING);
                        add(looking, target, chosen);
                        add(
                                drifting,
                                target,
                                chosen.thenCompose(found -> pages.get().drift(end, found, date, reading)));
                    } else {
                        add(looking, target, nearest.of(target.url(), date, judge, Turn.LIVING));
                    }
                }
            });
        }
        return this;
    }

    private static <T> void add(Map<String, List<T>> all, UrlTarget target, T one) {
        all.computeIfAbsent(target.key(), key -> new ArrayList<>()).add(one);
    }

    /** What was found of living pages; waits for those that are still being looked at. */
    Living living(boolean unarchived) {
        var without = new HashSet<String>();
        if (unarchived) {
            living.stream()
                    .filter(key -> looking.getOrDefault(key, List.of()).stream()
                            .allMatch(chosen -> chosen.join().isNone()))
                    .forEach(without::add);
        }
        var drifted = new HashMap<String, Drifted>();
        drifting.forEach((key, found) -> found.stream()
                .flatMap(one -> one.join().stream())
                .min(Comparator.comparingDouble(one -> one.drift().kept()))
                .ifPresent(most -> drifted.put(key, most)));
        return new Living(without, drifted);
    }

    private static List<CompletableFuture<Chosen>> look(UrlTarget target, Citing citing, NearestCopy nearest) {
        var clues = Clues.of(citing.contexts);
        var dates = CitingDate.ofCopy(target.url()).map(List::of).orElseGet(citing::dates);
        return dates.stream()
                .map(date -> nearest.of(target.url(), date, new CitedCopy(target.url(), clues, date), Turn.BROKEN))
                .toList();
    }

    private static Map<UrlTarget, Citing> citing(
            List<Examined> documents,
            Map<String, Resolution> resolutions,
            Function<String, CitingDate> ofFile,
            Turn turn) {
        Map<UrlTarget, Citing> all = new LinkedHashMap<>();
        for (var document : documents) {
            for (var cited : document.cited()) {
                var resolution = resolutions.get(cited.target().key());
                if (cited.target() instanceof UrlTarget target
                        && cited.citation().passedOver().isEmpty()
                        && resolution != null
                        && isOf(turn, target, resolution)) {
                    all.computeIfAbsent(target, key -> new Citing())
                            .add(
                                    cited.citation().context(),
                                    ofFile.apply(cited.citation().document()));
                }
            }
        }
        return all;
    }

    /** A copy that is cited itself needs none as long as it is there. */
    private static boolean isOf(Turn turn, UrlTarget target, Resolution resolution) {
        return switch (resolution.outcome().verdict()) {
            case BROKEN -> turn == Turn.BROKEN;
            case ALIVE, MOVED ->
                turn == Turn.LIVING && ArchivedCopies.of(target.url()).isEmpty();
            case UNVERIFIED, SKIPPED -> false;
        };
    }

    /** What is known of all targets, with the copies to cite; waits for those that are still being looked for. */
    Map<String, Resolution> told(Map<String, Resolution> known) {
        var told = new HashMap<>(known);
        looking.forEach((key, copies) -> told.computeIfPresent(key, (same, found) -> with(found, copies)));
        return told;
    }

    private static Resolution with(Resolution known, List<CompletableFuture<Chosen>> copies) {
        var outcome = known.outcome();
        var snapshots = known.snapshots();
        for (var one : copies) {
            var chosen = one.join();
            outcome = with(outcome, chosen);
            snapshots = with(snapshots, chosen);
        }
        return new Resolution(outcome, known.page(), snapshots, known.work(), known.whole());
    }

    private static Outcome with(Outcome outcome, Chosen chosen) {
        var told = outcome;
        for (var sentence : chosen.evidence()) {
            told = told.and(Redaction.shown(sentence));
        }
        return told;
    }

    /** The chosen ones first; a copy that was found not to show what is cited is none to name. */
    private static List<Snapshot> with(List<Snapshot> snapshots, Chosen chosen) {
        var chosenUrl = chosen.copy().map(Snapshot::url);
        var others = snapshots.stream()
                .filter(other -> !chosen.refuted().contains(other.url()))
                .filter(other -> chosenUrl.filter(other.url()::equals).isEmpty()
                        || other.nearTo().isPresent())
                .toList();
        return Stream.of(
                        others.stream().filter(other -> other.nearTo().isPresent()),
                        chosen.copy().stream(),
                        others.stream().filter(other -> other.nearTo().isEmpty()))
                .flatMap(copies -> copies)
                .toList();
    }
}
