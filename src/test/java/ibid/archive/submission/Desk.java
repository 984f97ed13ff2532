package ibid.archive.submission;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.archive.Archives;
import ibid.archive.ListingMemory;
import ibid.archive.Lookups;
import ibid.archive.fake.FakeArchive;
import ibid.archive.fake.FakeArchiveWeb;
import ibid.archive.fake.FakeIndex;
import ibid.archive.fake.FakePerma;
import ibid.archive.fake.FakeSavePageNow;
import ibid.config.Saving;
import ibid.config.Secret;
import ibid.config.Settings;
import ibid.config.TestSettings;
import ibid.store.Store;
import ibid.web.ManualScheduler;
import ibid.web.NameLookup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Runs that have a fake archive keep addresses, one after the other, in the time of the test. */
final class Desk {
    static final String ARCHIVE = "web.archive.org";
    private static final String BASE = "https://" + ARCHIVE;

    private final Path folder;
    private final ManualScheduler time = new ManualScheduler();
    private final FakeSavePageNow service = new FakeSavePageNow(time::now);
    private final FakePerma perma = new FakePerma(time::now);
    private final FakeIndex index = new FakeIndex(FakeIndex.Kind.WAYBACK);
    private final FakeArchive archive =
            new FakeArchive(index, time::now).saving(service).beside(perma);
    private Set<String> ends = Set.of();
    private boolean isAtPerma;
    private boolean allowsPrivate;
    private NameLookup names = host -> List.of();
    private Duration longest = Duration.ofMinutes(30);

    Desk(Path folder) {
        this.folder = folder;
    }

    FakeSavePageNow service() {
        return service;
    }

    FakePerma perma() {
        return perma;
    }

    /** The runs have Perma.cc keep addresses instead. */
    Desk atPerma() {
        isAtPerma = true;
        return this;
    }

    /** The runs may ask private addresses, and names lead to these. */
    Desk inside(NameLookup lookup) {
        allowsPrivate = true;
        names = lookup;
        return this;
    }

    FakeArchive archive() {
        return archive;
    }

    FakeIndex index() {
        return index;
    }

    ManualScheduler time() {
        return time;
    }

    /** All addresses were seen to redirect there. */
    Desk leadingTo(String end) {
        ends = Set.of(end);
        return this;
    }

    Desk within(Duration limit) {
        longest = limit;
        return this;
    }

    /** One run; what it asks ends with it. */
    final class Run implements AutoCloseable {
        private final Store store = Store.in(folder, time::now);
        private final Submissions submissions;

        Run() {
            var settings = Settings.DEFAULTS.withSaving(isAtPerma ? perma() : savePageNow());
            if (allowsPrivate) {
                settings = settings.withWeb(TestSettings.fastWeb(0));
            }
            var web = new FakeArchiveWeb(archive, time, Duration.ofMillis(200));
            var archives = new Archives(settings, web, Lookups.of(settings, time), time, ListingMemory.NONE);
            submissions = new Submissions(settings, archives, store, time, names);
        }

        private Saving savePageNow() {
            var keys = new Saving.SavePageNow(
                    new Settings.Wayback(BASE, BASE),
                    new Secret(FakeSavePageNow.ACCESS_KEY),
                    new Secret(FakeSavePageNow.SECRET_KEY));
            return new Saving(Optional.of(keys), Optional.empty(), longest);
        }

        private Saving perma() {
            var key = new Saving.Perma(Saving.Perma.PUBLIC, "https://perma.cc", new Secret(FakePerma.KEY));
            return new Saving(Optional.empty(), Optional.of(key), longest);
        }

        CompletableFuture<Map<String, List<Saved>>> start(List<String> addresses) {
            var pages = addresses.stream()
                    .distinct()
                    .map(address -> new PageToSave(address, ends, Optional.empty()))
                    .toList();
            return submissions.save(pages, (done, all) -> {});
        }

        void end() {
            submissions.end("the run was stopped");
        }

        @Override
        public void close() {
            store.close();
        }
    }

    /** What a whole run comes to. */
    Map<String, Saved> save(List<String> addresses) {
        try (var run = new Run()) {
            return await(run.start(addresses));
        }
    }

    Saved save(String address) {
        return save(List.of(address)).getOrDefault(address, Saved.without("", Saved.Result.FAILED, "nothing came"));
    }

    /** Turns the hands until all is known. */
    Map<String, Saved> await(CompletableFuture<Map<String, List<Saved>>> all) {
        while (!all.isDone()) {
            assertThat(time.next()).as("something is still to come").isTrue();
        }
        Map<String, Saved> first = new LinkedHashMap<>();
        all.join().forEach((address, saved) -> first.put(address, saved.get(0)));
        return first;
    }
}
