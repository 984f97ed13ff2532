package ibid.cli;

import ibid.scan.ScanListener;
import ibid.web.WebListener;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long a run may take, and what it says while it runs. */
final class RunOptions {
    @Option(
            names = "--max-time",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "End after this time and report what is known by then.")
    private @Nullable Duration maxTime;

    @Option(names = "--no-progress", description = "Show no progress.")
    private boolean noProgress;

    @Option(names = "--color", paramLabel = "WHEN", description = "Use colours: auto, always or never. Default: auto.")
    private Colour colour = Colour.AUTO;

    @Option(
            names = {"-q", "--quiet"},
            description = "Show neither progress nor counts, only what was found.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Tell the story of every request.")
    private boolean verbose;

    Optional<Duration> maxTime() {
        return Optional.ofNullable(maxTime);
    }

    boolean quiet() {
        return quiet;
    }

    boolean colourful(Console console) {
        return colour.wanted(console);
    }

    /** Who hears what happens in a run, and what happens at the web. */
    record Listeners(ScanListener scan, WebListener web) {}

    Listeners listeners(Console console) {
        if (verbose) {
            return new Listeners(ScanListener.NONE, new RequestStory(console.err()));
        }
        if (!console.terminal() || noProgress || quiet) {
            return new Listeners(ScanListener.NONE, WebListener.NONE);
        }
        var progress = new Progress(console.err(), console.clock(), console.columns());
        return new Listeners(progress, progress);
    }
}
