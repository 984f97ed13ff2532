package ibid.archive.submission;

import ibid.archive.Snapshot;
import ibid.archive.submission.Saved.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Tells whether an address has to be sent at all: by what earlier runs sent, and by the captures that the archive lists. */
final class Earlier {
    /** A page that was captured less long ago is not captured again. */
    static final Duration RECENT = Duration.ofDays(30);

    /** An archive that would not do it then hardly will now. */
    private static final Duration STAYS_WITHOUT = Duration.ofDays(7);

    /** The index is days behind: what it does not list by then was never made. */
    private static final Duration INDEXED = Duration.ofDays(3);

    /** The archive's clock and this one. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final SavingArchive archive;
    private final String name;
    private final Sendings sendings;
    private final InstantSource clock;

    Earlier(SavingArchive archive, Sendings sendings, InstantSource clock) {
        this.archive = archive;
        this.name = archive.name();
        this.sendings = sendings;
        this.clock = clock;
    }

    /** What is to be done with an address. */
    sealed interface Step {

        /** It is to be sent. */
        record Send() implements Step {}

        /** The archive has it in work. */
        record Follow(Sending sending, String job) implements Step {}

        /** Nothing. */
        record Ended(Saved saved) implements Step {}
    }

    /** The next step; the future never fails. */
    CompletableFuture<Step> step(String address) {
        var known = sendings.of(name, address);
        if (known.isEmpty()) {
            return unlessListed(address);
        }
        var sending = known.get();
        return switch (sending.state()) {
            case SENT -> unanswered(address, sending);
            case ACCEPTED -> done(new Step.Follow(sending, sending.job().orElse("")));
            case ARCHIVED ->
                sending.copy()
                        .filter(copy -> isWithin(RECENT, copy.capturedAt()))
                        .map(copy -> done(new Step.Ended(new Saved(
                                name, Result.NOT_ATTEMPTED, Optional.of(copy), "an earlier run had it archived"))))
                        .orElseGet(() -> unlessListed(address));
            case WITHOUT_COPY ->
                isWithin(STAYS_WITHOUT, sending.at())
                        ? ended(Result.NOT_ATTEMPTED, "asked for on " + day(sending.at()) + ": " + sending.why())
                        : unlessListed(address);
        };
    }

    private CompletableFuture<Step> unlessListed(String address) {
        return archive.copies(address)
                .thenApply(listing -> newest(listing, clock.instant().minus(RECENT))
                        .<Step>map(copy -> new Step.Ended(new Saved(
                                name,
                                Result.NOT_ATTEMPTED,
                                Optional.of(copy),
                                name + " has a copy of " + day(copy.capturedAt()))))
                        .orElseGet(Step.Send::new));
    }

    /** What was sent and not answered: only the list can tell, and what it does not show after days was never made. */
    CompletableFuture<Step> unanswered(String address, Sending sending) {
        return archive.copies(address).thenApply(listing -> {
            var copy = newest(listing, sending.at().minus(CLOCKS_DIFFER));
            if (copy.isPresent()) {
                sendings.put(name, address, sending.archived(copy.get()));
                return new Step.Ended(
                        new Saved(name, Result.ARCHIVED, copy, "it was asked for on " + day(sending.at())));
            }
            var isListedByNow = listing.complete() && !isWithin(INDEXED, sending.at());
            return isListedByNow || !isWithin(RECENT, sending.at())
                    ? new Step.Send()
                    : new Step.Ended(Saved.without(
                            name,
                            Result.OUTCOME_UNKNOWN,
                            "it was asked for on " + day(sending.at())
                                    + " without an answer, and is not asked for again"));
        });
    }

    private static Optional<Snapshot> newest(Listed listed, Instant since) {
        return listed.copies().stream()
                .filter(copy -> !copy.capturedAt().isBefore(since))
                // An error page keeps nothing; what has no status had not changed since its last copy.
                .filter(copy -> copy.status() < 400)
                .reduce((one, other) -> other.capturedAt().isBefore(one.capturedAt()) ? one : other);
    }

    private boolean isWithin(Duration longest, Instant at) {
        return Duration.between(at, clock.instant()).compareTo(longest) < 0;
    }

    private CompletableFuture<Step> ended(Result result, String reason) {
        return done(new Step.Ended(Saved.without(name, result, reason)));
    }

    private static CompletableFuture<Step> done(Step step) {
        return CompletableFuture.completedFuture(step);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
