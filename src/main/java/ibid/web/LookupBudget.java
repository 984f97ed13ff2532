package ibid.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The time that all look-ups of a run have together: in archives, indexes and registers.
 *
 * <p>It passes only while a look-up is under way, so that a run lasts at most this much longer for them. When it is over,
 * what is under way is not waited for any more and what comes later is not begun.
 */
public final class LookupBudget {

    /** What a look-up is for; those named first go first. */
    public enum Turn {
        /** The full address of a cut one. */
        TRUNCATED,
        /** What a register says of an identifier. */
        IDENTIFIER,
        /** What an archive says of a broken link. */
        BROKEN,
        /** What an archive says of a link that could not be judged: waits until no check is under way. */
        UNVERIFIED,
        /** What an archive has of a page that is there, for who wants copies of such: waits, too. */
        LIVING,
        /** What an archive is to keep. */
        SAVED
    }

    private record Lookup<T>(Supplier<CompletableFuture<T>> start, T notReached, CompletableFuture<T> reply) {}

    private final Scheduler scheduler;
    private final Object lock = new Object();
    private final List<Lookup<?>> held = new ArrayList<>();
    private final Set<Lookup<?>> underWay = new LinkedHashSet<>();
    private final List<Runnable> whenSpent = new ArrayList<>();
    private Duration left;
    private Instant since = Instant.MIN;
    private Optional<Scheduler.Alarm> alarm = Optional.empty();
    private int checks;
    private boolean spent;

    /** A budget of this much time; with none, nothing is ever looked up. */
    public LookupBudget(Duration time, Scheduler scheduler) {
        this.left = time;
        this.scheduler = scheduler;
        this.spent = time.isZero() || time.isNegative();
    }

    /** Whether the time is over. */
    public boolean isSpent() {
        synchronized (lock) {
            return spent;
        }
    }

    /**
     * Begins a look-up in its turn.
     *
     * @param lookup starts it, without blocking
     * @param notReached the reply where the time is over before the look-up's own, or the look-up fails
     */
    public <T> CompletableFuture<T> spend(Turn turn, Supplier<CompletableFuture<T>> lookup, T notReached) {
        var entry = new Lookup<T>(lookup, notReached, new CompletableFuture<>());
        boolean now;
        synchronized (lock) {
            if (spent) {
                return CompletableFuture.completedFuture(notReached);
            }
            now = turn.compareTo(Turn.UNVERIFIED) < 0 || checks == 0;
            if (now) {
                begin(entry);
            } else {
                held.add(entry);
            }
        }
        if (now) {
            start(entry);
        }
        return entry.reply();
    }

    /** A cited address is being asked. */
    public void checkBegan() {
        synchronized (lock) {
            checks++;
        }
    }

    /** A cited address has been asked. */
    public void checkEnded() {
        var ripe = new ArrayList<Lookup<?>>();
        synchronized (lock) {
            checks--;
            if (checks == 0 && !spent) {
                ripe.addAll(held);
                held.clear();
                ripe.forEach(this::begin);
            }
        }
        ripe.forEach(this::start);
    }

    /** Runs when the time is over; at once where it is. */
    public void whenSpent(Runnable action) {
        synchronized (lock) {
            if (!spent) {
                whenSpent.add(action);
                return;
            }
        }
        action.run();
    }

    /** Ends the time now. */
    public void end() {
        List<Lookup<?>> open;
        List<Runnable> actions;
        synchronized (lock) {
            spent = true;
            alarm.ifPresent(Scheduler.Alarm::cancel);
            alarm = Optional.empty();
            open = new ArrayList<>(underWay);
            open.addAll(held);
            underWay.clear();
            held.clear();
            actions = List.copyOf(whenSpent);
            whenSpent.clear();
        }
        actions.forEach(Runnable::run);
        open.forEach(LookupBudget::giveUp);
    }

    private void begin(Lookup<?> lookup) {
        if (underWay.isEmpty()) {
            since = scheduler.now();
            alarm = Optional.of(scheduler.after(left, this::end));
        }
        underWay.add(lookup);
    }

    private <T> void start(Lookup<T> lookup) {
        if (lookup.reply().isDone()) {
            return;
        }
        CompletableFuture<T> running;
        try {
            running = lookup.start().get();
        } catch (RuntimeException fault) {
            // A fault of ours must cost this look-up only.
            running = CompletableFuture.completedFuture(lookup.notReached());
        }
        var unused = running.exceptionally(fault -> lookup.notReached()).thenAccept(reply -> {
            ended(lookup);
            lookup.reply().complete(reply);
        });
    }

    private void ended(Lookup<?> lookup) {
        synchronized (lock) {
            if (underWay.remove(lookup) && underWay.isEmpty()) {
                left = left.minus(Duration.between(since, scheduler.now()));
                alarm.ifPresent(Scheduler.Alarm::cancel);
                alarm = Optional.empty();
            }
        }
    }

    private static <T> void giveUp(Lookup<T> lookup) {
        lookup.reply().complete(lookup.notReached());
    }
}
