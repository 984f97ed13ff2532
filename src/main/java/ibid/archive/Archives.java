package ibid.archive;

import ibid.archive.ArchiveHost.Service;
import ibid.archive.CaptureListing.Row;
import ibid.config.Settings;
import ibid.url.Url;
import ibid.web.LookupBudget;
import ibid.web.LookupBudget.Turn;
import ibid.web.Scheduler;
import ibid.web.Web;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The archives that a run may ask, each at one pace for the whole run; nothing is asked before somebody wants to know. */
public final class Archives {
    /** Behind the base address of a Wayback-compatible archive. */
    private static final String INDEX = "/cdx/search/cdx";

    private static final CopyList UNLISTED = new CopyList(List.of(), Optional.of(IndexInTurn.TIME_OVER));
    private static final CopyReading UNREAD = new CopyReading.Unread("the time for look-ups was over", false);

    /**
     * An archive.
     *
     * @param replay where it shows its copies, where that is known
     * @param availability its service that names one capture, where it has one
     */
    record Known(
            SharedListings listings,
            Discretion discretion,
            ArchiveHost host,
            Optional<Replay> replay,
            Optional<Availability> availability) {}

    private final Settings settings;
    private final Web web;
    private final Scheduler scheduler;
    private final LookupBudget budget;
    private final ListingMemory memory;
    private final List<Known> known = new ArrayList<>();
    private final List<CopySource> sources = new ArrayList<>();
    private final Map<String, ArchiveHost> hosts = new ConcurrentHashMap<>();
    private final LookedUp lookedUp = new LookedUp();

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
        this.memory = memory;
        if (budget.isSpent()) {
            return;
        }
        settings.lookup().wayback().ifPresent(this::add);
        settings.lookup().cdx().forEach(this::add);
        known.forEach(
                archive -> archive.replay().ifPresent(replay -> sources.add(new IndexedCopies(archive, replay, this))));
        settings.lookup().memento().stream()
                .filter(base -> Url.parse(base).isPresent())
                .forEach(base -> sources.add(new TimeMaps(base, discretion(base), this)));
        budget.whenSpent(() -> hosts.values().forEach(host -> host.stop(IndexInTurn.TIME_OVER)));
    }

    private void add(Settings.Wayback wayback) {
        var address = wayback.index() + INDEX;
        Url.parse(address).ifPresent(url -> {
            var host = host(url, ArchivePace.WAYBACK_INDEX);
            var index = new CdxIndex(address, Optional.of(CdxDialect.WAYBACK), host);
            var availability = Availability.of(wayback.index(), host);
            known.add(new Known(
                    shared(index), discretion(address), host, Optional.of(Replay.of(wayback.replay())), availability));
        });
    }

    private void add(String address) {
        Url.parse(address).ifPresent(url -> {
            var host = host(url, ArchivePace.OTHER_INDEX);
            var index = new CdxIndex(address, Optional.empty(), host);
            known.add(new Known(shared(index), discretion(address), host, Replay.beside(address), Optional.empty()));
        });
    }

    private SharedListings shared(CdxIndex index) {
        return new SharedListings(index, memory);
    }

    private Discretion discretion(String address) {
        return Discretion.towards(address, settings.web().allowPrivate());
    }

    /** One for all indexes at the same place, so that they share its limits. */
    private ArchiveHost host(Url url, ArchivePace pace) {
        var paces = new EnumMap<Service, ArchivePace>(Map.of(
                Service.INDEX, pace,
                Service.COPIES, ArchivePace.WAYBACK_COPIES,
                Service.SAVES, ArchivePace.SAVES,
                Service.STATUS, ArchivePace.STATUS));
        paces.replaceAll((service, usual) -> service == Service.SAVES
                ? usual.slowerIfSaid(settings.web(), url)
                : usual.unlessSaid(settings.web(), url));
        return hosts.computeIfAbsent(
                url.host() + ":" + url.port(), unused -> new ArchiveHost(url.host(), paces, web, scheduler));
    }

    /** The archive with this base address, at the one pace of the run; empty where that is no address. */
    public Optional<ArchiveHost> host(String base) {
        return Url.parse(base).map(url -> host(url, ArchivePace.WAYBACK_INDEX));
    }

    /**
     * The last captures of an address in a Wayback-compatible archive, whether others may look things up there or not; the
     * future never fails.
     */
    public CompletableFuture<CaptureListing> last(Settings.Wayback wayback, String address, Turn turn) {
        var index = wayback.index() + INDEX;
        return known.stream()
                .map(Known::listings)
                .filter(listings -> listings.address().equals(index))
                .findFirst()
                .or(() -> host(wayback.index())
                        .map(host -> shared(new CdxIndex(index, Optional.of(CdxDialect.WAYBACK), host))))
                .map(listings -> listings.list(CaptureQuery.last(address, List.of(), Mementos.SEEN), turn))
                .orElseGet(() -> CompletableFuture.completedFuture(
                        CaptureListing.failed("the address of the archive is none", 0)));
    }

    /** The indexes in the order in which they are to be asked, for look-ups of one turn. */
    public List<CaptureIndex> indexes(Turn turn) {
        return known.stream().map(archive -> inTurn(archive, turn)).toList();
    }

    /** The last captures of single addresses. */
    public Mementos mementos() {
        return new Mementos(known, this);
    }

    /** The pages that were to be looked up, and those among them for which the time was too short. */
    public LookedUp lookedUp() {
        return lookedUp;
    }

    /** Counts the page of this address, whose look-up has ended; with the time over, what is lacking is lacking for that. */
    void lookedUp(String address, boolean isLacking) {
        lookedUp.add(address, isLacking && budget.isSpent());
    }

    CaptureIndex inTurn(Known archive, Turn turn) {
        return new IndexInTurn(archive.listings(), archive.discretion(), budget, turn);
    }

    /** The capture that the archive's availability service names. */
    CompletableFuture<Optional<Row>> available(Known archive, String address, Turn turn) {
        return archive.availability()
                .filter(service -> archive.discretion().allows(address))
                .map(service -> budget.spend(turn, () -> service.newest(address, turn), Optional.<Row>empty()))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    /**
     * A copy as it was captured, without the archive's own links and bars; empty where the Wayback-compatible archive does
     * not answer with one. The future never fails.
     */
    public CompletableFuture<Optional<Memento>> copy(Row capture, Turn turn) {
        var wayback = settings.lookup().wayback();
        var place = wayback.flatMap(archive -> Url.parse(archive.replay()));
        if (known.isEmpty() || place.isEmpty() || !towards(wayback.get()).allows(capture.original())) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        var replay = Replay.of(wayback.get().replay());
        var copies = new Copies(host(place.get(), ArchivePace.WAYBACK_INDEX));
        return budget.spend(turn, () -> copies.of(capture, replay, turn), Optional.empty());
    }

    /** Exactly this copy at the first place that shows it, or why it was not read; the future never fails. */
    CompletableFuture<CopyReading> read(ListedCopy copy, Turn turn) {
        return budget.spend(turn, () -> read(copy, copy.places(), turn), UNREAD);
    }

    private CompletableFuture<CopyReading> read(ListedCopy copy, List<String> places, Turn turn) {
        return read(copy, places.get(0), turn)
                .thenCompose(reading -> isLacking(reading) && places.size() > 1
                        ? read(copy, places.subList(1, places.size()), turn)
                                .thenApply(other -> isLacking(other) ? reading : other)
                        : CompletableFuture.completedFuture(reading));
    }

    private CompletableFuture<CopyReading> read(ListedCopy copy, String place, Turn turn) {
        return Url.parse(place)
                .map(url -> new Copies(host(url)).read(copy, place, turn))
                .orElseGet(
                        () -> CompletableFuture.completedFuture(new CopyReading.Unread("its address is none", true)));
    }

    private static boolean isLacking(CopyReading reading) {
        return reading instanceof CopyReading.Unread unread && unread.lacking();
    }

    /** Finds the copies to cite in place of what is gone. */
    public NearestCopy nearestCopy() {
        return new NearestCopy(sources, this);
    }

    /** Lists copies within the time that look-ups have; the future never fails. */
    CompletableFuture<CopyList> list(CopySource source, String address, Instant date, Turn turn) {
        return budget.spend(turn, () -> source.near(address, date, turn), UNLISTED);
    }

    /** The archive at an address that an archive named. */
    ArchiveHost host(Url url) {
        return host(url, ArchivePace.OTHER_INDEX);
    }

    private Discretion towards(Settings.Wayback wayback) {
        return Discretion.towards(wayback.replay(), settings.web().allowPrivate());
    }
}
