package ibid.recovery;

import ibid.text.Terms;
import ibid.url.CanonicalKey;
import ibid.url.Level;
import ibid.url.Url;
import ibid.web.LookupBudget.Turn;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** Pages that a site's sitemaps name, and whose addresses have the words of a title or the name of a page that is gone. */
final class ListedTitles {
    /** Pages of one site that have this share of the words of a title are few. */
    private static final double MOST_WORDS = 0.7;

    private static final int MOST_OFFERS = 3;

    /** {@code index}, {@code about} and {@code page} are names of many pages. */
    private static final int SHORTEST_NAME = 10;

    private static final Pattern ENDING = Pattern.compile("\\.[a-z0-9]{2,5}$");

    private final SiteLists lists;

    ListedTitles(SiteLists lists) {
        this.lists = lists;
    }

    private record Fit(Offer offer, boolean sameName, double words) {
        boolean isWorthReading() {
            return sameName || words >= MOST_WORDS;
        }
    }

    /** The likeliest; whether they are what is looked for their pages have to say. The future never fails. */
    CompletableFuture<List<Offer>> of(Url gone, List<String> titles) {
        var name = name(gone);
        if (titles.isEmpty() && name.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        var own = key(gone);
        return lists.sitemaps(gone, gone.path() + " " + String.join(" ", titles), Turn.BROKEN)
                .thenApply(listed -> listed.stream()
                        .flatMap(offer -> Url.parse(offer.url())
                                .filter(url -> !key(url).equals(own))
                                .map(url -> fit(offer, url, name, titles))
                                .stream())
                        .filter(Fit::isWorthReading)
                        .sorted(Comparator.comparing((Fit fit) -> !fit.sameName())
                                .thenComparing(fit -> -fit.words())
                                .thenComparing(fit -> fit.offer().url()))
                        .map(Fit::offer)
                        .distinct()
                        .limit(MOST_OFFERS)
                        .toList());
    }

    private static Fit fit(Offer offer, Url url, String name, List<String> titles) {
        var path = url.path();
        return new Fit(
                offer,
                !name.isEmpty() && name.equals(name(url)),
                TitleFit.best(titles, path, path).inPath());
    }

    /** The last segment of the path without its ending, where it is one that no other page has. */
    static String name(Url url) {
        var path = url.path().replaceFirst("/+$", "");
        var last = ENDING.matcher(path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT))
                .replaceFirst("");
        return last.length() >= SHORTEST_NAME && Terms.of(last).size() > 1 ? last : "";
    }

    private static String key(Url url) {
        return CanonicalKey.of(url, Level.SOURCE);
    }
}
