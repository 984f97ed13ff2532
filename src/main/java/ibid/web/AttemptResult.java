package ibid.web;

import java.net.InetAddress;
import java.util.Optional;

/** What one attempt showed. */
sealed interface AttemptResult {

    /**
     * The host answered.
     *
     * @param slow whether it took long
     */
    record Answer(WebResponse response, boolean slow) implements AttemptResult {}

    /**
     * No response.
     *
     * @param connected whether the host was reached
     * @param stale whether only a connection kept alive had gone away, before anything came back on it
     * @param peer the address that failed, where one was asked
     */
    record NoAnswer(WebFailure.Cause cause, String detail, boolean connected, boolean stale, Optional<InetAddress> peer)
            implements AttemptResult {}
}
