package ibid.web;

/**
 * No response.
 *
 * @param times how many of the attempts ended with this cause
 * @param detail one clause for the evidence, without timings
 * @param reached whether a connection stood at the last attempt, so that the host may have acted on what was sent
 */
public record WebFailure(Cause cause, String detail, int times, int attempts, boolean reached) implements WebReply {

    /** A failure before there was a connection, or of which that does not matter. */
    public WebFailure(Cause cause, String detail, int times, int attempts) {
        this(cause, detail, times, attempts, false);
    }

    /** Why there is no response. */
    public enum Cause {
        /** The name does not exist (NXDOMAIN). */
        NO_SUCH_HOST,
        /** The name could not be looked up now. */
        DNS_FAILURE,
        REFUSED,
        /** The proxy could not be reached, or lets nobody through without a log-in. */
        PROXY,
        /** No route, network unreachable. */
        UNREACHABLE,
        TIMEOUT,
        RESET,
        TLS_CERTIFICATE,
        TLS_OTHER,
        /** The guard refused the address before anything was sent. */
        PRIVATE_ADDRESS,
        /** The peer does not speak HTTP as it should. */
        PROTOCOL,
        /** Retry-After lies beyond the run's patience; the host asked for 429 or 503. */
        TOLD_TO_WAIT,
        /** The network was found dead, or the run was stopped, before this was sent. */
        NOT_SENT
    }
}
