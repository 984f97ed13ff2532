package ibid.archive;

import ibid.archive.CaptureListing.Row;
import ibid.web.LookupBudget.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The copies that an index of captures lists, of an archive that is known to show them. */
final class IndexedCopies implements CopySource {
    /** Enough to see behind the errors of some years; rows are small. */
    private static final int MOST_ROWS = 500;

    private static final int MOST_GOOD_ROWS = 50;

    private final Archives.Known archive;
    private final Replay replay;
    private final Archives archives;

    IndexedCopies(Archives.Known archive, Replay replay, Archives archives) {
        this.archive = archive;
        this.replay = replay;
        this.archives = archives;
    }

    @Override
    public boolean mayKnow(String address) {
        return archive.discretion().allows(address);
    }

    @Override
    public CompletableFuture<CopyList> near(String address, Instant date, Turn turn) {
        var index = archives.inTurn(archive, turn);
        // The question that a witness asked before: where its answer is short it holds all that there is.
        return index.list(CaptureQuery.last(address, List.of(), Mementos.SEEN))
                .thenCompose(last -> last.complete() && last.captures().size() < Mementos.SEEN
                        ? CompletableFuture.completedFuture(last)
                        : near(index, address, date))
                .thenApply(this::copies);
    }

    private static CompletableFuture<CaptureListing> near(CaptureIndex index, String address, Instant date) {
        return index.list(CaptureQuery.near(address, date, List.of(), MOST_ROWS))
                .thenCompose(near -> near.captures().size() < MOST_ROWS || anyMayBeRead(near.captures())
                        ? CompletableFuture.completedFuture(near)
                        : index.list(CaptureQuery.near(address, date, List.of(200), MOST_GOOD_ROWS))
                                .thenApply(good -> both(near, good)));
    }

    private static boolean anyMayBeRead(List<Row> rows) {
        return rows.stream().anyMatch(row -> row.statusAmong(rows).stream().allMatch(status -> status == 200));
    }

    private static CaptureListing both(CaptureListing near, CaptureListing good) {
        var rows = Stream.concat(near.captures().stream(), good.captures().stream())
                .toList();
        return new CaptureListing(rows, good.complete(), good.problem(), near.requests() + good.requests());
    }

    private CopyList copies(CaptureListing listing) {
        var rows = listing.captures();
        return new CopyList(
                rows.stream().map(row -> copy(row, rows)).toList(),
                rows.isEmpty() ? listing.problem() : Optional.empty());
    }

    private ListedCopy copy(Row row, List<Row> rows) {
        var status = row.statusAmong(rows);
        return new ListedCopy(
                archive.listings().name(),
                row.original(),
                row.at(),
                replay.shown(row.original(), row.at()),
                List.of(replay.asCaptured(row.original(), row.at())),
                status,
                row.payloadDigest(),
                status.stream()
                        .filter(other -> other != ListedCopy.OK)
                        .mapToObj(IndexedCopies::objection)
                        .findFirst());
    }

    private static String objection(int status) {
        return status / 100 == 3
                ? "it was captured as a redirect (" + status + ")"
                : "it was captured with status " + status;
    }
}
