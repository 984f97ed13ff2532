package ibid.scan;

import ibid.archive.Archive;
import ibid.archive.Lookups;
import ibid.archive.WarcArchive;
import ibid.config.Settings;
import ibid.config.UsageException;
import ibid.resolution.Resolver;
import ibid.resolution.TargetResolver;
import ibid.scan.ScanRun.World;
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
    private final Resolver resolver;

    /** @throws UsageException where a setting cannot be used, such as a file of certificates that is none */
    Stages(Settings settings, World world, String version, WebListener webListener) throws UsageException {
        this.scheduler = new RealScheduler(world.clock());
        this.web = new OkHttpWeb(settings.web(), scheduler, NameLookup.system(), world.random(), webListener);
        this.lookups = Lookups.of(settings, scheduler);
        this.archive = archive(settings, world, version);
        this.resolver = new TargetResolver(settings, web, archive, lookups, world.workingDirectory(), world.clock());
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

    Resolver resolver() {
        return resolver;
    }

    @Override
    public void close() {
        archive.close();
        web.close();
        scheduler.close();
    }
}
