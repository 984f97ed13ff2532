package ibid.cli;

import ibid.config.Settings;
import ibid.config.StatusRanges;
import ibid.config.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to check. */
final class CheckOptions {
    @Option(names = "--offline", description = "Ask nothing of any network; local files are still checked.")
    private boolean offline;

    @Option(names = "--no-check", description = "Check nothing: list and compare citations only.")
    private boolean noCheck;

    @Option(names = "--no-recover", description = "Do not look for the full addresses of cut ones.")
    private boolean noRecover;

    @Option(
            names = "--defanged",
            description = "Check addresses that were made harmless on purpose, too, such as hxxp://e[.]com.")
    private boolean defanged;

    @Option(
            names = "--accept",
            paramLabel = "RANGES",
            description = "Take these HTTP statuses as alive, too, such as 403,500..599.")
    private @Nullable String accept;

    @Option(names = "--root-dir", paramLabel = "DIR", description = "Where links that start with / begin.")
    private @Nullable Path rootDirectory;

    @Option(
            names = "--shortener",
            paramLabel = "HOST[=closed]",
            description = "HOST shortens links, too; =closed: none of them works any more (repeatable).")
    private List<String> shorteners = List.of();

    /** This version asks no archive and remembers nothing; whoever calls it from a script may rely on the names already. */
    @Option(
            names = {"--no-lookup", "--no-cache"},
            description = "Ask no archive and no index; remember nothing between runs. This version does neither.")
    void nothingToSwitchOff(boolean given) {}

    @Option(
            names = "--lookup-time",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Time for look-ups in archives and indexes. This version makes none.")
    void nothingToBound(Duration given) {}

    boolean offline() {
        return offline;
    }

    Settings.Check settings() throws UsageException {
        var root = Optional.ofNullable(rootDirectory);
        if (root.isPresent() && !Files.isDirectory(root.get())) {
            throw new UsageException("--root-dir " + root.get() + " is no folder; name an existing one.");
        }
        var accepted = Optional.ofNullable(accept);
        return new Settings.Check(
                !noCheck,
                offline,
                !noRecover,
                accepted.isPresent() ? StatusRanges.parse(accepted.get()) : StatusRanges.NONE,
                root,
                ShortenerOption.parse(shorteners),
                defanged);
    }
}
