package ibid.resolution;

import ibid.page.Page;
import ibid.url.Url;
import ibid.web.Robots;
import ibid.web.WebResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Asks hosts for pages that cannot be there, once for each place of a host, and for nothing that its robots.txt forbids.
 *
 * <p>They wait in the queue of their host like any check, for a verdict hangs on each; the time of look-ups is for third
 * parties and not spent on them.
 */
final class Probes {
    /** A host that has told the truth in so many places is believed to do so everywhere. */
    private static final int ENOUGH_TRUTH = 3;

    private static final int MOST_LINKS = 300;
    private static final int FEW = 3;

    /** Statuses that may be meant for us alone, or for now, and so do not say what the host does with what it lacks. */
    private static final Set<Integer> SAY_NOTHING =
            Set.of(401, 402, 407, 408, 420, 421, 425, 429, 430, 440, 451, 498, 999);

    private final boolean allowed;
    private final Function<Url, CompletableFuture<ChainEnd>> ask;
    private final Robots robots;
    private final Sibling siblings;
    private final Map<String, CompletableFuture<Probe>> known = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> truths = new ConcurrentHashMap<>();

    /**
     * Asks nothing yet.
     *
     * @param allowed false where nothing but the cited addresses is to be asked
     * @param ask follows an address to its end by GET
     */
    Probes(boolean allowed, Function<Url, CompletableFuture<ChainEnd>> ask, Robots robots, RandomGenerator random) {
        this.allowed = allowed;
        this.ask = ask;
        this.robots = robots;
        this.siblings = new Sibling(random);
    }

    /** Whether the host has said of so many addresses that there is nothing that it need not be tried again. */
    boolean tellsTheTruth(Url url) {
        var count = truths.get(url.host());
        return count != null && count.get() >= ENOUGH_TRUTH;
    }

    /** What is at a random address beside this one. */
    CompletableFuture<Probe> beside(Url url) {
        return once(Sibling.placeOf(url), siblings.beside(url));
    }

    /** What is at an address of the same name in a folder that is not there. */
    CompletableFuture<Probe> besideItsFolder(Url url) {
        return siblings.besideItsFolder(url)
                .map(other -> once("folder of " + url.address(), other))
                .orElseGet(() -> CompletableFuture.completedFuture(new Probe.Unknown()));
    }

    /** What is at an address that the site itself names. */
    CompletableFuture<Probe> page(Url url) {
        return once("page " + url.address(), url);
    }

    private CompletableFuture<Probe> once(String place, Url address) {
        if (!allowed || address.hasCredentials()) {
            return CompletableFuture.completedFuture(new Probe.Unknown());
        }
        var fresh = new CompletableFuture<Probe>();
        var earlier = known.putIfAbsent(place, fresh);
        if (earlier != null) {
            return earlier;
        }
        var unused = robots.allow(address)
                .thenCompose(may -> may
                        ? ask.apply(address).thenApply(end -> read(address, end))
                        : CompletableFuture.completedFuture((Probe) new Probe.Unknown()))
                .exceptionally(fault -> new Probe.Unknown())
                .thenAccept(fresh::complete);
        return fresh;
    }

    private Probe read(Url asked, ChainEnd end) {
        if (end.how() != ChainEnd.How.ANSWERED || !(end.reply() instanceof WebResponse response)) {
            return new Probe.Unknown();
        }
        var look = PageLook.of(new CitedName(asked), end.page());
        var status = response.status();
        if (look.signs().contains(Page.Sign.BOT_WALL) || SAY_NOTHING.contains(status) || status >= 500) {
            return new Probe.Unknown();
        }
        if (status >= 400) {
            truths.computeIfAbsent(asked.host(), host -> new AtomicInteger()).incrementAndGet();
            return new Probe.Refused(status, look);
        }
        return status >= 200 && status < 300
                ? new Probe.Shown(asked, end.url(), !end.steps().isEmpty(), look, pagesNamedOn(end))
                : new Probe.Unknown();
    }

    /** Some pages of the same site that a page names, rather such that are one out of many than the heads of its parts. */
    static List<Url> pagesNamedOn(ChainEnd end) {
        var content = end.page().content();
        var base = end.url().resolve(content.base()).orElse(end.url());
        return content.links().stream()
                .limit(MOST_LINKS)
                .flatMap(link -> base.resolve(link).stream())
                .filter(url -> url.host().equals(end.url().host()))
                .filter(url -> !new CitedName(url).isHome()
                        && !url.path().equals(end.url().path()))
                .sorted(Comparator.comparing((Url url) -> !new CitedName(url).isOfAnArticle()))
                .limit(FEW)
                .toList();
    }
}
