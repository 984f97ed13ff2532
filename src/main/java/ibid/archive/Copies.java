package ibid.archive;

import ibid.archive.ArchiveReply.Answer;
import ibid.archive.CaptureListing.Row;
import ibid.url.ArchivedCopies;
import ibid.url.CanonicalKey;
import ibid.url.Level;
import ibid.url.Url;
import ibid.web.LookupBudget.Turn;
import ibid.web.WebResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
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

    private static final String MEMENTO_DATETIME = "Memento-Datetime";

    private final Replay replay;
    private final ArchiveHost host;

    Copies(Replay replay, ArchiveHost host) {
        this.replay = replay;
        this.host = host;
    }

    /** The copy of this capture, or one made near it; empty where the archive answers with none. The future never fails. */
    CompletableFuture<Optional<Memento>> of(Row capture, Turn turn) {
        return Url.parse(replay.asCaptured(capture.original(), capture.at()))
                .map(url -> ask(url, capture, turn, MOST_REDIRECTS))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    private CompletableFuture<Optional<Memento>> ask(Url url, Row capture, Turn turn, int redirects) {
        return host.ask(ArchiveHost.Service.COPIES, url, turn, false).thenCompose(reply -> {
            if (!(reply instanceof Answer answer)) {
                return CompletableFuture.completedFuture(Optional.empty());
            }
            var response = answer.response();
            var said = response.header(MEMENTO_DATETIME);
            if (said.isPresent()) {
                var memento = new Memento(time(said.get()).orElse(capture.at()), response);
                return CompletableFuture.completedFuture(Optional.of(memento).filter(copy -> isNear(copy, capture)));
            }
            return nearest(url, response, capture)
                    .filter(onward -> redirects > 0)
                    .map(onward -> ask(onward, capture, turn, redirects - 1))
                    .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
        });
    }

    private static boolean isNear(Memento copy, Row capture) {
        return Duration.between(copy.at(), capture.at()).abs().compareTo(NEAR) <= 0;
    }

    /** Where the archive leads from a time of which it has no copy: on its own host, and to the same original. */
    private static Optional<Url> nearest(Url asked, WebResponse response, Row capture) {
        if (response.status() < 300 || response.status() >= 400) {
            return Optional.empty();
        }
        return response.header("Location")
                .flatMap(asked::resolve)
                .filter(onward -> onward.host().equals(asked.host()) && onward.port() == asked.port())
                .filter(onward -> ArchivedCopies.of(onward)
                        .map(copy -> isSame(copy.original(), capture.original()))
                        .orElse(false));
    }

    private static boolean isSame(Url original, String captured) {
        return Url.parse(captured)
                .map(url -> CanonicalKey.of(url, Level.SOURCE).equals(CanonicalKey.of(original, Level.SOURCE)))
                .orElse(false);
    }

    private static Optional<Instant> time(String httpDate) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(httpDate.strip())));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
