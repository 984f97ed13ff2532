package ibid.archive.submission;

import ibid.archive.ArchiveHost;
import ibid.archive.ArchiveHost.Service;
import ibid.archive.ArchiveReply;
import ibid.archive.ArchiveReply.Answer;
import ibid.archive.Replay;
import ibid.archive.Snapshot;
import ibid.url.ArchivedCopies;
import ibid.url.ArchivedCopy;
import ibid.url.CanonicalKey;
import ibid.url.Level;
import ibid.url.Url;
import ibid.web.LookupBudget.Turn;
import ibid.web.WebRequest;
import ibid.web.WebRequest.Method;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where an archive leads who asks for a copy of now: to its newest one. Asked without keys. */
final class NewestCopy {
    private final String replay;
    private final ArchiveHost host;
    private final InstantSource clock;

    NewestCopy(String replay, ArchiveHost host, InstantSource clock) {
        this.replay = replay;
        this.host = host;
        this.clock = clock;
    }

    /** The newest copy of the address, where it is recent; the future never fails. */
    CompletableFuture<Optional<Snapshot>> of(String address) {
        return Url.parse(Replay.of(replay).shown(address, clock.instant()))
                .map(asked -> host.ask(
                                Service.COPIES,
                                limits -> new WebRequest(Method.HEAD, asked, List.of(), limits, true),
                                Turn.SAVED)
                        .thenApply(reply -> led(asked, reply, address)))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    private Optional<Snapshot> led(Url asked, ArchiveReply reply, String address) {
        if (!(reply instanceof Answer answer) || answer.response().status() / 100 != 3) {
            return Optional.empty();
        }
        return answer.response()
                .header("Location")
                .flatMap(asked::resolve)
                .filter(copy -> copy.host().equals(asked.host()) && copy.port() == asked.port())
                .flatMap(copy -> ArchivedCopies.of(copy)
                        .filter(named -> isSame(named.original(), address))
                        .flatMap(ArchivedCopy::capturedAt)
                        .flatMap(NewestCopy::instant)
                        .map(at -> new Snapshot(host.name(), at, copy.text(), 0, "", false)))
                .filter(copy -> copy.capturedAt().isAfter(clock.instant().minus(Earlier.RECENT)));
    }

    private static boolean isSame(Url original, String address) {
        return Url.parse(address)
                .filter(url -> CanonicalKey.areEqual(url, original, Level.SOURCE))
                .isPresent();
    }

    private static Optional<Instant> instant(String iso) {
        try {
            return Optional.of(Instant.parse(iso));
        } catch (DateTimeException dayOnly) {
            return Optional.empty();
        }
    }
}
