package ibid.resolution;

import ibid.archive.LastCaptures;
import ibid.archive.Mementos;
import ibid.archive.Snapshot;
import ibid.target.Target;
import ibid.target.Target.DefangedTarget;
import ibid.target.Target.UrlTarget;
import ibid.url.Url;
import ibid.web.LookupBudget.Turn;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Asks archives as witnesses of what is broken or could not be judged; of what is alive nobody is asked.
 *
 * <p>A witness adds evidence and the last good copy. It changes one verdict: what an archive once read without a log-in
 * was public, so that a host that now answers 404 does not hide it.
 */
public final class WitnessedResolver implements Resolver {
    /** Where there is no page, or nothing was asked for want of a network. */
    private static final Set<Reason> WITHOUT_WITNESS =
            EnumSet.of(Reason.MISSING_FILE, Reason.UNREGISTERED, Reason.MALFORMED, Reason.TRUNCATED, Reason.OFFLINE);

    private final Resolver resolver;
    private final Mementos mementos;

    /** @param resolver tells what is broken or cannot be judged */
    public WitnessedResolver(Resolver resolver, Mementos mementos) {
        this.resolver = resolver;
        this.mementos = mementos;
    }

    @Override
    public CompletableFuture<Resolution> resolve(Target target) {
        var address = address(target).filter(url -> mementos.any());
        return address.isEmpty()
                ? resolver.resolve(target)
                : resolver.resolve(target).thenCompose(found -> witnessed(address.get(), found));
    }

    /** An identifier names a source wherever it lies, and a copy of the page that leads there is of no use. */
    private static Optional<Url> address(Target target) {
        if (target instanceof UrlTarget cited) {
            return Optional.of(cited.url());
        }
        return target instanceof DefangedTarget defanged ? Optional.of(defanged.url()) : Optional.empty();
    }

    private CompletableFuture<Resolution> witnessed(Url url, Resolution found) {
        return turn(found.outcome().reason())
                .map(turn -> mementos.of(url, turn)
                        .thenApply(captures -> told(found, captures))
                        .exceptionally(fault -> found))
                .orElseGet(() -> CompletableFuture.completedFuture(found));
    }

    private static Optional<Turn> turn(Reason reason) {
        if (WITHOUT_WITNESS.contains(reason)) {
            return Optional.empty();
        }
        return switch (reason.verdict()) {
            case BROKEN -> Optional.of(Turn.BROKEN);
            case UNVERIFIED -> Optional.of(Turn.UNVERIFIED);
            case ALIVE, MOVED, SKIPPED -> Optional.empty();
        };
    }

    private static Resolution told(Resolution found, LastCaptures captures) {
        var outcome = found.outcome();
        var evidence = new Evidence();
        outcome.evidence().forEach(evidence::add);
        captures.good()
                .ifPresent(copy -> evidence.add(
                        "the last good copy in " + copy.archive() + " is of " + day(copy) + ": " + copy.url()));
        captures.last()
                .filter(last -> !captures.good().equals(Optional.of(last)))
                .ifPresent(last -> evidence.add("the last capture in " + last.archive() + ", of " + day(last) + ", has "
                        + (last.status() == 0 ? "no status" : "status " + last.status())));
        captures.none().forEach(archive -> evidence.add(archive + " has no capture of it"));
        captures.problems().forEach(evidence::add);
        var reason = outcome.reason();
        if (reason == Reason.MAYBE_PRIVATE && captures.good().isPresent()) {
            evidence.add("an archive read it without a log-in, so it was public and is gone now");
            reason = Reason.NOT_FOUND;
        }
        var snapshots = new ArrayList<Snapshot>(found.snapshots());
        captures.good().ifPresent(snapshots::add);
        return new Resolution(
                new Outcome(
                        reason,
                        outcome.status(),
                        outcome.finalUrl(),
                        outcome.hops(),
                        outcome.attempts(),
                        outcome.checkedAt(),
                        evidence.sentences()),
                found.page(),
                snapshots);
    }

    private static LocalDate day(Snapshot copy) {
        return LocalDate.ofInstant(copy.capturedAt(), ZoneOffset.UTC);
    }
}
