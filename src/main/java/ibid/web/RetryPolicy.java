package ibid.web;

import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Which attempts are followed by another one, and after how long. */
final class RetryPolicy {
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 5;

    /** What says little about the resource itself; 520 to 530 are those of a well-known front for other servers. */
    private static final Set<Integer> PASSING =
            Set.of(408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527, 529, 530);

    private final int retries;
    private final RandomGenerator random;

    RetryPolicy(int retries, RandomGenerator random) {
        this.retries = Math.max(0, retries);
        this.random = random;
    }

    boolean asksAgain(PendingRequest pending, int status) {
        return PASSING.contains(status) && counted(pending) <= retries(pending);
    }

    boolean asksAgain(PendingRequest pending, WebFailure.Cause cause) {
        return switch (cause) {
            case DNS_FAILURE, PROXY, UNREACHABLE, TIMEOUT, RESET -> counted(pending) <= retries(pending);
            // What makes a link broken is made sure of by a second look, but no third: also with no retries configured.
            case NO_SUCH_HOST, REFUSED, TLS_CERTIFICATE, TLS_OTHER ->
                pending.times(cause) < 2 && counted(pending) <= looks(pending);
            case PRIVATE_ADDRESS, PROTOCOL, TOLD_TO_WAIT, NOT_SENT -> false;
        };
    }

    /** Doubles with each attempt; the jitter (half to one and a half) keeps hosts that failed together apart. */
    Duration delay(PendingRequest pending) {
        var doublings = Math.min(MOST_DOUBLINGS, Math.max(0, counted(pending) - 1));
        var delay = FIRST_DELAY.multipliedBy(1L << doublings);
        var bounded = delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
        return Duration.ofMillis((long) (bounded.toMillis() * (0.5 + random.nextDouble())));
    }

    private int retries(PendingRequest pending) {
        var attempts = pending.request.limits().attempts();
        return attempts.isPresent() ? attempts.getAsInt() - 1 : retries;
    }

    private int looks(PendingRequest pending) {
        return pending.request.limits().attempts().isPresent() ? retries(pending) : Math.max(1, retries);
    }

    private static int counted(PendingRequest pending) {
        return pending.attempts - pending.forgiven;
    }
}
