package ibid.recovery;

import ibid.archive.CaptureIndex;
import ibid.archive.CaptureListing;
import ibid.archive.CaptureListing.Row;
import ibid.archive.CaptureQuery;
import ibid.citation.Truncation;
import ibid.url.Url;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an index of captures knows: addresses that begin with the head and end with the tail.
 *
 * <p>Equal questions are asked once, and where many cut addresses show one folder, the folder is listed once for all of
 * them.
 */
public final class CdxCandidates implements CandidateSource {
    /** From this many on, one listing of a folder is tried before each is asked for. */
    private static final int MANY = 4;

    private static final Pattern ORIGIN =
            Pattern.compile("^(https?://)?(www\\d*\\.)?([^/]*)", Pattern.CASE_INSENSITIVE);

    private final CaptureIndex index;
    private final Map<CaptureQuery, CompletableFuture<CaptureListing>> asked = new ConcurrentHashMap<>();
    private final Map<String, Integer> cutsOfFolder = new HashMap<>();
    private final HiddenHosts hiddenHosts;

    /**
     * An index for one run.
     *
     * @param cuts all cut addresses of the run, so that questions about one folder can be put as one
     * @param cited its full ones: where a host is cut, it may be one of theirs
     */
    public CdxCandidates(CaptureIndex index, Collection<Truncation> cuts, Collection<Url> cited) {
        this.index = index;
        this.hiddenHosts = new HiddenHosts(cuts, cited);
        for (var cut : new HashSet<>(cuts)) {
            CutQuery.of(cut).ifPresent(query -> cutsOfFolder.merge(query.folder(), 1, Integer::sum));
        }
    }

    @Override
    public String name() {
        return index.name();
    }

    @Override
    public CompletableFuture<Offers> offers(Truncation cut, Clues clues) {
        var query = CutQuery.of(cut);
        if (query.isEmpty()) {
            return guessed(hiddenHosts.guesses(cut), cut, Offers.NONE);
        }
        var shared = cutsOfFolder.getOrDefault(query.get().folder(), 0) >= MANY;
        return (shared ? first(query.get().ofFolder()) : CompletableFuture.completedFuture(Optional.<Counted>empty()))
                .thenCompose(folder ->
                        folder.filter(counted -> counted.listing().complete()).isPresent()
                                ? CompletableFuture.completedFuture(offers(folder.get(), query.get(), cut))
                                : alone(
                                        query.get(),
                                        cut,
                                        clues,
                                        folder.map(Counted::requests).orElse(0)));
    }

    /** One guess after the other, until one has what fits or is too much for the index. */
    private CompletableFuture<Offers> guessed(List<CutQuery> guesses, Truncation cut, Offers before) {
        if (guesses.isEmpty() || !before.offers().isEmpty() || !before.notes().isEmpty()) {
            return CompletableFuture.completedFuture(partial(before));
        }
        return listing(guesses.get(0).narrow())
                .thenCompose(found -> guessed(
                        guesses.subList(1, guesses.size()), cut, before.and(offers(found, guesses.get(0), cut))));
    }

    private CompletableFuture<Offers> alone(CutQuery query, Truncation cut, Clues clues, int before) {
        return listing(query.narrow()).thenCompose(found -> {
            var enough = found.listing().complete() || query.tail().isPresent();
            var narrower = enough ? Optional.<CaptureQuery>empty() : query.withWordsOf(clues.titles());
            var first = offers(found.after(before), query, cut);
            return narrower.isEmpty()
                    ? CompletableFuture.completedFuture(first)
                    : listing(narrower.get()).thenApply(more -> first.and(partial(offers(more, query, cut))));
        });
    }

    /** All that have some words are not all that fit. */
    private static Offers partial(Offers offers) {
        return new Offers(offers.offers(), false, offers.notes(), offers.requests());
    }

    /** @param requests counted for whoever asked first */
    private record Counted(CaptureListing listing, int requests) {
        Counted after(int before) {
            return new Counted(listing, requests + before);
        }
    }

    private CompletableFuture<Optional<Counted>> first(CaptureQuery query) {
        return listing(query).thenApply(Optional::of);
    }

    private CompletableFuture<Counted> listing(CaptureQuery query) {
        var fresh = new CompletableFuture<CaptureListing>();
        var known = asked.putIfAbsent(query, fresh);
        if (known != null) {
            return known.thenApply(listing -> new Counted(listing, 0));
        }
        var unused = index.list(query).thenAccept(fresh::complete);
        return fresh.thenApply(listing -> new Counted(listing, listing.requests()));
    }

    private Offers offers(Counted counted, CutQuery query, Truncation cut) {
        var listing = counted.listing();
        var fragment = cut.tail().indexOf('#') < 0
                ? ""
                : cut.tail().substring(cut.tail().indexOf('#'));
        var fits = query.tail()
                .map(Pattern::compile)
                .map(Pattern::asMatchPredicate)
                .orElse(url -> true);
        return new Offers(
                listing.captures().stream()
                        .filter(row -> fits.test(row.original()))
                        .flatMap(row -> spellings(row, cut.head(), fragment))
                        .toList(),
                listing.complete(),
                listing.problem()
                        .map(problem -> List.of(index.name() + ": " + problem))
                        .orElse(List.of()),
                counted.requests());
    }

    /**
     * The address as it was captured, and with scheme and {@code www.} as the cut text shows them: an index gives one
     * spelling of each address, and that of its first capture.
     */
    private Stream<Offer> spellings(Row row, String head, String fragment) {
        var captured = row.original() + fragment;
        var shown = ORIGIN.matcher(head);
        var own = ORIGIN.matcher(captured);
        if (!shown.lookingAt() || !own.lookingAt() || shown.group(1) == null) {
            return Stream.of(offer(captured, row));
        }
        var www = shown.group(2) == null ? "" : shown.group(2);
        var respelled = shown.group(1) + www + captured.substring(own.start(3));
        return Stream.of(captured, respelled).distinct().map(url -> offer(url, row));
    }

    private Offer offer(String url, Row row) {
        return new Offer(url, Offer.Kind.ARCHIVED, index.name(), Optional.of(row));
    }
}
