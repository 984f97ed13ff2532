package ibid.recovery;

import ibid.citation.Truncation;
import ibid.url.Url;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What the site itself names now: on the folder page that the cut address shows, on its home page, in its feeds and sitemaps.
 *
 * <p>A site names its newest pages and what it keeps, so that what it does not name may have been there all the same: it is
 * never complete.
 */
public final class SiteCandidates implements CandidateSource {
    private final SiteLists lists;

    public SiteCandidates(SiteLists lists) {
        this.lists = lists;
    }

    @Override
    public String name() {
        return "what the site names";
    }

    @Override
    public CompletableFuture<Offers> offers(Truncation cut, Clues clues) {
        return CutQuery.of(cut)
                .map(CutQuery::folder)
                .flatMap(Url::parse)
                .map(folder -> lists.near(folder, cut.head() + " " + cut.tail())
                        .thenApply(offers -> new Offers(offers, false, List.of(), 0)))
                .orElseGet(() -> CompletableFuture.completedFuture(Offers.NONE));
    }
}
