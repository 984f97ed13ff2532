package ibid.archive.fake;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.archive.Archives;
import ibid.archive.CaptureIndex;
import ibid.archive.CaptureListing;
import ibid.archive.CaptureQuery;
import ibid.archive.ListingMemory;
import ibid.archive.Lookups;
import ibid.config.Settings;
import ibid.config.TestSettings;
import ibid.web.LookupBudget.Turn;
import ibid.web.ManualScheduler;
import ibid.web.Web;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The look-ups of a run in front of a fake archive, in the time of the test. */
public final class FakeLookups {
    public static final String ARCHIVE = "https://web.archive.org";
    public static final String INDEX = "https://index.example.edu/cdx";

    public static final String MEMENTOS = "https://mementos.example.edu";

    private final ManualScheduler time = new ManualScheduler();
    private final FakeArchive archive;
    private final Web web;
    private final Lookups lookups;
    private final Archives archives;

    private FakeLookups(FakeIndex index, Settings.Lookup lookup, Duration latency, ListingMemory memory) {
        archive = new FakeArchive(index, time::now);
        var settings = Settings.DEFAULTS.withLookup(lookup).withMemory(TestSettings.forgetful());
        lookups = Lookups.of(settings, time);
        web = new FakeArchiveWeb(archive, time, latency);
        archives = new Archives(settings, web, lookups, time, memory);
    }

    /** In front of an archive that is known to be like the Wayback Machine. */
    public static FakeLookups wayback(FakeIndex index) {
        return wayback(index, Duration.ofMinutes(10), ListingMemory.NONE);
    }

    public static FakeLookups wayback(FakeIndex index, Duration budget, ListingMemory memory) {
        var wayback = Optional.of(new Settings.Wayback(ARCHIVE, ARCHIVE));
        return new FakeLookups(index, lookup(budget, wayback, List.of(), List.of()), Duration.ofMillis(200), memory);
    }

    /** In front of an archive that takes so long for each answer. */
    public static FakeLookups slow(FakeIndex index, Duration latency) {
        var wayback = Optional.of(new Settings.Wayback(ARCHIVE, ARCHIVE));
        var lookup = lookup(Duration.ofMinutes(10), wayback, List.of(), List.of());
        return new FakeLookups(index, lookup, latency, ListingMemory.NONE);
    }

    /** In front of an index of which only the address is known. */
    public static FakeLookups unknown(FakeIndex index) {
        var lookup = lookup(Duration.ofMinutes(10), Optional.empty(), List.of(INDEX), List.of());
        return new FakeLookups(index, lookup, Duration.ofMillis(200), ListingMemory.NONE);
    }

    /** In front of an archive of which a TimeGate or TimeMap alone is known. */
    public static FakeLookups memento(FakeIndex index, String path) {
        var lookup = lookup(Duration.ofMinutes(10), Optional.empty(), List.of(), List.of(MEMENTOS + path));
        var lookups = new FakeLookups(index, lookup, Duration.ofMillis(200), ListingMemory.NONE);
        lookups.archive().mementos(MEMENTOS, Integer.MAX_VALUE);
        return lookups;
    }

    private static Settings.Lookup lookup(
            Duration time, Optional<Settings.Wayback> wayback, List<String> cdx, List<String> memento) {
        var usual = Settings.DEFAULTS.lookup();
        return new Settings.Lookup(
                true, true, time, wayback, cdx, memento, Optional.empty(), usual.registries(), Optional.empty());
    }

    public FakeArchive archive() {
        return archive;
    }

    public Web web() {
        return web;
    }

    public Archives archives() {
        return archives;
    }

    public Lookups lookups() {
        return lookups;
    }

    public ManualScheduler time() {
        return time;
    }

    public CaptureIndex index() {
        return archives.indexes(Turn.TRUNCATED).get(0);
    }

    public CompletableFuture<CaptureListing> start(CaptureQuery query) {
        return index().list(query);
    }

    public CaptureListing list(CaptureQuery query) {
        return await(start(query));
    }

    /** Turns the hands until the future is complete. */
    public <T> T await(CompletableFuture<T> future) {
        while (!future.isDone()) {
            assertThat(time.next()).as("something is still to come").isTrue();
        }
        return future.join();
    }

    /** Time that has passed. */
    public Duration passed() {
        return Duration.between(ManualScheduler.START, time.now());
    }
}
