package ibid.archive;

import ibid.archive.ArchiveHost.Service;
import ibid.archive.ArchiveReply.Answer;
import ibid.config.Settings;
import ibid.url.Url;
import ibid.web.LookupBudget;
import ibid.web.LookupBudget.Turn;
import ibid.web.Scheduler;
import ibid.web.Web;
import ibid.web.WebResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The archives that a run may ask, each at one pace for the whole run; nothing is asked before somebody wants to know. */
public final class Archives {
    /** Behind the base address of a Wayback-compatible archive. */
    private static final String INDEX = "/cdx/search/cdx";

    private record Known(SharedListings listings, Discretion discretion) {}

    private final Settings settings;
    private final Web web;
    private final Scheduler scheduler;
    private final LookupBudget budget;
    private final List<Known> known = new ArrayList<>();
    private final Map<String, ArchiveHost> hosts = new HashMap<>();

    /**
     * The archives of the settings; none where nothing is to be looked up.
     *
     * @param memory what indexes answered in earlier runs
     */
    public Archives(Settings settings, Web web, Lookups lookups, Scheduler scheduler, ListingMemory memory) {
        this.settings = settings;
        this.web = web;
        this.scheduler = scheduler;
        this.budget = lookups.budget();
        if (budget.isSpent()) {
            return;
        }
        var lookup = settings.lookup();
        lookup.wayback().ifPresent(wayback -> add(wayback.index() + INDEX, Optional.of(CdxDialect.WAYBACK), memory));
        lookup.cdx().forEach(address -> add(address, Optional.empty(), memory));
        budget.whenSpent(() -> hosts.values().forEach(host -> host.stop(IndexInTurn.TIME_OVER)));
    }

    private void add(String address, Optional<CdxDialect> dialect, ListingMemory memory) {
        Url.parse(address).ifPresent(url -> {
            var index = new CdxIndex(address, dialect, host(url, dialect.isPresent()));
            known.add(new Known(
                    new SharedListings(index, memory),
                    Discretion.towards(address, settings.web().allowPrivate())));
        });
    }

    /** One for all indexes at the same place, so that they share its limits. */
    private ArchiveHost host(Url url, boolean isWayback) {
        var key = url.host() + ":" + url.port();
        var index = (isWayback ? ArchivePace.WAYBACK_INDEX : ArchivePace.OTHER_INDEX).unlessSaid(settings.web(), url);
        var copies = ArchivePace.WAYBACK_COPIES.unlessSaid(settings.web(), url);
        return hosts.computeIfAbsent(
                key,
                unused -> new ArchiveHost(
                        url.host(), Map.of(Service.INDEX, index, Service.COPIES, copies), web, scheduler));
    }

    /** The indexes in the order in which they are to be asked, for look-ups of one turn. */
    public List<CaptureIndex> indexes(Turn turn) {
        return known.stream()
                .<CaptureIndex>map(one -> new IndexInTurn(one.listings(), one.discretion(), budget, turn))
                .toList();
    }

    /**
     * A copy as it was captured, without the archive's own links and bars; empty where the Wayback-compatible archive does
     * not answer with it. The future never fails.
     */
    public CompletableFuture<Optional<WebResponse>> copy(CaptureListing.Row capture, Turn turn) {
        var wayback = settings.lookup().wayback();
        var place = wayback.flatMap(archive -> Url.parse(archive.replay()));
        if (known.isEmpty() || place.isEmpty() || !towards(wayback.get()).allows(capture.original())) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return Url.parse(wayback.get().copy(capture.at(), capture.original()))
                .map(url -> budget.spend(
                        turn,
                        () -> host(place.get(), true)
                                .ask(Service.COPIES, url, turn, false)
                                .thenApply(Archives::answered),
                        Optional.<WebResponse>empty()))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    private Discretion towards(Settings.Wayback wayback) {
        return Discretion.towards(wayback.replay(), settings.web().allowPrivate());
    }

    private static Optional<WebResponse> answered(ArchiveReply reply) {
        return reply instanceof Answer answer ? Optional.of(answer.response()) : Optional.empty();
    }
}
