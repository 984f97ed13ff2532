package ibid.resolution.memory;

import ibid.resolution.Verdict;
import java.time.Duration;

/** How long a verdict counts in later runs. */
final class Lifetimes {
    private static final Duration ALIVE = Duration.ofDays(3);
    /** Shorter: whoever has mended a site wants to see it, and broken links are few. */
    private static final Duration BROKEN = Duration.ofDays(1);

    private Lifetimes() {}

    /** Nothing for what could not be told: a wall, a limit or a time-out says nothing of tomorrow. */
    static Duration of(Verdict verdict) {
        return switch (verdict) {
            case ALIVE, MOVED -> ALIVE;
            case BROKEN -> BROKEN;
            case UNVERIFIED, SKIPPED -> Duration.ZERO;
        };
    }
}
