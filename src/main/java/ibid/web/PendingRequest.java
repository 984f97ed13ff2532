package ibid.web;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A request on its way through queue and attempts.
 *
 * <p>Belongs to the queue (under its lock) or to the one worker that sends it, never to both.
 */
final class PendingRequest {
    final WebRequest request;
    final CompletableFuture<WebReply> future = new CompletableFuture<>();
    final String host;
    /** Whether it needs no network beyond this machine, or none beyond its own: an address in numbers, not a name. */
    final boolean isNear;

    int attempts;
    /** Attempts that do not count against the retries: at most one, where a connection kept alive had gone away. */
    int forgiven;

    /** Whether the attempt under way has come to the wire. */
    boolean seen;

    /** What the last attempt showed, should there be no further one. */
    Optional<WebReply> last = Optional.empty();

    final Map<WebFailure.Cause, Integer> failures = new EnumMap<>(WebFailure.Cause.class);

    long number;
    Instant notBefore = Instant.MIN;
    Instant started = Instant.MIN;

    PendingRequest(WebRequest request) {
        this.request = request;
        this.host = hostOf(request);
        this.isNear = isNear(request.url().host());
    }

    /** Name, and port where it is not the scheme's: the http and https of one name are one host to be polite to. */
    private static String hostOf(WebRequest request) {
        var host = request.url().host().toLowerCase(Locale.ROOT);
        var name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        var port = request.url().port();
        return port == 80 || port == 443 ? name : name + ":" + port;
    }

    private static boolean isNear(String host) {
        var literals = HostLiterals.readings(host);
        return HostLiterals.isLoopbackName(host)
                || (!literals.isEmpty() && literals.stream().allMatch(PrivateAddresses::contains));
    }

    int times(WebFailure.Cause cause) {
        return failures.getOrDefault(cause, 0);
    }

    /** The reply where no attempt is made any more: the last attempt's, or that none was made. */
    WebReply lastOr(WebFailure.Cause cause, String detail) {
        return last.orElseGet(() -> new WebFailure(cause, detail, 1, attempts));
    }
}
