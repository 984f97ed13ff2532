package ibid.web;

import ibid.url.Url;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether hosts allow a robot to ask for what nobody cited, and to keep what was cited: their {@code robots.txt} (RFC 9309),
 * read once a run.
 *
 * <p>A cited address is asked because a person cites it; robots.txt is for what a program does on its own account.
 */
public final class Robots {
    /** RFC 9309 section 2.5 wants at least 500 KiB read. */
    private static final int MOST_BYTES = 512 << 10;

    private static final int MOST_REDIRECTS = 5;

    /** What a host says of an address. */
    public enum Permission {
        ALLOWED,
        FORBIDDEN,
        /** The host is in trouble: RFC 9309 section 2.3.1.4 wants that taken for a no, which it need not be another time. */
        UNANSWERED
    }

    private final Web web;
    private final String name;
    private final boolean publicOnly;
    private final Map<String, CompletableFuture<RobotsRules>> known = new ConcurrentHashMap<>();

    /** @param userAgent what the robot calls itself; the first word of it, in letters, is its name in the rules */
    public Robots(Web web, String userAgent) {
        this(web, false, userAgent.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z_-].*", ""));
    }

    private Robots(Web web, boolean publicOnly, String name) {
        this.web = web;
        this.publicOnly = publicOnly;
        this.name = name;
    }

    /** The same robot for addresses that a page of the public internet names ({@link WebRequest#publicOnly}). */
    public Robots ofPublicHosts() {
        return new Robots(web, true, name);
    }

    /** Whether the address may be asked; where its host does not answer the question, it may not. */
    public CompletableFuture<Boolean> allow(Url url) {
        return permission(url).thenApply(said -> said == Permission.ALLOWED);
    }

    /** The same, with why not. */
    public CompletableFuture<Permission> permission(Url url) {
        return rules(url).thenApply(rules -> permission(rules, url));
    }

    /** Whether the host has said already that the address is forbidden; asks nothing. */
    public boolean isKnownToForbid(Url url) {
        var rules = known.get(file(url).address());
        return rules != null
                && rules.isDone()
                && permission(rules.getNow(RobotsRules.NONE), url) == Permission.FORBIDDEN;
    }

    private static Permission permission(RobotsRules rules, Url url) {
        var path = url.path() + url.query().map(query -> "?" + query).orElse("");
        if (rules.allow(path)) {
            return Permission.ALLOWED;
        }
        return rules.equals(RobotsRules.NONE) ? Permission.UNANSWERED : Permission.FORBIDDEN;
    }

    private static Url file(Url url) {
        return url.resolve("/robots.txt").orElse(url);
    }

    /** The sitemaps that the host names in its robots.txt, as they are written there. */
    public CompletableFuture<List<String>> sitemaps(Url url) {
        return rules(url).thenApply(RobotsRules::sitemaps);
    }

    private CompletableFuture<RobotsRules> rules(Url url) {
        var fresh = new CompletableFuture<RobotsRules>();
        var file = file(url);
        var earlier = known.putIfAbsent(file.address(), fresh);
        if (earlier != null) {
            return earlier;
        }
        var unused = read(file, MOST_REDIRECTS)
                .exceptionally(fault -> RobotsRules.NONE)
                .thenAccept(fresh::complete);
        return fresh;
    }

    private CompletableFuture<RobotsRules> read(Url file, int redirects) {
        var request =
                new WebRequest(WebRequest.Method.GET, file, List.of(), WebRequest.Limits.OF_CHECKS, false, publicOnly);
        return web.send(request).thenCompose(reply -> {
            if (!(reply instanceof WebResponse response)) {
                return CompletableFuture.completedFuture(RobotsRules.NONE);
            }
            var next = response.header("Location").flatMap(file::resolve);
            if (response.status() >= 300 && response.status() < 400 && next.isPresent() && redirects > 0) {
                return read(next.get(), redirects - 1);
            }
            return CompletableFuture.completedFuture(said(response));
        });
    }

    private RobotsRules said(WebResponse response) {
        var status = response.status();
        if (status >= 200 && status < 300) {
            var bytes = response.body().decoded(response.headers(), MOST_BYTES).bytes();
            return RobotsRules.parse(new String(bytes, StandardCharsets.UTF_8), name);
        }
        // Section 2.3.1: none to be had means that all is allowed, a host in trouble that nothing is.
        return status < 500 && status != 429 ? RobotsRules.ALL : RobotsRules.NONE;
    }
}
