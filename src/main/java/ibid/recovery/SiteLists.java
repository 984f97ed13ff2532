package ibid.recovery;

import ibid.recovery.Offer.Kind;
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

/** The addresses that sites name themselves, on their pages and in their feeds and sitemaps: one for the whole run. */
public final class SiteLists {
    /** Parts of an index of sitemaps that are read. */
    private static final int MOST_PARTS = 3;

    private static final Pattern FEED =
            Pattern.compile("(?:/feed/?|\\.rss|/rss/?|/rss\\.xml|/atom\\.xml|/feed\\.xml)$");
    private static final Pattern SITEMAP = Pattern.compile("\\.xml(?:\\.gz)?(?:\\?.*)?$");

    private final SitePages pages;
    private final LookupBudget budget;

    public SiteLists(Web web, Robots robots, LookupBudget budget) {
        this.pages = new SitePages(web, robots);
        this.budget = budget;
    }

    /** A page of the site with the addresses that it names. */
    private record Named(String where, Set<String> addresses) {}

    /**
     * What a folder's page, the home page, a feed and the sitemaps name.
     *
     * @param about words of what is looked for, by which the parts of a large sitemap are chosen
     */
    CompletableFuture<List<Offer>> near(Url folder, String about) {
        var home = folder.resolve("/").orElse(folder);
        return budget.spend(
                Turn.TRUNCATED,
                () -> visited(folder)
                        .thenCombine(visited(home), SiteLists::both)
                        .thenCompose(seen -> feeds(seen)
                                .thenCombine(sitemaps(home, about), SiteLists::both)
                                .thenApply(more -> both(seen, more)))
                        .thenApply(SiteLists::offers),
                List.of());
    }

    /** What the sitemaps of the host name. */
    CompletableFuture<List<Offer>> sitemaps(Url page, String about, Turn turn) {
        var home = page.resolve("/").orElse(page);
        return budget.spend(turn, () -> sitemaps(home, about).thenApply(SiteLists::offers), List.of());
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

    private CompletableFuture<List<Named>> sitemaps(Url home, String about) {
        var words = about.toLowerCase(Locale.ROOT);
        return pages.sitemaps(home)
                .thenCompose(maps -> all(maps.stream().limit(2).toList()))
                .thenCompose(maps -> {
                    var parts = maps.stream()
                            .flatMap(named -> named.addresses().stream())
                            .filter(address -> SITEMAP.matcher(address).find())
                            .sorted(Comparator.comparingInt((String part) -> -likeness(part, words)))
                            .limit(MOST_PARTS)
                            .flatMap(part -> Url.parse(part).stream())
                            .toList();
                    return all(parts).thenApply(more -> both(maps, more));
                });
    }

    /** How many of the words the name of a part has: {@code sitemap-blog-2020.xml}. */
    private static int likeness(String part, String words) {
        return (int) Terms.of(part).stream()
                .filter(term -> term.length() > 2 && words.contains(term))
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

    private static List<Offer> offers(List<Named> seen) {
        return seen.stream()
                .flatMap(named ->
                        named.addresses().stream().map(address -> Offer.of(address, Kind.LINKED, named.where())))
                .toList();
    }
}
