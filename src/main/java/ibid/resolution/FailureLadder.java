package ibid.resolution;

import ibid.web.WebFailure;
import ibid.web.WebFailure.Cause;
import java.util.EnumSet;
import java.util.Set;

/**
 * What it says about the source that no response came. Only a name that does not exist, a refused connection and a bad
 * certificate can say that it is gone, each seen twice and with the network and the other hosts well.
 */
final class FailureLadder {
    private static final int TIMES = 2;

    /** What a dead network gives for every host. */
    private static final Set<Cause> OF_A_DEAD_NETWORK = EnumSet.of(
            Cause.NO_SUCH_HOST, Cause.DNS_FAILURE, Cause.PROXY, Cause.REFUSED, Cause.UNREACHABLE, Cause.TIMEOUT);

    private FailureLadder() {}

    /** How the rest of the run fares. */
    record Surroundings(boolean networkDead, boolean anyHostAnswered, boolean intercepted) {}

    static boolean mayBeTheNetwork(Cause cause) {
        return OF_A_DEAD_NETWORK.contains(cause);
    }

    static Judged of(WebFailure failure, Surroundings around) {
        var detail = failure.detail();
        if (around.networkDead() && mayBeTheNetwork(failure.cause())) {
            return new Judged(Reason.OFFLINE, "no host can be reached: " + detail);
        }
        var confirmed = failure.times() >= TIMES;
        return switch (failure.cause()) {
            case NO_SUCH_HOST ->
                confirmed
                        ? new Judged(Reason.NO_SUCH_HOST, detail + ", asked twice")
                        : new Judged(Reason.DNS_FAILURE, detail + ", asked once only");
            case REFUSED -> refused(detail, confirmed, around.anyHostAnswered());
            case TLS_CERTIFICATE -> certificate(detail, confirmed, around.intercepted());
            case TLS_OTHER, PROTOCOL, RESET -> new Judged(Reason.RESET, detail);
            case UNREACHABLE, TIMEOUT -> new Judged(Reason.TIMEOUT, detail);
            case PROXY -> new Judged(Reason.OFFLINE, detail);
            case DNS_FAILURE -> new Judged(Reason.DNS_FAILURE, detail);
            case PRIVATE_ADDRESS -> new Judged(Reason.PRIVATE_ADDRESS, detail);
            case TOLD_TO_WAIT -> new Judged(Reason.RATE_LIMITED, detail);
            case NOT_SENT ->
                around.networkDead()
                        ? new Judged(Reason.OFFLINE, "no host can be reached, so this one was not asked")
                        : new Judged(Reason.NOT_CHECKED, "the run ended before the host could be asked");
        };
    }

    // A refusal that is not confirmed is nearest to a connection that broke off: there was a host, and no answer.
    private static Judged refused(String detail, boolean confirmed, boolean anyHostAnswered) {
        if (!confirmed) {
            return new Judged(Reason.RESET, detail + ", asked once only");
        }
        return anyHostAnswered
                ? new Judged(Reason.REFUSED, detail + ", asked twice, while other hosts answer")
                : new Judged(Reason.RESET, detail + ", but no other host has answered either");
    }

    private static Judged certificate(String detail, boolean confirmed, boolean intercepted) {
        if (!confirmed) {
            return new Judged(Reason.RESET, detail + ", seen once only");
        }
        return intercepted
                ? new Judged(
                        Reason.RESET,
                        detail + ", and so with every host: something may stand between, or the clock is wrong")
                : new Judged(Reason.TLS, detail + ", seen twice");
    }
}
