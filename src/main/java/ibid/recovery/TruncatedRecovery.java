package ibid.recovery;

import ibid.archive.CaptureListing.Row;
import ibid.citation.CitedDate;
import ibid.citation.Dialects;
import ibid.citation.Truncation;
import ibid.recovery.Contest.Judged;
import ibid.recovery.PageReading.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Takes a truncated target to ranked candidates: asks the sources in the order of their cost until one answer is certain, and
 * reads the pages of the likeliest.
 */
public final class TruncatedRecovery {
    /** A reader looks through no longer list. */
    static final int MOST_CANDIDATES = 20;

    /** Pages read for one cut address, one after the other, while none is certain and one that is unread may be meant. */
    private static final int MOST_PAGES = 15;

    /** A site of which so many pages say nothing is asked for no more. */
    private static final int MOST_SILENT_PAGES = 6;

    /** What is less likely is not worth asking its site for. */
    private static final double WORTH_READING = 0.005;

    /** The same where no end is shown: among thousands that begin so even the likeliest is not likely before it is read. */
    private static final double WORTH_READING_WITHOUT_END = 0.0005;

    private final Dialects dialects;
    private final Weights weights;
    private final List<CandidateSource> sources;
    private final PageSource pages;

    /** @param sources the cheapest first */
    public TruncatedRecovery(Dialects dialects, Weights weights, List<CandidateSource> sources, PageSource pages) {
        this.dialects = dialects;
        this.weights = weights;
        this.sources = List.copyOf(sources);
        this.pages = pages;
    }

    /** Recovers; the future never fails. */
    public CompletableFuture<Recovered> recover(Truncation cut, Clues clues) {
        return state(cut, clues).thenApply(Search::recovered);
    }

    CompletableFuture<Search> state(Truncation cut, Clues clues) {
        return new Search(cut, clues).from(0);
    }

    /** One cut address on its way; its steps come one after the other. */
    final class Search {
        private final Truncation cut;
        private final Clues clues;
        private final Surveyor surveyor;
        private final Map<String, PageReading> readings = new HashMap<>();
        private Offers offers = Offers.NONE;
        private Contest contest;
        private List<Judged> judged = List.of();
        private int pagesRead;

        private Search(Truncation cut, Clues clues) {
            this.cut = cut;
            this.clues = clues;
            this.surveyor = new Surveyor(cut, dialects);
            this.contest = new Contest(cut, clues, weights, List.of(), false);
        }

        private CompletableFuture<Search> from(int source) {
            if (source == sources.size() || isCertain()) {
                return CompletableFuture.completedFuture(this);
            }
            var asked = sources.get(source);
            return asked.offers(cut, clues)
                    .thenCompose(found -> {
                        surveyor.answered(asked.name(), found, add(found));
                        return read();
                    })
                    .thenCompose(read -> from(source + 1));
        }

        /** How many of them fit. */
        private int add(Offers found) {
            // A sitemap may have 50,000 addresses: what does not fit is let go at once.
            var fitting = new ArrayList<Offer>();
            for (var offer : found.offers()) {
                if (dialects.accepts(cut, offer.url())) {
                    fitting.add(offer);
                    surveyor.fits(offer.url());
                } else {
                    surveyor.passOver(offer.url());
                }
            }
            offers = offers.and(new Offers(fitting, found.complete(), found.notes(), found.requests()));
            judge();
            return fitting.size();
        }

        private void offered(List<Offer> names) {
            if (names.isEmpty()) {
                judged = contest.judged(readings);
            } else {
                add(new Offers(names, false, List.of(), 0));
            }
        }

        private void judge() {
            var contenders = Contender.among(offers.offers());
            contest = new Contest(cut, clues, weights, contenders, offers.complete());
            judged = contest.judged(readings);
        }

        private boolean isCertain() {
            return !judged.isEmpty() && contest.certainty(judged.get(0), judged).isCertain();
        }

        private CompletableFuture<Search> read() {
            var next = judged.stream()
                    .limit(MOST_PAGES)
                    .filter(one ->
                            one.probability() >= (cut.tail().isEmpty() ? WORTH_READING_WITHOUT_END : WORTH_READING)
                                    && !readings.containsKey(one.contender().key()))
                    .findFirst();
            if (next.isEmpty() || isCertain() || readings.size() >= MOST_PAGES || isSilent()) {
                return CompletableFuture.completedFuture(this);
            }
            var contender = next.get().contender();
            return reading(contender).thenCompose(reading -> {
                readings.put(contender.key(), reading);
                offered(Contest.ownNames(contender, reading.page()));
                return read();
            });
        }

        private boolean isSilent() {
            return readings.size() >= MOST_SILENT_PAGES
                    && readings.values().stream().noneMatch(reading -> reading.state() == State.READ);
        }

        /** The page as it is now; where that does not say what was cited, a copy from about that time. */
        private CompletableFuture<PageReading> reading(Contender contender) {
            pagesRead++;
            return pages.live(contender.url())
                    .thenCompose(live -> says(live)
                            ? CompletableFuture.completedFuture(live)
                            : capture(contender)
                                    .thenCompose(copy -> copy.map(row -> copied(row, live))
                                            .orElseGet(() -> CompletableFuture.completedFuture(live))));
        }

        private CompletableFuture<PageReading> copied(Row capture, PageReading live) {
            pagesRead++;
            return pages.copy(capture)
                    .thenApply(read -> read.state() == State.READ && (says(read) || live.state() != State.READ)
                            ? read.beside(live)
                            : live);
        }

        /** An index gives one capture of each address where many are listed, which may be of an error. */
        private CompletableFuture<Optional<Row>> capture(Contender contender) {
            var known = contender.bestCapture(clues.dates());
            return known.isPresent()
                    ? CompletableFuture.completedFuture(known)
                    : pages.capture(
                            contender.url(),
                            clues.dates().stream().map(CitedDate::first).min(Comparator.naturalOrder()));
        }

        private boolean says(PageReading reading) {
            return reading.state() == State.READ
                    && contest.traits().title(reading.page()).compareTo(TitleAgreement.PARTLY) < 0;
        }

        Recovered recovered() {
            var grounds = new Grounds(dialects, contest, judged);
            return new Recovered(
                    judged.stream()
                            .limit(MOST_CANDIDATES)
                            .map(grounds::candidate)
                            .toList(),
                    Optional.of(surveyor.survey(offers.notes())));
        }

        Contest contest() {
            return contest;
        }

        List<Judged> judgedOnes() {
            return judged;
        }

        int requests() {
            return offers.requests();
        }

        int pagesRead() {
            return pagesRead;
        }
    }
}
