package ibid.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** The line of requests before one host. Used under the queue's lock only. */
final class HostLine {
    /**
     * First come first served, with second attempts behind all first ones: later rather than waiting; look-ups let checks by.
     * The robots.txt goes first: pages that were got already wait for what it says, in memory.
     */
    private final PriorityQueue<PendingRequest> waiting =
            new PriorityQueue<>(Comparator.comparing((PendingRequest p) -> p.notBefore)
                    .thenComparing(p -> !p.request.isForRobots())
                    .thenComparing(p -> p.request.limits().yields())
                    .thenComparingLong(p -> p.number));

    /** A host that is down is down for all its pages: each is not to be tried three times, slower and slower. */
    private static final int MOST_BUSY = 8;

    final String host;
    final long number;
    final HostPace pace;
    private final int most;
    private final Duration patience;

    private Instant next = Instant.MIN;
    private Instant toldUntil = Instant.MIN;
    private Duration told = Duration.ZERO;
    private int busy;
    int inFlight;
    /** One is on its way to the wire: when the host sees it, and so the next time, is not known yet. */
    Optional<PendingRequest> starting = Optional.empty();
    /** The last one never came to the wire: there is no host to be impolite to, and waiting for it would take ages. */
    private boolean unreached;

    HostLine(String host, long number, HostShare share, Duration patience) {
        this.host = host;
        this.number = number;
        this.pace = new HostPace(share.interval());
        this.most = Math.max(1, share.concurrency());
        this.patience = patience;
    }

    void add(PendingRequest pending) {
        waiting.add(pending);
    }

    PendingRequest take() {
        return waiting.remove();
    }

    List<PendingRequest> takeAll(Predicate<PendingRequest> which) {
        var all = new ArrayList<>(waiting.stream().filter(which).toList());
        all.sort(Comparator.comparingLong(p -> p.number));
        waiting.removeAll(all);
        return all;
    }

    boolean mayAsk() {
        return !waiting.isEmpty() && inFlight < most && starting.isEmpty();
    }

    /** Whether the next one lets the checks of other hosts by; only where {@link #mayAsk}. */
    boolean yields() {
        return waiting.element().request.limits().yields();
    }

    /** When this host may be asked again; only where {@link #mayAsk}. */
    Instant readyAt() {
        var first = waiting.element().notBefore;
        return first.isAfter(next) ? first : next;
    }

    /** What is left to do here, as time. */
    Duration remaining() {
        return pace.interval().plusNanos(1).multipliedBy(waiting.size());
    }

    void started(PendingRequest pending, Instant now) {
        next = later(next, now.plus(pace.interval()));
        if (unreached || pace.interval().isZero()) {
            settled(pending);
        }
    }

    /** The host sees the request now: slow connects must not bring two together. */
    void atWire(PendingRequest pending, Instant now) {
        pending.seen = true;
        unreached = false;
        next = later(next, now.plus(pace.interval()));
        settled(pending);
    }

    void left(PendingRequest pending) {
        inFlight--;
        unreached = !pending.seen;
        settled(pending);
    }

    private void settled(PendingRequest pending) {
        starting = starting.filter(other -> other != pending);
    }

    /** The host is content: what it told before is forgotten, unless this answers what was sent before it told that. */
    void content(Instant now) {
        busy = 0;
        if (!now.isBefore(toldUntil)) {
            told = Duration.ZERO;
        }
    }

    /** The host is in trouble, and has been for so many answers in a row that it is left alone, as if it had asked for it. */
    Optional<Duration> busy() {
        busy++;
        return busy < MOST_BUSY ? Optional.empty() : Optional.of(patience.plusSeconds(1));
    }

    /**
     * The host asked to be left alone; returns whether that is news.
     *
     * <p>Waits add up until the host is content: one that says "10 s" for ever is left after the patience, not followed.
     */
    boolean tell(Duration wait, Instant now) {
        var until = now.plus(wait);
        var from = later(toldUntil, now);
        if (!until.isAfter(from)) {
            return false;
        }
        told = told.plus(Duration.between(from, until));
        toldUntil = until;
        next = later(next, until);
        return true;
    }

    boolean isBeyondPatience(Instant now) {
        return told.compareTo(patience) > 0 && now.isBefore(toldUntil);
    }

    Instant toldUntil() {
        return toldUntil;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
