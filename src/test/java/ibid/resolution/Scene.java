package ibid.resolution;

import ibid.archive.Archive;
import ibid.archive.Lookups;
import ibid.archive.Snapshot;
import ibid.config.Settings;
import ibid.config.StatusRanges;
import ibid.config.TestSettings;
import ibid.config.UsageException;
import ibid.target.Target;
import ibid.target.Target.UrlTarget;
import ibid.url.Url;
import ibid.web.ManualScheduler;
import ibid.web.Robots;
import ibid.web.WebResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/** A resolver with its scripted web, its archive and its clock. */
final class Scene {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    final ScriptedWeb web;
    final ManualScheduler time = new ManualScheduler();
    final List<String> kept = new ArrayList<>();
    private final Archive archive = new Archive() {
        @Override
        public Optional<Snapshot> keep(WebResponse response) {
            kept.add(response.status() + " " + response.url());
            return Optional.of(new Snapshot("local", NOW, response.url(), response.status(), "sha256:0", true));
        }

        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    };
    private Settings.Check check = Settings.DEFAULTS.check();
    private List<Settings.Host> hosts = List.of();
    private Settings.Files files = Settings.DEFAULTS.files();
    private boolean archiving = true;
    private Settings.Lookup lookup = TestSettings.withoutLookups();
    private Optional<TargetResolver> resolver = Optional.empty();

    Scene(String script) {
        this(new ScriptedWeb(script));
    }

    Scene(ScriptedWeb web) {
        this.web = web;
    }

    Scene lookingFor(Settings.Fragments fragments) {
        files = new Settings.Files(
                files.rootDirectory(),
                files.baseUrl(),
                files.sites(),
                files.indexFiles(),
                fragments,
                files.slugs(),
                files.trees());
        return this;
    }

    Scene withoutArchive() {
        archiving = false;
        return this;
    }

    /** Asks hosts for what nobody cited, where a verdict hangs on it. */
    Scene probing() {
        lookup = Settings.DEFAULTS.lookup();
        return this;
    }

    Scene checking(boolean enabled, boolean offline) {
        check = new Settings.Check(enabled, offline, true, check.accepted(), check.shorteners(), false);
        return this;
    }

    Scene askingDefanged() {
        check = new Settings.Check(true, false, true, check.accepted(), check.shorteners(), true);
        return this;
    }

    Scene accepting(String ranges) throws UsageException {
        check = new Settings.Check(true, false, true, StatusRanges.parse(ranges), check.shorteners(), false);
        return this;
    }

    Scene acceptingAt(String host, String ranges) throws UsageException {
        hosts = List.of(
                new Settings.Host(host, OptionalInt.empty(), Optional.empty(), List.of(), StatusRanges.parse(ranges)));
        return this;
    }

    private Settings.Web web() {
        var web = Settings.DEFAULTS.web();
        return new Settings.Web(
                web.maxInFlight(),
                web.perHost(),
                web.hostInterval(),
                web.timeout(),
                web.retries(),
                web.maxRedirects(),
                web.maxBodyBytes(),
                web.userAgent(),
                web.headers(),
                web.allowPrivate(),
                web.insecure(),
                web.proxy(),
                web.caCertificates(),
                web.patience(),
                hosts);
    }

    CompletableFuture<Resolution> start(Target target) {
        if (resolver.isEmpty()) {
            var all = Settings.DEFAULTS;
            var settings = all.withArchive(new Settings.Archive(
                            archiving,
                            all.archive().maxResponseBytes(),
                            all.archive().maxRunBytes()))
                    .withCheck(check)
                    .withFiles(files)
                    .withWeb(web())
                    .withLookup(lookup)
                    .withMemory(TestSettings.forgetful());
            resolver = Optional.of(new TargetResolver(
                    settings,
                    web,
                    new Robots(web, settings.web().userAgent()),
                    archive,
                    Lookups.of(settings, time),
                    Path.of(""),
                    InstantSource.fixed(NOW),
                    new SplittableRandom(1)));
        }
        return resolver.get().resolve(target);
    }

    CompletableFuture<Resolution> start(String address) {
        return start(new UrlTarget(address, Url.parse(address).orElseThrow()));
    }

    Resolution resolve(String address) {
        return start(address).join();
    }

    Outcome outcome(String address) {
        return resolve(address).outcome();
    }
}
