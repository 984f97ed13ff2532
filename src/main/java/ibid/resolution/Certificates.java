package ibid.resolution;

import ibid.url.Url;
import java.util.HashSet;
import java.util.Set;

/**
 * Watches whether something between us and the hosts opens encrypted connections, or this machine's clock is wrong: then
 * every certificate is wrong, and none of them says anything about its site.
 */
final class Certificates {
    private static final int HOSTS_FOR_A_PATTERN = 2;

    private final Set<String> failed = new HashSet<>();
    private boolean accepted;

    synchronized void accepted(Url url) {
        accepted |= url.scheme().equals("https");
    }

    synchronized void failed(Url url) {
        // Two are enough for a pattern; a whole list would only grow.
        if (failed.size() < HOSTS_FOR_A_PATTERN) {
            failed.add(url.host());
        }
    }

    synchronized boolean anyAccepted() {
        return accepted;
    }

    /** Whether several hosts fail and none has shown a good certificate. */
    synchronized boolean lookIntercepted() {
        return !accepted && failed.size() >= HOSTS_FOR_A_PATTERN;
    }
}
