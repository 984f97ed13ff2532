package ibid.scan;

import ibid.citation.Context;
import ibid.citation.Dialects;
import ibid.citation.Truncation;
import ibid.finding.ReportBuilder.Cited;
import ibid.finding.ReportBuilder.Examined;
import ibid.recovery.CandidateSource;
import ibid.recovery.CitedElsewhere;
import ibid.recovery.Clues;
import ibid.recovery.DeadRecovery;
import ibid.recovery.MovedSiblings;
import ibid.recovery.PageSource;
import ibid.recovery.Recovered;
import ibid.recovery.TruncatedRecovery;
import ibid.recovery.Weights;
import ibid.resolution.Outcome;
import ibid.resolution.Resolution;
import ibid.resolution.Verdict;
import ibid.target.Target;
import ibid.target.Target.IdentifierTarget;
import ibid.target.Target.TruncatedTarget;
import ibid.target.Target.UrlTarget;
import ibid.url.Url;
import ibid.url.Wrappers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What the cut addresses of a run may have meant, and where broken ones may lead now; known when all else is. */
final class Recoveries {
    private final Map<String, Recovered> byKey = new LinkedHashMap<>();

    private Recoveries() {}

    /** None were looked for. */
    static final Recoveries NONE = new Recoveries();

    /**
     * Looks for all of them, and comes back when all is known.
     *
     * @param resolutions what became of the targets, by their keys
     * @param lookups sources beside the documents of the run for all its cut and full addresses, the cheapest first
     * @param dead looks for pages that are gone; empty where nobody may be asked for them
     */
    static Recoveries of(
            List<Examined> documents,
            Map<String, Resolution> resolutions,
            Dialects dialects,
            BiFunction<List<Truncation>, List<Url>, List<CandidateSource>> lookups,
            PageSource pages,
            Optional<Function<MovedSiblings, DeadRecovery>> dead) {
        var found = new Recoveries();
        found.truncated(documents, dialects, lookups, pages);
        dead.ifPresent(recovery -> found.dead(documents, resolutions, recovery));
        return found;
    }

    private void truncated(
            List<Examined> documents,
            Dialects dialects,
            BiFunction<List<Truncation>, List<Url>, List<CandidateSource>> lookups,
            PageSource pages) {
        var contexts = contexts(documents, TruncatedTarget.class);
        if (contexts.isEmpty()) {
            return;
        }
        var sources = new ArrayList<CandidateSource>();
        var elsewhere = citedElsewhere(documents, dialects);
        sources.add(elsewhere);
        sources.addAll(lookups.apply(
                contexts.keySet().stream().map(TruncatedTarget::truncation).toList(), elsewhere.addresses()));
        var recovery = new TruncatedRecovery(dialects, Weights.load(), sources, pages);
        Map<TruncatedTarget, CompletableFuture<Recovered>> running = new LinkedHashMap<>();
        contexts.forEach(
                (target, around) -> running.put(target, recovery.recover(target.truncation(), Clues.of(around))));
        // What stands in the documents themselves, a reader sees there.
        var asksOthers = sources.size() > 1;
        running.forEach((target, recovered) -> {
            var found = recovered.join();
            byKey.put(target.key(), asksOthers ? found : Recovered.of(found.candidates()));
        });
    }

    private void dead(
            List<Examined> documents, Map<String, Resolution> resolutions, Function<MovedSiblings, DeadRecovery> dead) {
        var siblings = new MovedSiblings();
        Map<UrlTarget, List<Context>> broken = new LinkedHashMap<>();
        contexts(documents, UrlTarget.class).forEach((target, around) -> {
            var outcome = Optional.ofNullable(resolutions.get(target.key())).map(Resolution::outcome);
            outcome.filter(known -> known.verdict() == Verdict.MOVED)
                    .flatMap(Outcome::finalUrl)
                    .flatMap(Url::parse)
                    .ifPresent(now -> siblings.add(target.url(), now));
            if (outcome.filter(known -> known.verdict() == Verdict.BROKEN).isPresent()) {
                broken.put(target, around);
            }
        });
        var recovery = dead.apply(siblings);
        Map<UrlTarget, CompletableFuture<Recovered>> running = new LinkedHashMap<>();
        broken.forEach((target, around) -> running.put(target, recovery.recover(target.url(), Clues.of(around))));
        running.forEach((target, recovered) -> byKey.put(target.key(), recovered.join()));
    }

    /** What came of looking for a target. */
    Recovered of(Target target) {
        return byKey.getOrDefault(target.key(), Recovered.NONE);
    }

    /** The targets of a kind that are judged, with what stands around all their citations. */
    private static <T extends Target> Map<T, List<Context>> contexts(List<Examined> documents, Class<T> kind) {
        Map<T, List<Context>> contexts = new LinkedHashMap<>();
        for (var document : documents) {
            for (var cited : document.cited()) {
                if (kind.isInstance(cited.target())
                        && cited.citation().passedOver().isEmpty()) {
                    contexts.computeIfAbsent(kind.cast(cited.target()), key -> new ArrayList<>())
                            .add(cited.citation().context());
                }
            }
        }
        return contexts;
    }

    /** The full addresses of the run, so that a cut one can be found among them. */
    private static CitedElsewhere citedElsewhere(List<Examined> documents, Dialects dialects) {
        var elsewhere = new CitedElsewhere(dialects);
        documents.forEach(document -> document.cited().forEach(cited -> add(elsewhere, cited)));
        return elsewhere;
    }

    /** What may be cut itself is no full address, although a page answers there. */
    private static void add(CitedElsewhere elsewhere, Cited cited) {
        var citation = cited.citation();
        if (citation.truncation().isEmpty() && citation.otherwise().isEmpty()) {
            var place = citation.document() + citation.place().label();
            written(cited).ifPresent(url -> {
                elsewhere.add(url, place);
                Wrappers.unwrap(url).ifPresent(wrapped -> elsewhere.add(wrapped.inner(), place));
            });
        }
    }

    /** As written, because a platform cuts what its user wrote; and what a redirector carries was cut elsewhere without it. */
    private static Optional<Url> written(Cited cited) {
        var written = Url.parse(cited.citation().cited());
        if (cited.target() instanceof UrlTarget url) {
            return Optional.of(written.orElse(url.url()));
        }
        return cited.target() instanceof IdentifierTarget ? written : Optional.empty();
    }
}
