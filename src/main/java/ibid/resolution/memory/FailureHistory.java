package ibid.resolution.memory;

import ibid.config.Settings.Confirm;
import ibid.resolution.Outcome;
import ibid.resolution.Reason;
import ibid.resolution.Resolution;
import ibid.resolution.Verdict;
import ibid.store.RecordCodec;
import ibid.store.Shelf;
import ibid.store.Store;
import ibid.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/**
 * How often each target was found broken, under whatever settings: an answer that it is there ends the count, and what
 * could not be told says nothing. Counted in every run, so that it can be asked for at any time.
 */
final class FailureHistory {
    private final Shelf<Failures> failures;
    private final Optional<Confirm> confirm;

    FailureHistory(Store store, Optional<Confirm> confirm) {
        this.failures = store.shelf("failures", new RecordCodec<>(Failures.class));
        this.confirm = confirm;
    }

    /** Takes in what a run that began at {@code run} found by asking. */
    void add(Target target, Outcome outcome, Instant run) {
        var key = key(target);
        if (outcome.verdict() == Verdict.ALIVE || outcome.verdict() == Verdict.MOVED) {
            failures.remove(key);
        } else if (outcome.verdict() == Verdict.BROKEN && outcome.checkedAt().isPresent()) {
            var at = outcome.checkedAt().get();
            var before = failures.get(key);
            if (before.filter(known -> known.run().equals(run)).isEmpty()) {
                failures.put(
                        key,
                        new Failures(
                                before.map(Failures::runs).orElse(0) + 1,
                                before.map(Failures::first).orElse(at),
                                at,
                                run));
            }
        }
    }

    /** Whether a target that was found broken may be called so. */
    boolean confirms(Target target) {
        return confirm.isEmpty()
                || failures.get(key(target))
                        .filter(known -> known.runs() >= confirm.get().runs()
                                && days(known) >= confirm.get().days())
                        .isPresent();
    }

    private static long days(Failures known) {
        return Math.max(0, Duration.between(known.first(), known.last()).toDays());
    }

    /** The same, or that it could not be told yet where more failures are asked for. */
    Resolution judged(Target target, Resolution found) {
        var outcome = found.outcome();
        if (outcome.verdict() != Verdict.BROKEN || outcome.checkedAt().isEmpty() || confirms(target)) {
            return found;
        }
        var evidence = new ArrayList<>(outcome.evidence());
        evidence.add(sentence(failures.get(key(target)), confirm.orElseThrow()));
        var unconfirmed = new Outcome(
                Reason.UNCONFIRMED,
                outcome.status(),
                outcome.finalUrl(),
                outcome.hops(),
                outcome.attempts(),
                outcome.checkedAt(),
                evidence);
        return found.with(unconfirmed);
    }

    private static String sentence(Optional<Failures> known, Confirm asked) {
        var runs = known.map(Failures::runs).orElse(1);
        var days = known.map(FailureHistory::days).orElse(0L);
        return "it was found broken in " + count(runs, "run") + (days > 0 ? " over " + count(days, "day") : "")
                + "; it counts as broken after " + count(asked.runs(), "run")
                + (asked.days() > 0 ? " over " + count(asked.days(), "day") : "");
    }

    private static String count(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }

    private static String key(Target target) {
        return SettingsPrint.digest(target.key());
    }
}
