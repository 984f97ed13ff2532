package ibid.recovery;

import ibid.archive.CaptureIndex;
import ibid.page.Page;
import ibid.recovery.PageReading.State;
import ibid.recovery.Survey.PassedOver;
import ibid.url.Url;
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

    /** Candidates where something is there, likeliest first, and what was passed over; the future never fails. */
    public CompletableFuture<Recovered> recover(Url gone, Clues clues) {
        return past.of(gone)
                .thenCompose(known -> {
                    var search = new Search(gone, clues, known.page());
                    return search.moved(known)
                            .thenCompose(found -> found.hasTitle()
                                    ? CompletableFuture.completedFuture(found)
                                    : search.listed().thenApply(found::and));
                })
                .thenApply(DeadRecovery::recovered)
                .exceptionally(fault -> Recovered.NONE);
    }

    /** What was read where the page may be. */
    private record Seen(List<Successor> there, List<PassedOver> passedOver) {
        static Seen passedOver(String url, String why) {
            return new Seen(List.of(), List.of(new PassedOver(url, why)));
        }

        boolean hasTitle() {
            return there.stream().anyMatch(one -> one.titles().compareTo(TitleAgreement.PARTLY) < 0);
        }

        Seen and(Seen more) {
            return new Seen(
                    Stream.concat(there.stream(), more.there.stream()).toList(),
                    Stream.concat(passedOver.stream(), more.passedOver.stream()).toList());
        }
    }

    /** One page that is gone. */
    private final class Search {
        private final Url gone;
        private final Clues clues;
        private final Optional<Page> before;

        Search(Url gone, Clues clues, Optional<Page> before) {
            this.gone = gone;
            this.clues = clues;
            this.before = before;
        }

        CompletableFuture<Seen> moved(Past.Known known) {
            var along = siblings.candidates(gone);
            var learned = along.isEmpty() && known.successors().isEmpty()
                    ? past.siblings(gone).thenApply(moves -> moves.candidates(gone))
                    : CompletableFuture.completedFuture(along);
            return learned.thenCompose(alike -> read(
                    Stream.concat(known.successors().stream(), alike.stream()).toList(), MOST_STEPS));
        }

        CompletableFuture<Seen> listed() {
            var titles = Stream.concat(clues.titles().stream(), before.flatMap(Page::title).stream())
                    .toList();
            return listed.of(gone, titles).thenCompose(offers -> read(offers, 1));
        }

        /** @param steps how often an address that is gone, too, may lead on */
        private CompletableFuture<Seen> read(List<Offer> offers, int steps) {
            var reading = offers.stream().map(offer -> read(offer, steps)).toList();
            return CompletableFuture.allOf(reading.toArray(CompletableFuture[]::new))
                    .thenApply(done -> reading.stream()
                            .map(CompletableFuture::join)
                            .reduce(new Seen(List.of(), List.of()), Seen::and));
        }

        private CompletableFuture<Seen> read(Offer offer, int steps) {
            return Url.parse(offer.url())
                    .map(url -> pages.live(url).thenCompose(page -> {
                        var leadsOn = page.state() == State.GONE && steps > 1 && offer.kind() == Offer.Kind.ARCHIVED;
                        return leadsOn
                                ? past.of(url)
                                        .thenCompose(known -> read(onward(offer, known), steps - 1)
                                                .thenApply(seen(offer, page)::and))
                                : CompletableFuture.completedFuture(seen(offer, page));
                    }))
                    .orElseGet(
                            () -> CompletableFuture.completedFuture(Seen.passedOver(offer.url(), "it is no address")));
        }

        private Seen seen(Offer offer, PageReading page) {
            return Successor.of(gone, offer, page, clues, before)
                    .map(there -> new Seen(List.of(there), List.of()))
                    .orElseGet(() -> Seen.passedOver(offer.url(), offer.where() + "; " + Successor.whyNot(page)));
        }
    }

    private static List<Offer> onward(Offer offer, Past.Known known) {
        return known.successors().stream()
                .map(further -> new Offer(
                        further.url(), further.kind(), offer.where() + ", and " + further.where(), further.capture()))
                .toList();
    }

    /** One for each address; what speaks for all of them together is no more than one of them can have. */
    private static Recovered recovered(Seen seen) {
        Map<String, Successor> best = new LinkedHashMap<>();
        seen.there()
                .forEach(one -> best.merge(
                        Contender.keyOf(one.url()),
                        one,
                        (known, other) -> other.score() > known.score() ? other : known));
        var all = best.values().stream().mapToDouble(Successor::score).sum();
        var candidates = best.values().stream()
                .sorted(Comparator.comparingDouble((Successor one) -> -one.score())
                        .thenComparing(one -> one.url().text()))
                .map(one -> one.candidate(one.score() / Math.max(1, all)))
                .toList();
        var over = seen.passedOver().stream().distinct().toList();
        var survey = new Survey(List.of(), over.size(), over, List.of());
        return new Recovered(candidates, over.isEmpty() ? Optional.empty() : Optional.of(survey));
    }
}
