package ibid.recovery;

import ibid.archive.CaptureIndex;
import ibid.archive.CaptureListing;
import ibid.archive.CaptureListing.Row;
import ibid.archive.CaptureQuery;
import ibid.page.Page;
import ibid.url.CanonicalKey;
import ibid.url.Level;
import ibid.url.Url;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** What archives know of pages that are gone: what they said while they were there, and where they led later. */
final class Past {
    /** As many as are asked for to tell what became of an address, so that one answer serves both. */
    private static final int CAPTURES = 20;

    private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

    /** The later a redirect, the likelier it is that of another owner. */
    private static final int MOST_REDIRECTS = 3;

    private final List<CaptureIndex> indexes;
    private final PageSource pages;
    private final RedirectSource redirects;

    Past(List<CaptureIndex> indexes, PageSource pages, RedirectSource redirects) {
        this.indexes = List.copyOf(indexes);
        this.pages = pages;
        this.redirects = redirects;
    }

    /**
     * What is known of one address.
     *
     * @param page the last copy of the page itself that could be read
     * @param successors where its captured redirects led
     */
    record Known(Optional<Page> page, List<Offer> successors) {
        Known {
            successors = List.copyOf(successors);
        }
    }

    /** Asks one index after the other until one knows the address; the future never fails. */
    CompletableFuture<Known> of(Url gone) {
        return rows(gone, 0).thenCompose(rows -> {
            var good = rows.stream()
                    .filter(row -> row.status().stream().allMatch(status -> status / 100 == 2))
                    .max(Comparator.comparing(Row::at));
            var page = good.map(row -> pages.copy(row).thenApply(copy -> Optional.of(copy.page())))
                    .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
            return page.thenCombine(successors(gone, telling(rows, good)), Known::new);
        });
    }

    private CompletableFuture<List<Row>> rows(Url gone, int from) {
        if (from == indexes.size()) {
            return CompletableFuture.completedFuture(List.of());
        }
        var index = indexes.get(from);
        return index.list(CaptureQuery.last(gone.address(), List.of(), CAPTURES))
                .thenCompose(last -> {
                    var rows = last.captures();
                    if (rows.isEmpty()) {
                        return rows(gone, from + 1);
                    }
                    return rows.size() < CAPTURES || rows.stream().anyMatch(Past::isRedirect)
                            ? CompletableFuture.completedFuture(rows)
                            : index.list(CaptureQuery.last(gone.address(), REDIRECTS, MOST_REDIRECTS))
                                    .thenApply(older -> Stream.concat(rows.stream(), older.captures().stream())
                                            .toList());
                });
    }

    private static boolean isRedirect(Row row) {
        return row.status().stream().anyMatch(REDIRECTS::contains);
    }

    /** The redirects to read: the first after the page was seen last, then the newest. */
    private static List<Row> telling(List<Row> rows, Optional<Row> good) {
        var sorted = rows.stream()
                .filter(Past::isRedirect)
                .sorted(Comparator.comparing(Row::at).reversed())
                .toList();
        var first = good.flatMap(page ->
                sorted.stream().filter(row -> row.at().isAfter(page.at())).min(Comparator.comparing(Row::at)));
        return Stream.concat(first.stream(), sorted.stream())
                .distinct()
                .limit(MOST_REDIRECTS)
                .toList();
    }

    private CompletableFuture<List<Offer>> successors(Url gone, List<Row> rows) {
        var reading = rows.stream().map(redirects::target).toList();
        return CompletableFuture.allOf(reading.toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    Map<String, Offer> offers = new LinkedHashMap<>();
                    for (var i = 0; i < rows.size(); i++) {
                        var row = rows.get(i);
                        reading.get(i)
                                .join()
                                .filter(to -> isAnother(gone, to))
                                .ifPresent(to -> offers.putIfAbsent(key(to), successor(to, gone, row)));
                    }
                    return new ArrayList<>(offers.values());
                });
    }

    /** How others of the same folder moved, as far as archives captured their redirects. The future never fails. */
    CompletableFuture<MovedSiblings> siblings(Url gone) {
        var folder = gone.resolve(".").map(Url::address).orElse(gone.address());
        var asked = new CaptureQuery(
                folder, CaptureQuery.Match.PREFIX, Optional.empty(), REDIRECTS, true, Optional.empty(), CAPTURES);
        return indexes.stream()
                .findFirst()
                .map(index -> index.list(asked).thenCompose(this::moves))
                .orElseGet(() -> CompletableFuture.completedFuture(new MovedSiblings()));
    }

    private CompletableFuture<MovedSiblings> moves(CaptureListing listing) {
        var rows = listing.captures().stream()
                .filter(Past::isRedirect)
                .limit(MOST_REDIRECTS)
                .toList();
        var reading = rows.stream().map(redirects::target).toList();
        return CompletableFuture.allOf(reading.toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    var siblings = new MovedSiblings();
                    for (var i = 0; i < rows.size(); i++) {
                        var from = Url.parse(rows.get(i).original());
                        var to = reading.get(i).join();
                        from.ifPresent(old -> to.ifPresent(now -> siblings.add(old, now)));
                    }
                    return siblings;
                });
    }

    private static Offer successor(Url to, Url gone, Row row) {
        return new Offer(
                to.text(),
                Offer.Kind.ARCHIVED,
                gone.text() + " led to it when it was captured on " + LocalDate.ofInstant(row.at(), ZoneOffset.UTC),
                Optional.of(row));
    }

    /** With another scheme or {@code www.} it is the same page; a home page is where sites send what they have no more. */
    private static boolean isAnother(Url gone, Url to) {
        return !key(gone).equals(key(to)) && (!isHome(to) || isHome(gone));
    }

    static boolean isHome(Url url) {
        return url.path().length() <= 1 && url.query().isEmpty();
    }

    private static String key(Url url) {
        return CanonicalKey.of(url, Level.SOURCE);
    }
}
