package ibid.resolution;

import ibid.url.Url;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which hosts answer HEAD as they answer GET, learned in this run from the first file of each.
 *
 * <p>Only files are asked by HEAD: what a page is, only its body shows.
 */
final class HeadTrust {
    private final Map<String, CompletableFuture<Boolean>> hosts = new ConcurrentHashMap<>();

    /** What is to be learned of the host by whoever got this: to be completed with whether HEAD and GET agreed; empty where somebody else has it in hand. */
    Optional<CompletableFuture<Boolean>> toLearn(Url url) {
        var fresh = new CompletableFuture<Boolean>();
        return hosts.putIfAbsent(key(url), fresh) == null ? Optional.of(fresh) : Optional.empty();
    }

    /** Whether HEAD is known to serve; completes once that is known. */
    CompletableFuture<Boolean> serves(Url url) {
        return hosts.getOrDefault(key(url), CompletableFuture.completedFuture(false));
    }

    /** From here on this host is asked by GET. */
    void failed(Url url) {
        hosts.put(key(url), CompletableFuture.completedFuture(false));
    }

    private static String key(Url url) {
        return url.host() + ":" + url.port();
    }
}
