package ibid.cli;

import ibid.archive.warc.IndexedCapture;
import ibid.archive.warc.KeptCaptures;
import ibid.config.UsageException;
import ibid.report.view.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ibid archive list}. */
@Command(
        name = "list",
        description =
                "Lists the copies that are kept, one a line: when, HTTP status, media type, address; tabs between.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class ArchiveListCommand implements Callable<Integer> {
    private final Console console;
    private final ArchiveCommand archive;

    ArchiveListCommand(Console console, ArchiveCommand archive) {
        this.console = console;
        this.archive = archive;
    }

    @Override
    public Integer call() throws UsageException, IOException {
        var captures = opened(console, archive.directory());
        var types = captures.mediaTypes();
        captures.forEach(capture -> console.out().println(line(capture, types.apply(capture))));
        console.flushOutput();
        captures.problems().forEach(problem -> console.err().println("ibid: " + Shown.text(problem)));
        return captures.problems().isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    /** @throws UsageException where there is no such folder */
    static KeptCaptures opened(Console console, Path directory) throws UsageException, IOException {
        var path = console.workingDirectory().resolve(directory);
        if (!Files.isDirectory(path)) {
            throw new UsageException(
                    directory + " is no folder; run 'ibid archive' first, or name the folder with --archive-dir.");
        }
        return KeptCaptures.open(path);
    }

    private static String line(IndexedCapture capture, String mediaType) {
        return capture.at() + "\t" + capture.status() + "\t" + Shown.text(mediaType) + "\t" + Shown.text(capture.url());
    }
}
