package ibid.web;

import java.time.Duration;
import java.time.Instant;

/** How fast one host is asked: slower when it complains, step by step back to the configured interval when it does not. */
final class HostPace {
    static final Duration SLOWEST = Duration.ofSeconds(10);
    /** A complaint at an interval of nothing must still slow down. */
    private static final Duration FIRST_STEP = Duration.ofMillis(500);

    private final Duration configured;
    private Duration interval;
    private Instant lastSlowed = Instant.MIN;

    HostPace(Duration configured) {
        this.configured = configured;
        this.interval = configured;
    }

    Duration interval() {
        return interval;
    }

    /** Takes in how the host met a request that was started at {@code started}. */
    void met(HostFeedback.Mood mood, Instant started, Instant now) {
        switch (mood) {
            case CONTENT ->
                interval = longer(configured, interval.multipliedBy(3).dividedBy(4));
            case COMPLAINS -> slowTo(longer(FIRST_STEP, interval.multipliedBy(2)), started, now);
            case SLOW, BUSY ->
                slowTo(
                        longer(
                                configured.plusMillis(50),
                                interval.multipliedBy(3).dividedBy(2)),
                        started,
                        now);
            case UNKNOWN -> {}
        }
    }

    private void slowTo(Duration slower, Instant started, Instant now) {
        // Requests under way together complain together: that is one complaint, not four.
        if (!started.isBefore(lastSlowed)) {
            interval = slower.compareTo(SLOWEST) > 0 ? longer(configured, SLOWEST) : slower;
            lastSlowed = now;
        }
    }

    static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
