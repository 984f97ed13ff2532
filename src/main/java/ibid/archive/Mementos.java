package ibid.archive;

import ibid.archive.CaptureListing.Row;
import ibid.url.ArchivedCopies;
import ibid.url.Url;
import ibid.web.LookupBudget.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/**
 * Looks up the last captures of single addresses: in one archive after the other, until one has a good one.
 *
 * <p>The index is asked, not a TimeGate, because it also says with what status a page was captured. The availability
 * service is a hint only: it is asked where the index does not answer, and what it does not know may be there all the same.
 */
public final class Mementos {
    /** Enough to see behind the error pages of a site's last years. */
    static final int SEEN = 20;

    private final List<Archives.Known> known;
    private final Archives archives;

    Mementos(List<Archives.Known> known, Archives archives) {
        this.known = List.copyOf(known);
        this.archives = archives;
    }

    /** Whether there is anybody to ask. */
    public boolean any() {
        return !known.isEmpty();
    }

    /**
     * What archives have of the address, or of the original where it is a copy itself; nothing of an address that they may
     * not be told of. The future never fails.
     */
    public CompletableFuture<LastCaptures> of(Url url, Turn turn) {
        var original = ArchivedCopies.original(url).address();
        var told = known.stream()
                .filter(archive -> !url.hasCredentials() && archive.discretion().allows(url.text()))
                .filter(archive -> archive.discretion().allows(original))
                .toList();
        return from(told, original, turn, new Found()).thenApply(captures -> {
            if (!told.isEmpty()) {
                archives.lookedUp(original, !captures.problems().isEmpty());
            }
            return captures;
        });
    }

    private static final class Found {
        private final List<Snapshot> last = new ArrayList<>();
        private final List<Snapshot> good = new ArrayList<>();
        private final List<String> none = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();

        LastCaptures captures() {
            return new LastCaptures(last.stream().findFirst(), good.stream().findFirst(), none, problems);
        }
    }

    private CompletableFuture<LastCaptures> from(List<Archives.Known> told, String address, Turn turn, Found found) {
        if (told.isEmpty() || !found.good.isEmpty()) {
            return CompletableFuture.completedFuture(found.captures());
        }
        var archive = told.get(0);
        var index = archives.inTurn(archive, turn);
        return index.list(CaptureQuery.last(address, List.of(), SEEN))
                .thenCompose(listing -> seen(archive, index, address, turn, listing, found))
                .thenCompose(done -> from(told.subList(1, told.size()), address, turn, found));
    }

    private CompletableFuture<Found> seen(
            Archives.Known archive,
            CaptureIndex index,
            String address,
            Turn turn,
            CaptureListing listing,
            Found found) {
        var rows = listing.captures();
        if (rows.isEmpty()) {
            return listing.complete()
                    ? none(index, found)
                    : hinted(archive, address, turn, listing.problem().orElse("no answer"), found);
        }
        found.last.add(snapshot(archive, rows.get(rows.size() - 1), rows));
        for (var i = rows.size() - 1; i >= 0; i--) {
            if (isGood(rows.get(i).statusAmong(rows))) {
                found.good.add(snapshot(archive, rows.get(i), rows));
                return CompletableFuture.completedFuture(found);
            }
        }
        return rows.size() < SEEN
                ? CompletableFuture.completedFuture(found)
                : index.list(CaptureQuery.last(address, List.of(200), 1)).thenApply(older -> {
                    older.captures().forEach(row -> found.good.add(snapshot(archive, row, older.captures())));
                    return found;
                });
    }

    private static CompletableFuture<Found> none(CaptureIndex index, Found found) {
        found.none.add(index.name());
        return CompletableFuture.completedFuture(found);
    }

    private CompletableFuture<Found> hinted(
            Archives.Known archive, String address, Turn turn, String problem, Found found) {
        return archives.available(archive, address, turn).thenApply(hint -> {
            hint.ifPresent(row -> {
                var snapshot = snapshot(archive, row, List.of(row));
                (isGood(row.status()) ? found.good : found.last).add(snapshot);
            });
            if (hint.isEmpty()) {
                found.problems.add(problem);
            }
            return found;
        });
    }

    private static boolean isGood(OptionalInt status) {
        return status.isPresent() && status.getAsInt() >= 200 && status.getAsInt() < 300;
    }

    private static Snapshot snapshot(Archives.Known archive, Row row, List<Row> rows) {
        var address = archive.replay()
                .map(replay -> replay.shown(row.original(), row.at()))
                .orElse(row.original());
        return new Snapshot(
                archive.listings().name(),
                row.at(),
                address,
                row.statusAmong(rows).orElse(0),
                row.payloadDigest(),
                false);
    }
}
