package ibid.recovery;

import ibid.recovery.PageReading.State;
import ibid.url.Url;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Takes a broken address to where its page may be now; never surely: whoever cites it has to look. */
public final class DeadRecovery {
    /** Several siblings moved so and the page is there; what it says is for a person to judge. */
    private static final double MOVED_ALONG = 0.7;

    private final MovedSiblings siblings;
    private final PageSource pages;

    public DeadRecovery(MovedSiblings siblings, PageSource pages) {
        this.siblings = siblings;
        this.pages = pages;
    }

    /** Candidates whose pages are there; the future never fails. */
    public CompletableFuture<List<Candidate>> recover(Url gone, Clues clues) {
        var readings = siblings.candidates(gone).stream()
                .map(offer -> Url.parse(offer.url())
                        .map(url -> pages.live(url).thenApply(page -> candidate(offer, page, clues)))
                        .orElseGet(() -> CompletableFuture.completedFuture(List.of())))
                .toList();
        return CompletableFuture.allOf(readings.toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    var candidates = new ArrayList<Candidate>();
                    readings.forEach(reading -> candidates.addAll(reading.join()));
                    return candidates;
                });
    }

    private static List<Candidate> candidate(Offer offer, PageReading reading, Clues clues) {
        if (reading.state() != State.READ) {
            return List.of();
        }
        var title = reading.page().title().orElse("");
        var agreement = TitleAgreement.of(clues.titles(), title);
        var evidence = new ArrayList<String>();
        evidence.add("it follows from " + offer.where());
        evidence.add(
                agreement.compareTo(TitleAgreement.PARTLY) < 0
                        ? "a page is there and has the cited title: \"" + title + "\""
                        : "a page is there, titled \"" + title + "\"");
        var certainty = agreement == TitleAgreement.OTHER ? Certainty.POSSIBLE : Certainty.PROBABLE;
        var score = agreement == TitleAgreement.OTHER ? 1 - MOVED_ALONG : MOVED_ALONG;
        return List.of(new Candidate(offer.url(), certainty, score, evidence, reading.outcome()));
    }
}
