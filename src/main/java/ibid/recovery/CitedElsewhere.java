package ibid.recovery;

import ibid.citation.Dialects;
import ibid.citation.Truncation;
import ibid.url.PercentEncoding;
import ibid.url.Url;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * The full URLs that the documents of the run cite themselves: the cheapest source, and the surest.
 *
 * <p>They are kept sorted by their decoded text without scheme and {@code www.}, so that those that begin like a cut one
 * stand together.
 */
public final class CitedElsewhere implements CandidateSource {
    /** More than these fit only where next to nothing of the address is shown. */
    private static final int MAX_CANDIDATES = 20;

    private static final Pattern PREFIX = Pattern.compile("^(?:https?://)?(?:www\\d*\\.)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern UNSAFE = Pattern.compile("[%\uFFFD].*$", Pattern.DOTALL);

    private final Dialects dialects;
    private final TreeMap<String, Map<String, Known>> known = new TreeMap<>();

    public CitedElsewhere(Dialects dialects) {
        this.dialects = dialects;
    }

    /** @param place where it is cited, such as {@code docs/a.md:12:5} */
    private record Known(Url url, String place) {}

    /** Adds a full URL that a document cites; the first place of each counts. */
    public void add(Url url, String place) {
        known.computeIfAbsent(sortKey(url.text()), k -> new LinkedHashMap<>())
                .putIfAbsent(url.text(), new Known(url, place));
    }

    /** All that were added, each spelling once. */
    public List<Url> addresses() {
        return known.values().stream()
                .flatMap(spellings -> spellings.values().stream())
                .map(Known::url)
                .toList();
    }

    @Override
    public String name() {
        return "the documents of this run";
    }

    @Override
    public CompletableFuture<Offers> offers(Truncation cut, Clues clues) {
        var fitting = new LinkedHashMap<String, Known>();
        var from = headKey(cut.head());
        for (var entry : known.tailMap(from, true).entrySet()) {
            if (!entry.getKey().startsWith(from)) {
                break;
            }
            for (var candidate : entry.getValue().values()) {
                if (dialects.accepts(cut, candidate.url().text())) {
                    fitting.putIfAbsent(Contender.keyOf(candidate.url()), candidate);
                }
            }
            if (fitting.size() > MAX_CANDIDATES) {
                break;
            }
        }
        return CompletableFuture.completedFuture(new Offers(
                fitting.values().stream()
                        .map(found -> Offer.of(found.url().text(), Offer.Kind.CITED, found.place()))
                        .toList(),
                false,
                List.of(),
                0));
    }

    private static String sortKey(String text) {
        var bare = PREFIX.matcher(text).replaceFirst("");
        var slash = bare.indexOf('/');
        var host = (slash < 0 ? bare : bare.substring(0, slash)).toLowerCase(Locale.ROOT);
        var path = slash < 0 ? "" : bare.substring(slash);
        return host + PercentEncoding.decoded(path).orElse(path).replace('+', ' ');
    }

    /** The part of a head by which its full address can be looked up: an escape may have been cut in two. */
    private static String headKey(String head) {
        return sortKey(UNSAFE.matcher(head).replaceFirst(""));
    }
}
