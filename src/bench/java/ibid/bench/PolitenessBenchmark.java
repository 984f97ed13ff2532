package ibid.bench;

import ibid.archive.Archive;
import ibid.archive.Lookups;
import ibid.config.Settings;
import ibid.config.UsageException;
import ibid.resolution.Resolution;
import ibid.resolution.TargetResolver;
import ibid.target.Target.UrlTarget;
import ibid.url.Url;
import ibid.web.NameLookup;
import ibid.web.OkHttpWeb;
import ibid.web.RealScheduler;
import ibid.web.Robots;
import ibid.web.WebListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/**
 * How near a run comes to the time that politeness alone costs: that of the site with most links, at the interval between
 * two requests, or that of all answers, shared by all requests that may be under way.
 *
 * <p>Arguments: how many sites (default 40), and how many links the first one has (default 200); the n-th has the n-th part
 * of them.
 */
public final class PolitenessBenchmark {
    private PolitenessBenchmark() {}

    public static void main(String[] args) throws IOException, UsageException {
        var sites = args.length > 0 ? Integer.parseInt(args[0]) : 40;
        var most = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        run(sites, most);
    }

    private static Settings settings() {
        var all = Settings.DEFAULTS;
        var web = all.web();
        var lookup = all.lookup();
        return all.withWeb(new Settings.Web(
                        web.maxInFlight(),
                        web.perHost(),
                        web.hostInterval(),
                        web.timeout(),
                        web.retries(),
                        web.maxRedirects(),
                        web.maxBodyBytes(),
                        web.userAgent(),
                        web.headers(),
                        true,
                        web.insecure(),
                        web.proxy(),
                        web.caCertificates(),
                        web.patience(),
                        web.hosts()))
                .withArchive(new Settings.Archive(false, 0, 0))
                .withLookup(new Settings.Lookup(
                        false,
                        false,
                        lookup.time(),
                        lookup.wayback(),
                        lookup.cdx(),
                        lookup.memento(),
                        lookup.search(),
                        lookup.registries(),
                        lookup.contact()));
    }

    private static void run(int number, int most) throws IOException, UsageException {
        var settings = settings();
        try (var sites = new LatentSites(number);
                var scheduler = new RealScheduler(Clock.systemUTC());
                var web = new OkHttpWeb(
                        settings.web(), scheduler, NameLookup.system(), new SplittableRandom(1), WebListener.NONE)) {
            var resolver = new TargetResolver(
                    settings,
                    web,
                    new Robots(web, settings.web().userAgent()),
                    Archive.NONE,
                    Lookups.of(settings, scheduler),
                    Path.of(""),
                    Clock.systemUTC(),
                    new SplittableRandom(1));
            var start = System.nanoTime();
            var open = new ArrayList<CompletableFuture<Resolution>>();
            for (var address : addresses(sites, number, most)) {
                open.add(resolver.resolve(
                        new UrlTarget(address, Url.parse(address).orElseThrow())));
            }
            open.forEach(CompletableFuture::join);
            tell(settings, sites, open.size(), most, (System.nanoTime() - start) / 1e9);
        }
    }

    /** Page by page over all sites, as documents name them. */
    private static List<String> addresses(LatentSites sites, int number, int most) {
        var addresses = new ArrayList<String>();
        for (var page = 0; page < most; page++) {
            for (var site = 0; site < number; site++) {
                if (page < most / (site + 1)) {
                    addresses.add(sites.address(site, page));
                }
            }
        }
        return addresses;
    }

    private static void tell(Settings settings, LatentSites sites, int links, int most, double seconds) {
        var interval = settings.web().hostInterval().toMillis();
        var heaviest = most * interval / 1e3;
        var shared = sites.latencySeconds() / settings.web().maxInFlight();
        System.out.printf(
                Locale.ROOT,
                "%,d links: %.1f s; the site with most links alone takes %.1f s, all answers %.1f s: %.2f times the"
                        + " bound; shortest time between two requests to one site %.1f ms of %d%n",
                links,
                seconds,
                heaviest,
                shared,
                seconds / Math.max(heaviest, shared),
                sites.shortestGapMillis(),
                interval);
    }
}
