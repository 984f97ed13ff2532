package ibid.recovery;

import ibid.citation.Dialects;
import ibid.citation.Truncation;
import ibid.recovery.Offer.Kind;
import ibid.url.Url;
import ibid.web.Robots;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Addresses put together from the cited title and date as the site makes its own: for pages that no list has and nobody
 * captured.
 *
 * <p>What is put together always agrees with the title, so that only what a page is at is offered; the site is asked for a
 * few at most, and for nothing that its robots.txt forbids.
 */
public final class ComposedCandidates implements CandidateSource {
    /** Asked for of one cut address. */
    private static final int MOST_ASKED = 3;

    private final Dialects dialects;
    private final SiteLists lists;
    private final List<Url> cited;
    private final Robots robots;
    private final PageSource pages;

    /**
     * @param lists what the sites name, which shows how they make their addresses
     * @param cited the full addresses of the run, which show it as well
     */
    public ComposedCandidates(Dialects dialects, SiteLists lists, List<Url> cited, Robots robots, PageSource pages) {
        this.dialects = dialects;
        this.lists = lists;
        this.cited = List.copyOf(cited);
        this.robots = robots;
        this.pages = pages;
    }

    @Override
    public String name() {
        return "addresses put together from the title";
    }

    @Override
    public CompletableFuture<Offers> offers(Truncation cut, Clues clues) {
        var folder = CutQuery.of(cut).map(CutQuery::folder).flatMap(Url::parse);
        if (folder.isEmpty() || clues.titles().isEmpty()) {
            return CompletableFuture.completedFuture(Offers.NONE);
        }
        return lists.near(folder.get(), cut.head() + " " + cut.tail())
                .thenApply(named -> wanted(cut, clues, folder.get(), named))
                .thenCompose(wanted -> there(wanted, 0, new ArrayList<>()))
                .thenApply(there -> new Offers(there, false, List.of(), there.size()));
    }

    /** What fits the cut text and is not named by the site already. */
    private List<Offer> wanted(Truncation cut, Clues clues, Url folder, List<Offer> named) {
        var known = new ArrayList<>(cited);
        named.stream().flatMap(offer -> Url.parse(offer.url()).stream()).forEach(known::add);
        var fitting = AddressPattern.of(cut, folder, known).stream()
                .flatMap(pattern -> pattern.filled(clues).stream()
                        .map(address -> Offer.of(address, Kind.COMPOSED, "the pattern of " + pattern.example())))
                .filter(offer -> dialects.accepts(cut, offer.url()))
                .distinct()
                .toList();
        if (fitting.isEmpty()) {
            return fitting;
        }
        // A sitemap may have 50,000 addresses.
        var listed = known.stream().map(Contender::keyOf).collect(Collectors.toSet());
        return fitting.stream()
                .filter(offer -> Url.parse(offer.url())
                        .filter(url -> !listed.contains(Contender.keyOf(url)))
                        .isPresent())
                .limit(MOST_ASKED)
                .toList();
    }

    private CompletableFuture<List<Offer>> there(List<Offer> wanted, int next, List<Offer> found) {
        if (next == wanted.size() || !found.isEmpty()) {
            return CompletableFuture.completedFuture(found);
        }
        var offer = wanted.get(next);
        return Url.parse(offer.url())
                .map(url -> robots.allow(url)
                        .thenCompose(
                                may -> may ? pages.live(url) : CompletableFuture.completedFuture(PageReading.UNASKED)))
                .orElseGet(() -> CompletableFuture.completedFuture(PageReading.UNASKED))
                .thenCompose(reading -> {
                    if (reading.state() == PageReading.State.READ) {
                        found.add(offer);
                    }
                    return there(wanted, next + 1, found);
                });
    }
}
