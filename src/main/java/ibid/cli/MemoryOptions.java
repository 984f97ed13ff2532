package ibid.cli;

import ibid.config.Settings;
import ibid.config.UsageException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is remembered between runs. */
final class MemoryOptions {
    private static final Settings.Memory DEFAULTS = Settings.DEFAULTS.memory();
    private static final Pattern CONFIRM = Pattern.compile("(\\d{1,3})(?:/(\\d{1,3})d?)?");

    @Option(names = "--no-cache", description = "Remember nothing between runs.")
    private boolean noCache;

    @Option(
            names = "--cache-dir",
            paramLabel = "DIR",
            description = "Keep what is remembered between runs here. Default: .ibid.")
    private Path directory = DEFAULTS.directory();

    @Option(
            names = "--confirm",
            paramLabel = "RUNS[/DAYS]",
            description = "Call a link broken only when it failed in so many runs over so many days, such as 3/7.")
    private @Nullable String confirm;

    Settings.Memory settings() throws UsageException {
        if (confirm == null) {
            return new Settings.Memory(!noCache, directory, Optional.empty());
        }
        var match = CONFIRM.matcher(confirm.strip());
        if (!match.matches() || Integer.parseInt(match.group(1)) < 1) {
            throw new UsageException(
                    "--confirm \"" + confirm + "\" must be a number of runs, and of days, such as 3/7.");
        }
        if (noCache) {
            throw new UsageException(
                    "--confirm counts failures over several runs, which --no-cache forgets; leave one out.");
        }
        var days = match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
        return new Settings.Memory(
                true, directory, Optional.of(new Settings.Confirm(Integer.parseInt(match.group(1)), days)));
    }
}
