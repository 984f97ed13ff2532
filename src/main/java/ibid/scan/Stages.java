package ibid.scan;

import ibid.archive.Archive;
import ibid.archive.Lookups;
import ibid.archive.WarcArchive;
import ibid.config.Settings;
import ibid.config.UsageException;
import ibid.resolution.Resolver;
import ibid.resolution.TargetResolver;
import ibid.resolution.memory.Memory;
import ibid.resolution.memory.RememberingResolver;
import ibid.scan.ScanRun.World;
import ibid.store.Store;
import ibid.web.NameLookup;
import ibid.web.OkHttpWeb;
import ibid.web.RealScheduler;
import ibid.web.Web;
import ibid.web.WebListener;

/** What takes targets to outcomes, wired together once for every command; nothing is opened before it is needed. */
final class Stages implements AutoCloseable {
    private final RealScheduler scheduler;
    private final Web web;
    private final Lookups lookups;
    private final Archive archive;
    private final Store store;
    private final Memory memory;
    private final Resolver resolver;

    /** @throws UsageException where a setting cannot be used, such as a file of certificates that is none */
    Stages(Settings settings, World world, String version, WebListener webListener) throws UsageException {
        this.scheduler = new RealScheduler(world.clock());
        this.web = new OkHttpWeb(settings.web(), scheduler, NameLookup.system(), world.random(), webListener);
        this.lookups = Lookups.of(settings, scheduler);
        this.archive = archive(settings, world, version);
        this.store = store(settings, world);
        this.memory = new Memory(store, settings, version, world.archiveDirectory(), world.clock(), web::networkDead);
        this.resolver = new RememberingResolver(
                new TargetResolver(settings, web, archive, lookups, world.workingDirectory(), world.clock()), memory);
    }

    /** What is shared between runs; a run that asks nobody has nothing to remember. */
    private static Store store(Settings settings, World world) {
        var asks = settings.check().enabled() && !settings.check().offline();
        return settings.memory().enabled() && asks
                ? Store.in(world.workingDirectory().resolve(settings.memory().directory()), world.clock())
                : Store.none();
    }

    private static Archive archive(Settings settings, World world, String version) {
        return settings.archive().enabled() && settings.check().enabled()
                ? WarcArchive.open(
                        world.archiveDirectory(), settings.archive(), world.clock(), world.random(), "ibid/" + version)
                : Archive.NONE;
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

    Archive archive() {
        return archive;
    }

    Store store() {
        return store;
    }

    Memory memory() {
        return memory;
    }

    Resolver resolver() {
        return resolver;
    }

    @Override
    public void close() {
        archive.close();
        web.close();
        store.close();
        scheduler.close();
    }
}
