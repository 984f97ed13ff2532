package ibid.serve;

import java.util.Optional;

/**
 * A request that may be answered.
 *
 * @param target path and query as sent
 * @param origin of this server as the browser names it, such as {@code http://127.0.0.1:8000}
 * @param destination what the browser wants it for (Fetch Metadata), where it says so
 * @param fromOpaque whether it comes from a page without an origin of its own, as replayed pages are
 */
record Asked(String target, String origin, Optional<String> destination, boolean fromOpaque) {
    boolean isFor(String purpose) {
        return destination.filter(purpose::equals).isPresent();
    }
}
