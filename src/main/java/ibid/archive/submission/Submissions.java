package ibid.archive.submission;

import ibid.archive.Archives;
import ibid.archive.Discretion;
import ibid.archive.submission.Saved.Result;
import ibid.config.Settings;
import ibid.store.Store;
import ibid.url.ArchivedCopies;
import ibid.url.Url;
import ibid.web.LookupBudget.Turn;
import ibid.web.NameLookup;
import ibid.web.PublicHosts;
import ibid.web.Scheduler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Has the archives of the settings keep addresses; none where the user asks for none. */
public final class Submissions {
    private static final String TIME_OVER = "the time for saving was over";

    private final List<Keeper> keepers = new ArrayList<>();
    private final Settings settings;
    private final Scheduler scheduler;
    private final NameLookup names;

    /** Hears how far it is; called by several threads. */
    public interface Told {
        /** So many of all are done with. */
        void known(int done, int all);
    }

    /** An archive, and what it may be told of. */
    private record Keeper(String name, Discretion discretion, Saver saver) {}

    /**
     * Asks nobody yet.
     *
     * @param store remembers what was sent, over runs
     * @param names asked where cited addresses may be private, for a name may lead into a private network
     */
    public Submissions(Settings settings, Archives archives, Store store, Scheduler scheduler, NameLookup names) {
        this.names = names;
        this.settings = settings;
        this.scheduler = scheduler;
        var sendings = new Sendings(store);
        var saving = settings.saving();
        saving.wayback()
                .ifPresent(wayback -> archives.host(wayback.archive().index())
                        .ifPresent(host -> add(
                                wayback.archive().index(),
                                new SavePageNow(
                                        wayback,
                                        host,
                                        scheduler::now,
                                        address -> archives.last(wayback.archive(), address, Turn.SAVED)),
                                sendings)));
        saving.perma()
                .ifPresent(perma -> archives.host(perma.api())
                        .ifPresent(host -> add(perma.api(), new Perma(perma, host, scheduler::now), sendings)));
    }

    private void add(String address, SavingArchive archive, Sendings sendings) {
        keepers.add(new Keeper(
                archive.name(),
                Discretion.towards(address, settings.web().allowPrivate()),
                new Saver(archive, new Earlier(archive, sendings, scheduler::now), sendings, scheduler)));
    }

    /**
     * Has them kept: complete when all is known, or soon after the time for it is over or {@link #end}; the future never
     * fails.
     *
     * @param pages each address once
     * @param told hears of how many, and of how many in all, it is known what became of them
     * @return for each address what became of it in each archive
     */
    public CompletableFuture<Map<String, List<Saved>>> save(List<PageToSave> pages, Told told) {
        if (keepers.isEmpty() || pages.isEmpty()) {
            return CompletableFuture.completedFuture(Map.of());
        }
        var alarm = scheduler.after(settings.saving().time(), () -> end(TIME_OVER));
        var done = new AtomicInteger();
        var most = pages.size() * keepers.size();
        Map<String, List<CompletableFuture<Saved>>> running = new LinkedHashMap<>();
        pages.forEach(page -> running.put(
                page.address(),
                keepers.stream()
                        .map(keeper -> save(keeper, page).thenApply(saved -> {
                            told.known(done.incrementAndGet(), most);
                            return saved;
                        }))
                        .toList()));
        var all = running.values().stream().flatMap(List::stream).toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(all).thenApply(unused -> {
            alarm.cancel();
            Map<String, List<Saved>> saved = new LinkedHashMap<>();
            running.forEach((address, results) -> saved.put(
                    address, results.stream().map(CompletableFuture::join).toList()));
            return saved;
        });
    }

    private CompletableFuture<Saved> save(Keeper keeper, PageToSave page) {
        return page.whyNot()
                .or(() -> whyNot(keeper, page.address()))
                .map(why -> CompletableFuture.completedFuture(Saved.without(keeper.name(), Result.NOT_ATTEMPTED, why)))
                .orElseGet(() -> keeper.saver().save(page));
    }

    private Optional<String> whyNot(Keeper keeper, String address) {
        if (!keeper.discretion().allows(address) || isInside(keeper, address)) {
            return Optional.of("the address may be private");
        }
        return Url.parse(address).flatMap(ArchivedCopies::archive).isPresent()
                ? Optional.of("it is a copy in an archive itself")
                : Optional.empty();
    }

    private boolean isInside(Keeper keeper, String address) {
        return settings.web().allowPrivate()
                && !keeper.discretion().archiveIsOurs()
                && Url.parse(address)
                        .filter(url -> !PublicHosts.leadsToPublic(url.host(), names))
                        .isPresent();
    }

    /** What kept archives from being sent all that there was, a sentence each. */
    public List<String> remarks() {
        return keepers.stream()
                .flatMap(keeper -> keeper
                        .saver()
                        .whyClosed()
                        .map(why -> "Nothing more was sent to " + keeper.name() + " to be kept: " + why + ".")
                        .stream())
                .toList();
    }

    /** Sends nothing more and waits for nothing; what is under way at archives stays so. */
    public void end(String why) {
        keepers.forEach(keeper -> keeper.saver().end(why));
    }
}
