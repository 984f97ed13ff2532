package ibid.scan;

import ibid.archive.Archive;
import ibid.archive.Archives;
import ibid.archive.KeptListings;
import ibid.archive.KnownPages;
import ibid.archive.ListingMemory;
import ibid.archive.Lookups;
import ibid.archive.PageRequisites;
import ibid.archive.WarcArchive;
import ibid.archive.submission.Submissions;
import ibid.citation.Dialects;
import ibid.citation.Truncation;
import ibid.config.Settings;
import ibid.config.UsageException;
import ibid.recovery.CandidateSource;
import ibid.recovery.CdxCandidates;
import ibid.recovery.ComposedCandidates;
import ibid.recovery.DeadRecovery;
import ibid.recovery.KeptSearches;
import ibid.recovery.MovedSiblings;
import ibid.recovery.PageSource;
import ibid.recovery.SearchCandidates;
import ibid.recovery.SiteCandidates;
import ibid.recovery.SiteLists;
import ibid.recovery.WebPages;
import ibid.resolution.Resolver;
import ibid.resolution.SiteResolver;
import ibid.resolution.TargetResolver;
import ibid.resolution.WitnessedResolver;
import ibid.resolution.memory.Memory;
import ibid.resolution.memory.RememberingResolver;
import ibid.scan.ScanRun.World;
import ibid.store.Store;
import ibid.url.Url;
import ibid.web.LookupBudget.Turn;
import ibid.web.NameLookup;
import ibid.web.NamedServices;
import ibid.web.OkHttpWeb;
import ibid.web.RealScheduler;
import ibid.web.Robots;
import ibid.web.Web;
import ibid.web.WebListener;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What takes targets to outcomes, wired together once for every command; nothing is opened before it is needed. */
final class Stages implements AutoCloseable {
    private final RealScheduler scheduler;
    private final Web web;
    private final Lookups lookups;
    private final Archives archives;
    private final Archive archive;
    private final Store store;
    private final Optional<Memory> memory;
    private final Resolver resolver;
    private final SiteLists lists;
    private final LivingPages living;
    private final Robots robots;
    private final Dialects dialects;
    private final boolean isOffline;
    private final Optional<KeptSearches> searches;
    private final Optional<String> search;
    private final Submissions submissions;

    /** @throws UsageException where a setting cannot be used, such as a file of certificates that is none */
    Stages(Settings settings, World world, String version, WebListener webListener, Dialects dialects)
            throws UsageException {
        this.search = settings.lookup().search();
        this.scheduler = new RealScheduler(world.clock());
        this.web = web(settings, world, scheduler, webListener);
        this.lookups = Lookups.of(settings, scheduler);
        // One for all who ask, so that a host is asked for its robots.txt once a run.
        this.robots = new Robots(web, settings.web().userAgent());
        this.lists = new SiteLists(web, robots, lookups.budget());
        this.dialects = dialects;
        this.isOffline = settings.check().offline();
        var reads = remembers(settings) || readsAgain(settings, world);
        // What was sent must be remembered, whatever else is not.
        this.store = reads || settings.saving().any()
                ? Store.in(world.workingDirectory().resolve(settings.memory().directory()), world.clock())
                : Store.none();
        this.searches = reads ? Optional.of(new KeptSearches(store)) : Optional.empty();
        this.archives = new Archives(
                settings, web, lookups, scheduler, remembers(settings) ? new KeptListings(store) : ListingMemory.NONE);
        this.submissions = new Submissions(settings, archives, store, scheduler, NameLookup.system());
        this.archive = archive(settings, world, version, web, robots);
        var pages = archive.equals(Archive.NONE) ? web : new KnownPages(web, archive);
        this.living = new LivingPages(pages, robots);
        var targets = new TargetResolver(
                settings, pages, robots, archive, lookups, world.workingDirectory(), world.clock(), world.random());
        this.memory = remembers(settings)
                ? Optional.of(
                        new Memory(store, settings, version, world.archiveDirectory(), world.clock(), web::networkDead))
                : Optional.empty();
        var remembering = memory.<Resolver>map(known -> new RememberingResolver(targets, known, web::asksFew))
                .orElse(targets);
        // Outside of memory, so that no verdict waits for an archive before it is kept.
        this.resolver = new WitnessedResolver(
                new SiteResolver(remembering, settings, world.workingDirectory()), archives.mementos());
    }

    private static Web web(Settings settings, World world, RealScheduler scheduler, WebListener listener)
            throws UsageException {
        return new OkHttpWeb(
                settings.web(),
                NamedServices.of(settings.lookup(), settings.saving()),
                scheduler,
                NameLookup.system(),
                world.random(),
                listener);
    }

    /** A run that asks nobody judges by what earlier ones kept, if there is something. */
    private static boolean readsAgain(Settings settings, World world) {
        return settings.memory().enabled()
                && settings.check().enabled()
                && settings.check().recover()
                && Files.isDirectory(
                        world.workingDirectory().resolve(settings.memory().directory()));
    }

    /** A run that asks nobody has nothing to remember. */
    private static boolean remembers(Settings settings) {
        return settings.memory().enabled()
                && settings.check().enabled()
                && !settings.check().offline();
    }

    private static Archive archive(Settings settings, World world, String version, Web web, Robots robots) {
        if (!settings.archive().enabled() || !settings.check().enabled()) {
            return Archive.NONE;
        }
        var archive = WarcArchive.open(
                world.archiveDirectory(), settings.archive(), world.clock(), world.random(), "ibid/" + version);
        return settings.archive().requisites() ? new PageRequisites(archive, web, robots) : archive;
    }

    /** What compares living pages with copies of them. */
    LivingPages livingPages() {
        return living;
    }

    RealScheduler scheduler() {
        return scheduler;
    }

    Web web() {
        return web;
    }

    Lookups lookups() {
        return lookups;
    }

    Archives archives() {
        return archives;
    }

    Archive archive() {
        return archive;
    }

    /** What is kept between runs, on a shelf for each kind. */
    Store store() {
        return store;
    }

    /** What is remembered of verdicts; empty in a run that remembers nothing. */
    Optional<Memory> memory() {
        return memory;
    }

    /** Has public archives keep what is cited. */
    Submissions submissions() {
        return submissions;
    }

    Resolver resolver() {
        return resolver;
    }

    /** Where the full addresses of cut ones are looked for beside the documents of the run; nowhere where nothing is looked up. */
    List<CandidateSource> candidateSources(List<Truncation> cuts, List<Url> cited) {
        if (isOffline) {
            return searches.map(kept -> kept.sources(cuts)).orElse(List.of());
        }
        var budget = lookups.budget();
        if (budget.isSpent()) {
            return List.of();
        }
        var sources = new ArrayList<CandidateSource>();
        archives.indexes(Turn.TRUNCATED).forEach(index -> sources.add(new CdxCandidates(index, cuts, cited)));
        sources.add(new SiteCandidates(lists));
        sources.add(new ComposedCandidates(dialects, lists, cited, robots, pages(Turn.TRUNCATED)));
        search.flatMap(Url::parse).ifPresent(service -> sources.add(new SearchCandidates(web, service, budget)));
        return searches.map(kept -> kept.keeping(sources, dialects)).orElse(sources);
    }

    /** Where the pages of candidates are read. */
    PageSource pages() {
        if (isOffline) {
            return searches.map(KeptSearches::pages).orElse(PageSource.NONE);
        }
        if (lookups.budget().isSpent()) {
            return PageSource.NONE;
        }
        var pages = pages(Turn.TRUNCATED);
        return searches.map(kept -> kept.keeping(pages)).orElse(pages);
    }

    private WebPages pages(Turn turn) {
        return new WebPages(resolver, web, archives, lookups.budget(), turn);
    }

    /** What looks for pages that are gone, given what moved in the run; empty where nothing is looked up. */
    Optional<Function<MovedSiblings, DeadRecovery>> deadRecovery() {
        return lookups.budget().isSpent()
                ? Optional.empty()
                : Optional.of(siblings ->
                        new DeadRecovery(siblings, archives.indexes(Turn.BROKEN), lists, pages(Turn.BROKEN)));
    }

    @Override
    public void close() {
        archive.close();
        web.close();
        store.close();
        scheduler.close();
    }
}
