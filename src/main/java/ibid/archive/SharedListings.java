package ibid.archive;

import ibid.archive.CaptureQuery.Match;
import ibid.url.Url;
import ibid.web.LookupBudget.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One index for the whole run: each question is asked once, and a complete list of a folder or host answers all questions
 * about what lies below.
 */
final class SharedListings {
    private final CdxIndex index;
    private final ListingMemory memory;
    private final Map<CaptureQuery, CompletableFuture<CaptureListing>> asked = new HashMap<>();
    /** Those of {@link #asked} that may hold the answer to others, in the order in which they were asked. */
    private final List<Wide> wide = new ArrayList<>();

    private record Wide(CaptureQuery query, CompletableFuture<CaptureListing> listing) {}

    SharedListings(CdxIndex index, ListingMemory memory) {
        this.index = index;
        this.memory = memory;
    }

    String address() {
        return index.address();
    }

    String name() {
        return index.name();
    }

    CompletableFuture<CaptureListing> list(CaptureQuery query, Turn turn) {
        var fresh = new CompletableFuture<CaptureListing>();
        Optional<Wide> wider;
        synchronized (asked) {
            var known = asked.putIfAbsent(query, fresh);
            if (known != null) {
                return known;
            }
            // Only what was asked before: two that cover each other must not wait for one another.
            wider = wide.stream().filter(other -> covers(other.query(), query)).findFirst();
            if (query.isWide()) {
                wide.add(new Wide(query, fresh));
            }
        }
        var unused = memory.known(index.address(), query)
                .map(CompletableFuture::completedFuture)
                .or(() -> wider.map(other -> within(other.listing(), query, turn)))
                .orElseGet(() -> ask(query, turn))
                .thenAccept(fresh::complete);
        return fresh;
    }

    private CompletableFuture<CaptureListing> within(
            CompletableFuture<CaptureListing> wider, CaptureQuery query, Turn turn) {
        return wider.thenCompose(
                all -> all.complete() ? CompletableFuture.completedFuture(within(all, query)) : ask(query, turn));
    }

    private CompletableFuture<CaptureListing> ask(CaptureQuery query, Turn turn) {
        return index.list(query, turn).thenApply(listing -> {
            if (listing.complete()) {
                memory.learn(index.address(), query, listing);
            }
            return listing;
        });
    }

    /** Whether a complete answer to the one holds the answer to the other. */
    private static boolean covers(CaptureQuery wide, CaptureQuery narrow) {
        var comparable = narrow.isWide()
                && wide.original().isEmpty()
                && wide.closest().isEmpty()
                && wide.statuses().equals(narrow.statuses())
                && wide.onePerAddress() == narrow.onePerAddress();
        return comparable
                && Url.parse(wide.url())
                        .flatMap(above ->
                                Url.parse(narrow.url()).map(below -> isBelow(wide.match(), above, narrow, below)))
                        .orElse(false);
    }

    private static boolean isBelow(Match match, Url above, CaptureQuery narrow, Url below) {
        return switch (match) {
            case PREFIX ->
                narrow.match() == Match.PREFIX && CdxRows.prefix(below).startsWith(CdxRows.prefix(above));
            case HOST ->
                narrow.match() != Match.DOMAIN && CdxRows.bare(below.host()).equals(CdxRows.bare(above.host()));
            case DOMAIN ->
                CdxRows.bare(below.host()).equals(CdxRows.bare(above.host()))
                        || below.host().endsWith("." + CdxRows.bare(above.host()));
            case EXACT -> false;
        };
    }

    private CaptureListing within(CaptureListing all, CaptureQuery query) {
        var rows = new CdxRows(query, Url.parse(query.url()).orElseThrow());
        rows.pick(all.captures());
        var tooMany = rows.size() > query.limit();
        return new CaptureListing(
                rows.rows(),
                !tooMany,
                tooMany ? Optional.of(index.name() + " knows more captures than were asked for") : Optional.empty(),
                0);
    }
}
