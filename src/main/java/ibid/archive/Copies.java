package ibid.archive;

import ibid.archive.ArchiveReply.Answer;
import ibid.archive.ArchiveReply.Silence;
import ibid.archive.CaptureListing.Row;
import ibid.archive.CopyReading.Read;
import ibid.archive.CopyReading.Unread;
import ibid.url.ArchivedCopies;
import ibid.url.CanonicalKey;
import ibid.url.Level;
import ibid.url.Url;
import ibid.web.LookupBudget.Turn;
import ibid.web.WebResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The copies of one archive as they were captured, told from what the archive says itself.
 *
 * <p>An answer is a copy only with a {@code Memento-Datetime} (RFC 7089, section 2.1.1): without it a 200 is a notice, a 404
 * says that the archive has none, and a redirect leads to the copy that is nearest in time.
 */
final class Copies {
    /** A page of another time may be another page. */
    private static final Duration NEAR = Duration.ofDays(31);

    /** Archives were seen to lead in circles. */
    private static final int MOST_REDIRECTS = 3;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final String MEMENTO_DATETIME = "Memento-Datetime";

    private final ArchiveHost host;

    Copies(ArchiveHost host) {
        this.host = host;
    }

    /** Whether it is a copy that answers, and not the archive itself. */
    static boolean isCopy(WebResponse response) {
        return response.header(MEMENTO_DATETIME).flatMap(TimeMap::time).isPresent();
    }

    /** The copy of this capture, or one made near it; empty where the archive answers with none. The future never fails. */
    CompletableFuture<Optional<Memento>> of(Row capture, Replay replay, Turn turn) {
        var place = replay.asCaptured(capture.original(), capture.at());
        return read(new Wanted(place, capture.original(), capture.at(), NEAR), turn)
                .thenApply(reading -> reading instanceof Read read ? Optional.of(read.copy()) : Optional.empty());
    }

    /** Exactly this copy as it is at one of its places, or why it was not read. The future never fails. */
    CompletableFuture<CopyReading> read(ListedCopy copy, String place, Turn turn) {
        return read(new Wanted(place, copy.original(), copy.at(), Duration.ZERO), turn);
    }

    /** @param within how far the copy that the archive shows may be from the time that was asked for */
    private record Wanted(String place, String original, Instant at, Duration within) {}

    private CompletableFuture<CopyReading> read(Wanted wanted, Turn turn) {
        return Url.parse(wanted.place())
                .map(url -> ask(url, wanted, turn, MOST_REDIRECTS))
                .orElseGet(() -> unread("its address is none", true));
    }

    private CompletableFuture<CopyReading> ask(Url url, Wanted wanted, Turn turn, int redirects) {
        return host.ask(ArchiveHost.Service.COPIES, url, turn, false).thenCompose(reply -> {
            if (!(reply instanceof Answer answer)) {
                return unread(((Silence) reply).why(), false);
            }
            var response = answer.response();
            var said = response.header(MEMENTO_DATETIME).flatMap(TimeMap::time);
            if (said.isPresent()) {
                var reading = near(new Memento(said.get(), response), wanted);
                return CompletableFuture.completedFuture(reading);
            }
            return nearest(url, response, wanted.original())
                    .filter(onward -> redirects > 0)
                    .map(onward -> ask(onward, wanted, turn, redirects - 1))
                    .orElseGet(() -> ofItsOwn(response));
        });
    }

    private CopyReading near(Memento copy, Wanted wanted) {
        var apart = Duration.between(copy.at(), wanted.at()).abs();
        return apart.compareTo(wanted.within()) <= 0
                ? new Read(copy)
                : new Unread(
                        host.name() + " shows its copy of " + LocalDate.ofInstant(copy.at(), ZoneOffset.UTC)
                                + " instead",
                        true);
    }

    /** Without the time of a copy it is the archive itself that speaks. */
    private CompletableFuture<CopyReading> ofItsOwn(WebResponse response) {
        var status = response.status();
        return status == TOO_MANY_REQUESTS || status >= FIRST_SERVER_ERROR
                ? unread(host.name() + " answered " + status, false)
                : unread(host.name() + " shows no copy there (" + status + " without a Memento-Datetime)", true);
    }

    private static CompletableFuture<CopyReading> unread(String why, boolean lacking) {
        return CompletableFuture.completedFuture(new Unread(why, lacking));
    }

    /** Where the archive leads from a time of which it has no copy: on its own host, and to the same original. */
    private static Optional<Url> nearest(Url asked, WebResponse response, String original) {
        if (response.status() < 300 || response.status() >= 400) {
            return Optional.empty();
        }
        return response.header("Location")
                .flatMap(asked::resolve)
                .filter(onward -> onward.host().equals(asked.host()) && onward.port() == asked.port())
                .filter(onward -> ArchivedCopies.of(onward)
                        .map(copy -> isSame(copy.original(), original))
                        .orElse(false));
    }

    private static boolean isSame(Url original, String captured) {
        return Url.parse(captured)
                .map(url -> CanonicalKey.areEqual(url, original, Level.SOURCE))
                .orElse(false);
    }
}
