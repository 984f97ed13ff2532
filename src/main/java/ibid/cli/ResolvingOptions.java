package ibid.cli;

import ibid.config.Copies;
import ibid.config.Saving;
import ibid.config.Settings;
import ibid.config.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** All that decides how targets are resolved, for every command that resolves any. */
final class ResolvingOptions {
    @Mixin
    private CheckOptions check = new CheckOptions();

    @Mixin
    private FileOptions files = new FileOptions();

    @Mixin
    private WebOptions web = new WebOptions();

    @Mixin
    private LookupOptions lookup = new LookupOptions();

    /**
     * The settings of a call that remembers nothing.
     *
     * @param trees what is read, so that its links may be followed
     * @param archive whether copies are kept, unless the run is offline
     * @param hosts what the configuration says of single hosts
     * @param environment of the process; it matters only where somebody is asked
     */
    Settings settings(
            Settings.Documents documents,
            List<Path> trees,
            boolean archive,
            List<Settings.Host> hosts,
            Map<String, String> environment)
            throws UsageException {
        var kept = Settings.DEFAULTS.archive();
        return new Settings(
                documents,
                web.settings(hosts, check.asks() ? environment : Map.of()),
                new Settings.Archive(archive && !check.offline(), kept.maxResponseBytes(), kept.maxRunBytes()),
                check.settings(),
                files.settings(trees),
                lookup.settings(),
                Settings.Memory.NONE,
                Copies.NONE,
                Saving.NONE);
    }
}
