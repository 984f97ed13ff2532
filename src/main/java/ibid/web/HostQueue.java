package ibid.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One priority queue of hosts ordered by "when may I ask this host again", ties broken by longest remaining work.
 *
 * <p>Hosts whose time has come are all tied, so that the host with the longest line is never kept waiting by the others:
 * its line alone bounds the whole run. Nothing waits on a thread: one alarm is set for the earliest host.
 *
 * <p>A request goes {@link #add}, {@code door.start}, {@link #started}, {@link #left}, then {@link #again} or not, and
 * last {@link #released}.
 */
final class HostQueue {

    /** Where requests leave the queue; called without any lock held. */
    interface Door {

        /** May be sent now, on another thread. */
        void start(PendingRequest pending);

        /** The host asked for more patience than there is. */
        void toldToWait(PendingRequest pending);

        /** The host asked to be left alone. */
        void hostDelayed(String host, Instant until);
    }

    private static final int YIELDING_SHARE = 4;

    private final int maxInFlight;
    private final Function<PendingRequest, HostShare> shares;
    private final Duration patience;
    private final Scheduler scheduler;
    private final Door door;

    private final Object lock = new Object();
    private final Map<String, HostLine> lines = new HashMap<>();
    private final TreeSet<Entry> later =
            new TreeSet<>(Comparator.comparing(Entry::readyAt).thenComparingLong(e -> e.line().number));
    private final TreeSet<Entry> ready = new TreeSet<>(Comparator.comparing(Entry::yields)
            .thenComparing(Entry::remaining, Comparator.reverseOrder())
            .thenComparingLong(e -> e.line().number));
    private final Map<HostLine, Entry> entries = new HashMap<>();
    private int inFlight;
    private int yieldingInFlight;
    private long numbers;
    private boolean closed;
    private Optional<Wake> wake = Optional.empty();

    /** A line as it was when it was put in order: its own figures change, a key in a tree must not. */
    private record Entry(HostLine line, Instant readyAt, boolean yields, Duration remaining) {}

    private record Wake(Instant at, Scheduler.Alarm alarm) {}

    /**
     * An empty queue.
     *
     * @param shares what each host may be asked, by the first request to it
     */
    HostQueue(
            int maxInFlight,
            Function<PendingRequest, HostShare> shares,
            Duration patience,
            Scheduler scheduler,
            Door door) {
        this.maxInFlight = Math.max(1, maxInFlight);
        this.shares = shares;
        this.patience = patience;
        this.scheduler = scheduler;
        this.door = door;
    }

    /** Puts a request in its host's line; false when the queue is closed. */
    boolean add(PendingRequest pending) {
        return enter(pending, Instant.MIN);
    }

    /** Puts a request that was sent before at the end of its host's line, for {@code delay} from now. */
    boolean again(PendingRequest pending, Duration delay) {
        return enter(pending, scheduler.now().plus(delay));
    }

    private boolean enter(PendingRequest pending, Instant notBefore) {
        var toldToWait = false;
        synchronized (lock) {
            if (closed) {
                return false;
            }
            var line = lineOf(pending);
            toldToWait = line.isBeyondPatience(scheduler.now());
            if (!toldToWait) {
                pending.number = numbers++;
                pending.notBefore = notBefore;
                line.add(pending);
                reorder(line);
            }
        }
        if (toldToWait) {
            door.toldToWait(pending);
        } else {
            pump();
        }
        return true;
    }

    private HostLine lineOf(PendingRequest pending) {
        return lines.computeIfAbsent(
                pending.host, key -> new HostLine(key, numbers++, shares.apply(pending), patience));
    }

    /** A thread takes the request up: the host's next time counts from here at the earliest. */
    void started(PendingRequest pending) {
        synchronized (lock) {
            var now = scheduler.now();
            pending.started = now;
            pending.seen = false;
            var line = lineOf(pending);
            line.started(pending, now);
            reorder(line);
        }
        pump();
    }

    /** Connected at last: what the host sees starts here, and the next request's time with it. */
    void atWire(PendingRequest pending) {
        synchronized (lock) {
            var line = lineOf(pending);
            line.atWire(pending, scheduler.now());
            reorder(line);
        }
        pump();
    }

    /**
     * The request has left its host, however it ended.
     *
     * @return whether the host now asks for more than the patience
     */
    boolean left(PendingRequest pending, HostFeedback feedback) {
        var expelled = List.<PendingRequest>of();
        var delayed = Optional.<Instant>empty();
        boolean beyond;
        synchronized (lock) {
            var now = scheduler.now();
            var line = lineOf(pending);
            line.left(pending);
            line.pace.met(feedback.mood(), pending.started, now);
            if (feedback.mood() == HostFeedback.Mood.CONTENT) {
                line.content(now);
            }
            var asked = feedback.mood() == HostFeedback.Mood.BUSY ? line.busy() : feedback.asked();
            if (asked.isPresent() && line.tell(asked.get(), now)) {
                delayed = Optional.of(line.toldUntil());
            }
            beyond = line.isBeyondPatience(now);
            if (beyond) {
                expelled = line.takeAll(waiting -> true);
            }
            reorder(line);
        }
        delayed.ifPresent(until -> door.hostDelayed(pending.host, until));
        expelled.forEach(door::toldToWait);
        pump();
        return beyond;
    }

    /** The worker is done with the request and what hangs on it. */
    void released(PendingRequest pending) {
        synchronized (lock) {
            inFlight--;
            yieldingInFlight -= pending.request.limits().yields() ? 1 : 0;
        }
        pump();
    }

    /** Takes nothing more. */
    void close() {
        synchronized (lock) {
            closed = true;
        }
    }

    /** Hands out, in the order it came, what waits and is one of those. */
    List<PendingRequest> drain(Predicate<PendingRequest> which) {
        synchronized (lock) {
            var all = new ArrayList<PendingRequest>();
            for (var line : lines.values()) {
                all.addAll(line.takeAll(which));
                reorder(line);
            }
            all.sort(Comparator.comparingLong(p -> p.number));
            setAlarm(scheduler.now());
            return all;
        }
    }

    private void reorder(HostLine line) {
        var old = entries.remove(line);
        if (old != null && !later.remove(old)) {
            ready.remove(old);
        }
        if (line.mayAsk()) {
            var entry = new Entry(line, line.readyAt(), line.yields(), line.remaining());
            entries.put(line, entry);
            later.add(entry);
        }
    }

    private void pump() {
        var starting = new ArrayList<PendingRequest>();
        synchronized (lock) {
            var now = scheduler.now();
            while (!later.isEmpty() && !later.first().readyAt().isAfter(now)) {
                ready.add(later.pollFirst());
            }
            while (inFlight < maxInFlight && !ready.isEmpty() && hasRoom(ready.first())) {
                var line = ready.first().line();
                var next = line.take();
                yieldingInFlight += next.request.limits().yields() ? 1 : 0;
                starting.add(next);
                line.inFlight++;
                line.starting = Optional.of(next);
                inFlight++;
                reorder(line);
            }
            setAlarm(now);
        }
        starting.forEach(door::start);
    }

    /** Archives answer after a minute: look-ups must not come to hold every permit. */
    private boolean hasRoom(Entry entry) {
        return !entry.yields() || yieldingInFlight < Math.max(1, maxInFlight / YIELDING_SHARE);
    }

    private void setAlarm(Instant now) {
        // With every permit taken a release pumps anyway.
        var wanted = later.isEmpty() || inFlight >= maxInFlight
                ? Optional.<Instant>empty()
                : Optional.of(later.first().readyAt());
        if (wanted.equals(wake.map(Wake::at))) {
            return;
        }
        wake.ifPresent(set -> set.alarm().cancel());
        wake = wanted.map(at -> new Wake(at, scheduler.after(Duration.between(now, at), this::woken)));
    }

    private void woken() {
        synchronized (lock) {
            wake = Optional.empty();
        }
        pump();
    }
}
