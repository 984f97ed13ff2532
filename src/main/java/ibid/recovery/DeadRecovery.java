package ibid.recovery;

import ibid.archive.CaptureIndex;
import ibid.page.Page;
import ibid.recovery.PageReading.State;
import ibid.url.Url;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Takes a broken address to where its page may be now: to where its captured redirects led, along with siblings that moved
 * alike, to the page of that title in the sitemaps. Never surely: whoever cites it has to look.
 */
public final class DeadRecovery {
    /** Sites move more than once, and archives keep each step. */
    private static final int MOST_STEPS = 3;

    private final MovedSiblings siblings;
    private final Past past;
    private final ListedTitles listed;
    private final PageSource pages;

    /**
     * @param siblings what moved in this run
     * @param indexes archives that may be asked
     */
    public DeadRecovery(MovedSiblings siblings, List<CaptureIndex> indexes, SiteLists lists, WebPages pages) {
        this(siblings, new Past(indexes, pages, pages), new ListedTitles(lists), pages);
    }

    DeadRecovery(MovedSiblings siblings, Past past, ListedTitles listed, PageSource pages) {
        this.siblings = siblings;
        this.past = past;
        this.listed = listed;
        this.pages = pages;
    }

    /** Candidates whose pages are there, likeliest first; the future never fails. */
    public CompletableFuture<List<Candidate>> recover(Url gone, Clues clues) {
        return past.of(gone)
                .thenCompose(known -> moved(gone, known, clues)
                        .thenCompose(found -> hasTitle(found)
                                ? CompletableFuture.completedFuture(found)
                                : listed.of(gone, titles(clues, known.page()))
                                        .thenCompose(offers -> read(gone, offers, clues, known.page(), 1))
                                        .thenApply(more -> Stream.concat(found.stream(), more.stream())
                                                .toList())))
                .thenApply(DeadRecovery::ranked)
                .exceptionally(fault -> List.of());
    }

    private CompletableFuture<List<Successor>> moved(Url gone, Past.Known known, Clues clues) {
        var along = siblings.candidates(gone);
        var learned = along.isEmpty() && known.successors().isEmpty()
                ? past.siblings(gone).thenApply(moves -> moves.candidates(gone))
                : CompletableFuture.completedFuture(along);
        return learned.thenCompose(alike -> read(
                gone,
                Stream.concat(known.successors().stream(), alike.stream()).toList(),
                clues,
                known.page(),
                MOST_STEPS));
    }

    private static List<String> titles(Clues clues, Optional<Page> before) {
        return Stream.concat(clues.titles().stream(), before.flatMap(Page::title).stream())
                .toList();
    }

    private static boolean hasTitle(List<Successor> found) {
        return found.stream().anyMatch(one -> one.titles().compareTo(TitleAgreement.PARTLY) < 0);
    }

    /** @param steps how often an address that is gone, too, may lead on */
    private CompletableFuture<List<Successor>> read(
            Url gone, List<Offer> offers, Clues clues, Optional<Page> before, int steps) {
        var reading = offers.stream()
                .flatMap(offer -> Url.parse(offer.url()).stream()
                        .map(url -> pages.live(url)
                                .thenCompose(page -> page.state() == State.GONE && steps > 1
                                        ? onward(gone, offer, url, clues, before, steps - 1)
                                        : CompletableFuture.completedFuture(
                                                Successor.of(gone, offer, page, clues, before).stream()
                                                        .toList()))))
                .toList();
        return CompletableFuture.allOf(reading.toArray(CompletableFuture[]::new))
                .thenApply(done ->
                        reading.stream().flatMap(found -> found.join().stream()).toList());
    }

    private CompletableFuture<List<Successor>> onward(
            Url gone, Offer offer, Url next, Clues clues, Optional<Page> before, int steps) {
        if (offer.kind() != Offer.Kind.ARCHIVED) {
            return CompletableFuture.completedFuture(List.of());
        }
        return past.of(next).thenCompose(known -> {
            var offers = known.successors().stream()
                    .map(further -> new Offer(
                            further.url(),
                            further.kind(),
                            offer.where() + ", and " + further.where(),
                            further.capture()))
                    .toList();
            return read(gone, offers, clues, before.or(known::page), steps);
        });
    }

    /** One for each address; what speaks for all of them together is no more than one of them can have. */
    private static List<Candidate> ranked(List<Successor> found) {
        Map<String, Successor> best = new LinkedHashMap<>();
        found.forEach(one -> best.merge(
                Contender.keyOf(one.url()), one, (known, other) -> other.score() > known.score() ? other : known));
        var all = best.values().stream().mapToDouble(Successor::score).sum();
        var ranked = new ArrayList<>(best.values());
        ranked.sort(Comparator.comparingDouble((Successor one) -> -one.score())
                .thenComparing(one -> one.url().text()));
        return ranked.stream()
                .map(one -> one.candidate(one.score() / Math.max(1, all)))
                .toList();
    }
}
