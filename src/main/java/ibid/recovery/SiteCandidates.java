package ibid.recovery;

import ibid.citation.Truncation;
import ibid.text.Terms;
import ibid.url.Url;
import ibid.web.LookupBudget;
import ibid.web.LookupBudget.Turn;
import ibid.web.Robots;
import ibid.web.Web;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the site itself names now: on the folder page that the cut address shows, on its home page, in its feeds and sitemaps.
 *
 * <p>A site names its newest pages and what it keeps, so that what it does not name may have been there all the same: it is
 * never complete.
 */
public final class SiteCandidates implements CandidateSource {
    /** Parts of an index of sitemaps that are read. */
    private static final int MOST_PARTS = 3;

    private static final Pattern FEED =
            Pattern.compile("(?:/feed/?|\\.rss|/rss/?|/rss\\.xml|/atom\\.xml|/feed\\.xml)$");
    private static final Pattern SITEMAP = Pattern.compile("\\.xml(?:\\.gz)?(?:\\?.*)?$");

    private final SitePages pages;
    private final LookupBudget budget;

    public SiteCandidates(Web web, Robots robots, LookupBudget budget) {
        this.pages = new SitePages(web, robots);
        this.budget = budget;
    }

    /** A page of the site with the addresses that it names. */
    private record Named(String where, Set<String> addresses) {}

    @Override
    public CompletableFuture<Offers> offers(Truncation cut, Clues clues) {
        var start = CutQuery.of(cut).map(CutQuery::folder).flatMap(Url::parse);
        if (start.isEmpty()) {
            return CompletableFuture.completedFuture(Offers.NONE);
        }
        var folder = start.get();
        var home = folder.resolve("/").orElse(folder);
        return budget.spend(
                Turn.TRUNCATED,
                () -> visited(folder)
                        .thenCombine(visited(home), SiteCandidates::both)
                        .thenCompose(seen -> feeds(seen)
                                .thenCombine(sitemaps(home, cut), SiteCandidates::both)
                                .thenApply(more -> both(seen, more)))
                        .thenApply(SiteCandidates::offers),
                Offers.NONE);
    }

    private static List<Named> both(List<Named> one, List<Named> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private CompletableFuture<List<Named>> visited(Url url) {
        return pages.addresses(url).thenApply(found -> List.of(new Named(url.address(), found)));
    }

    private CompletableFuture<List<Named>> feeds(List<Named> seen) {
        var feed = seen.stream()
                .flatMap(named -> named.addresses().stream())
                .filter(address -> FEED.matcher(address).find())
                .flatMap(address -> Url.parse(address).stream())
                .findFirst();
        return feed.map(this::visited).orElseGet(() -> CompletableFuture.completedFuture(List.of()));
    }

    private CompletableFuture<List<Named>> sitemaps(Url home, Truncation cut) {
        return pages.sitemaps(home)
                .thenCompose(maps -> all(maps.stream().limit(2).toList()))
                .thenCompose(maps -> {
                    var parts = maps.stream()
                            .flatMap(named -> named.addresses().stream())
                            .filter(address -> SITEMAP.matcher(address).find())
                            .sorted(Comparator.comparingInt((String part) -> -likeness(part, cut)))
                            .limit(MOST_PARTS)
                            .flatMap(part -> Url.parse(part).stream())
                            .toList();
                    return all(parts).thenApply(more -> both(maps, more));
                });
    }

    /** How many words of the cut address the name of a part has: {@code sitemap-blog-2020.xml}. */
    private static int likeness(String part, Truncation cut) {
        var shown = (cut.head() + " " + cut.tail()).toLowerCase(Locale.ROOT);
        return (int) Terms.of(part).stream()
                .filter(term -> term.length() > 2 && shown.contains(term))
                .count();
    }

    private CompletableFuture<List<Named>> all(List<Url> urls) {
        var reading = urls.stream().map(this::visited).toList();
        return CompletableFuture.allOf(reading.toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    var found = new ArrayList<Named>();
                    reading.forEach(one -> found.addAll(one.join()));
                    return found;
                });
    }

    private static Offers offers(List<Named> seen) {
        return new Offers(
                seen.stream()
                        .flatMap(named -> named.addresses().stream()
                                .map(address -> Offer.of(address, Offer.Kind.LINKED, named.where())))
                        .toList(),
                false,
                List.of(),
                0);
    }
}
