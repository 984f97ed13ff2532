package ibid.cli;

import ibid.config.Settings;
import ibid.config.StatusRanges;
import ibid.config.UsageException;
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

    @Option(
            names = "--shortener",
            paramLabel = "HOST[=closed]",
            description = "HOST shortens links, too; =closed: none of them works any more (repeatable).")
    private List<String> shorteners = List.of();

    boolean offline() {
        return offline;
    }

    /** Whether anybody is asked. */
    boolean asks() {
        return !offline && !noCheck;
    }

    Settings.Check settings() throws UsageException {
        var accepted = Optional.ofNullable(accept);
        return new Settings.Check(
                !noCheck,
                offline,
                !noRecover,
                accepted.isPresent() ? StatusRanges.parse(accepted.get()) : StatusRanges.NONE,
                ShortenerOption.parse(shorteners),
                defanged);
    }
}
