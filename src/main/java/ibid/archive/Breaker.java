package ibid.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When an archive may be asked again after it complained or failed. Used under its host's lock only.
 *
 * <p>Each failure in a row makes the next pause longer. After several, or where the archive asks for more patience than a
 * look-up has, the circuit is open: nothing is asked until its time has come, then one request tries it.
 */
final class Breaker {
    static final int MOST_FAILURES = 5;
    static final Duration OPEN = Duration.ofMinutes(5);
    /** Whoever ignores a 429 for a minute is locked out of the Wayback Machine for an hour, then twice as long. */
    static final Duration AFTER_A_COMPLAINT = Duration.ofMinutes(1);

    static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration AFTER_OVERLOAD = Duration.ofSeconds(10);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 6;

    private int failures;
    private int opened;
    private boolean open;
    private Instant until = Instant.MIN;

    /** How the archive met a request. */
    enum Mood {
        CONTENT,
        /** It could not, and the question was to blame. */
        OVERTAXED,
        /** 429. */
        COMPLAINS,
        /** 503. */
        OVERLOADED,
        FAILED
    }

    /** Nothing may be asked before. */
    Instant until() {
        return until;
    }

    /** Whether what waits is let go. */
    boolean isOpen(Instant now) {
        return open && now.isBefore(until);
    }

    /** Whether one request alone may go, to see how the archive fares. */
    boolean isTrying() {
        return open;
    }

    void met(Mood mood, Optional<Duration> asked, Instant now) {
        switch (mood) {
            case CONTENT -> {
                failures = 0;
                opened = 0;
                open = false;
            }
            case OVERTAXED -> {}
            case COMPLAINS -> failed(AFTER_A_COMPLAINT, asked, now);
            case OVERLOADED -> failed(AFTER_OVERLOAD, asked, now);
            case FAILED -> failed(AFTER_A_FAILURE, asked, now);
        }
    }

    private void failed(Duration first, Optional<Duration> asked, Instant now) {
        var doubled = first.multipliedBy(1L << Math.min(MOST_DOUBLINGS, failures));
        var pause = longer(doubled, asked.orElse(Duration.ZERO));
        failures++;
        if (open || failures >= MOST_FAILURES || pause.compareTo(PATIENCE) > 0) {
            open = true;
            pause = longer(pause, OPEN.multipliedBy(1L << Math.min(MOST_DOUBLINGS, opened)));
            opened++;
        }
        var end = now.plus(pause);
        until = end.isAfter(until) ? end : until;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
