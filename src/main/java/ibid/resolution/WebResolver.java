package ibid.resolution;

import ibid.archive.Archive;
import ibid.archive.Lookups;
import ibid.config.Settings;
import ibid.page.PageReader;
import ibid.resolution.ChainEnd.How;
import ibid.url.FileEndings;
import ibid.url.Shortener;
import ibid.url.Shorteners;
import ibid.url.SpecialHosts;
import ibid.url.Url;
import ibid.web.Once;
import ibid.web.Robots;
import ibid.web.Web;
import ibid.web.WebFailure;
import ibid.web.WebFailure.Cause;
import ibid.web.WebRequest.Method;
import ibid.web.WebResponse;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/**
 * Web address to outcome. An address is asked once a run: targets that differ in the fragment alone share one fetch.
 *
 * <p>One GET serves verdict, page and copy. Where no copy is kept, by request or because robots.txt is known to refuse it,
 * files are asked by HEAD at hosts that were seen to answer it as they answer GET, and only its yes counts: a HEAD that
 * fails proves nothing, for many servers do not implement it.
 */
final class WebResolver {
    /** Whoever says this to HEAD says it to GET: it is said before any method is heard. */
    private static final Set<Cause> WHATEVER_THE_METHOD = EnumSet.of(
            Cause.NO_SUCH_HOST,
            Cause.DNS_FAILURE,
            Cause.REFUSED,
            Cause.PROXY,
            Cause.UNREACHABLE,
            Cause.TLS_CERTIFICATE,
            Cause.TLS_OTHER,
            Cause.PRIVATE_ADDRESS,
            Cause.TOLD_TO_WAIT,
            Cause.NOT_SENT);

    private final Settings settings;
    private final Web web;
    private final Lookups lookups;
    private final InstantSource clock;
    private final Shorteners shorteners;
    private final OpenVerdicts open = new OpenVerdicts();
    private final WebJudge judge;
    private final HeadTrust heads = new HeadTrust();
    private final PageReader pages = new PageReader();
    private final WebPlaces places;
    private final Copies copies;
    private final Once<String, Resolution> asked = new Once<>();
    private final Once<String, Boolean> reread = new Once<>();

    WebResolver(
            Settings settings,
            Web web,
            Robots robots,
            Archive archive,
            Lookups lookups,
            InstantSource clock,
            RandomGenerator random) {
        this.settings = settings;
        this.web = web;
        this.lookups = lookups;
        this.clock = clock;
        this.places = new WebPlaces(settings.files().fragments());
        this.shorteners = Shorteners.with(settings.check().shorteners());
        this.copies = new Copies(archive, robots);
        var probes = new Probes(
                settings.lookup().probes(), url -> chain(Method.GET, url, new ChainCookies(clock)), robots, random);
        this.judge =
                new WebJudge(settings, web, clock, open, probes, (url, end) -> chain(Method.GET, url, end.cookies()));
    }

    CompletableFuture<Resolution> resolve(Url url) {
        var leftOut = unasked(url);
        if (leftOut.isPresent()) {
            return CompletableFuture.completedFuture(Resolution.of(leftOut.get()));
        }
        var wantsPage = places.wants(url);
        return asked.of(url.address(), () -> ask(url))
                .thenCompose(shared -> withPlaces(url, shared, wantsPage))
                .thenApply(shared -> withPart(withFragment(shared, url.fragment()), url));
    }

    private Optional<Outcome> unasked(Url url) {
        var check = settings.check();
        var closed = shorteners.of(url).filter(Shortener::closed);
        if (closed.isPresent()) {
            return Optional.of(Evidence.unasked(
                    Reason.GONE, closed.get().closing() + ", so none of its short links leads anywhere"));
        }
        // Names under a reserved ending may well be given out in the private network that is to be checked.
        if (SpecialHosts.isExampleDomain(url.host())
                || (SpecialHosts.isReserved(url.host()) && !settings.web().allowPrivate())) {
            return Optional.of(
                    Evidence.unasked(Reason.PLACEHOLDER, url.host() + " is set aside for examples (RFC 2606)"));
        }
        if (!check.enabled()) {
            return Optional.of(Evidence.unasked(Reason.NOT_CHECKED, "the run was told not to check"));
        }
        // Offline by request is no trouble met; OFFLINE is kept for a network that was found dead.
        return check.offline()
                ? Optional.of(Evidence.unasked(Reason.NOT_CHECKED, "the run was told to stay offline"))
                : Optional.empty();
    }

    /** A browser keeps the fragment over redirects that name none (RFC 9110 section 10.2.2). */
    private static Resolution withFragment(Resolution shared, Optional<String> fragment) {
        var outcome = shared.outcome();
        if (fragment.isEmpty()
                || outcome.finalUrl().map(url -> url.contains("#")).orElse(true)) {
            return shared;
        }
        return shared.with(outcome.at(outcome.finalUrl().get() + "#" + fragment.get()));
    }

    /** The page is fetched again where its places were not read, as by HEAD; the outcome stays what it is. */
    private CompletableFuture<Resolution> withPlaces(Url url, Resolution shared, boolean wantsPage) {
        if (!wantsPage || !isThere(shared) || !places.lacks(url)) {
            return CompletableFuture.completedFuture(shared);
        }
        return reread.of(
                        url.address(),
                        () -> chain(Method.GET, Url.parse(url.address()).orElse(url))
                                .thenApply(end -> {
                                    places.keep(url, end);
                                    return true;
                                })
                                .exceptionally(fault -> false))
                .thenApply(read -> shared);
    }

    private Resolution withPart(Resolution shared, Url url) {
        // Where a redirect names a part of its own, the one that was cited is not gone to (RFC 9110 section 10.2.2).
        var ends = shared.outcome().finalUrl().flatMap(Url::parse).flatMap(Url::fragment);
        return isThere(shared) && ends.equals(url.fragment())
                ? places.find(url)
                        .map(part -> shared.with(shared.outcome().withFragment(part)))
                        .orElse(shared)
                : shared;
    }

    private static boolean isThere(Resolution shared) {
        var verdict = shared.outcome().verdict();
        return verdict == Verdict.ALIVE || verdict == Verdict.MOVED;
    }

    private CompletableFuture<Resolution> ask(Url url) {
        var start = Url.parse(url.address()).orElse(url);
        open.begin();
        lookups.budget().checkBegan();
        // From here nothing may be thrown at the caller: a fault of ours must cost one target only.
        return CompletableFuture.completedFuture(start)
                .thenCompose(this::fetched)
                .exceptionally(fault -> Resolution.of(Evidence.unasked(
                        Reason.NOT_CHECKED, "Ibid failed on this address, which is a fault of its own: " + fault)))
                .thenApply(resolution -> {
                    open.end();
                    lookups.budget().checkEnded();
                    return resolution;
                });
    }

    private CompletableFuture<Resolution> fetched(Url start) {
        var evidence = new Evidence();
        // What a page is, only its body shows, whether it may be copied or not.
        if (copies.mayKeep(start) || !FileEndings.nameAFile(start)) {
            return byGet(start, evidence, 0);
        }
        var toLearn = heads.toLearn(start);
        return toLearn.isPresent()
                ? compared(start, evidence, toLearn.get())
                : heads.serves(start)
                        .thenCompose(serves -> serves ? byHead(start, evidence) : byGet(start, evidence, 0));
    }

    /** The first file of a host is asked both ways, to see whether HEAD may be believed there. */
    private CompletableFuture<Resolution> compared(Url start, Evidence evidence, CompletableFuture<Boolean> learned) {
        return chain(Method.HEAD, start)
                .thenCompose(end -> failedWhateverTheMethod(end)
                        ? resolved(start, end, evidence, end.attempts())
                        : byGet(start, evidence, end.attempts())
                                .thenApply(resolution -> agreed(end, resolution, learned)))
                .whenComplete((resolution, fault) -> learned.complete(false));
    }

    private Resolution agreed(ChainEnd end, Resolution resolution, CompletableFuture<Boolean> learned) {
        var verdict = resolution.outcome().verdict();
        learned.complete(judge.settles(end) && (verdict == Verdict.ALIVE || verdict == Verdict.MOVED));
        return resolution;
    }

    private CompletableFuture<Resolution> byHead(Url start, Evidence evidence) {
        return chain(Method.HEAD, start).thenCompose(end -> {
            if (copies.mayKeep(end.url())) {
                return byGet(start, evidence, end.attempts());
            }
            if (judge.settles(end) || failedWhateverTheMethod(end)) {
                return resolved(start, end, evidence, end.attempts());
            }
            heads.failed(start);
            evidence.add(whyNotHead(end));
            return byGet(start, evidence, end.attempts());
        });
    }

    private static boolean failedWhateverTheMethod(ChainEnd end) {
        return end.reply() instanceof WebFailure failure && WHATEVER_THE_METHOD.contains(failure.cause());
    }

    private static String whyNotHead(ChainEnd end) {
        if (end.how() == How.LOOP || end.how() == How.TOO_LONG) {
            return "HEAD was redirected without end, so GET was tried";
        }
        return end.reply() instanceof WebResponse response
                ? "HEAD answered " + response.status() + ", so GET was tried"
                : "HEAD got no answer, so GET was tried";
    }

    private CompletableFuture<Resolution> byGet(Url start, Evidence evidence, int before) {
        return chain(Method.GET, start).thenCompose(end -> {
            if (end.how() != How.LOOP) {
                return resolved(start, end, evidence, before + end.attempts());
            }
            return chain(Method.GET, start)
                    .thenCompose(again -> resolved(start, again, evidence, before + end.attempts() + again.attempts()));
        });
    }

    private CompletableFuture<ChainEnd> chain(Method method, Url start) {
        return chain(method, start, new ChainCookies(clock));
    }

    private CompletableFuture<ChainEnd> chain(Method method, Url start, ChainCookies cookies) {
        return new RedirectChain(web, pages, settings.web().maxRedirects(), cookies, method, start).walk();
    }

    private CompletableFuture<Resolution> resolved(Url start, ChainEnd end, Evidence evidence, int attempts) {
        places.keep(start, end);
        return judge.judge(start, end, evidence, attempts).thenCompose(outcome -> copies.of(start, end, outcome));
    }
}
