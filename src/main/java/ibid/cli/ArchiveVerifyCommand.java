package ibid.cli;

import ibid.archive.wacz.ArchiveCheck;
import ibid.config.UsageException;
import ibid.report.view.Shown;
import ibid.report.view.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ibid archive verify}. */
@Command(
        name = "verify",
        description =
                "Checks WACZ files, folders of WARC files or single ones: ZIP storage, hashes, each line of the index"
                        + " against its record, and every digest.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class ArchiveVerifyCommand implements Callable<Integer> {
    private final Console console;
    private final ArchiveCommand archive;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE|DIR",
            description = "What to check. Default: the folder that the copies are kept in.")
    private List<Path> named = List.of();

    ArchiveVerifyCommand(Console console, ArchiveCommand archive) {
        this.console = console;
        this.archive = archive;
    }

    @Override
    public Integer call() throws UsageException, IOException {
        var paths = named.isEmpty() ? List.of(archive.directory()) : named;
        for (var path : paths) {
            if (!Files.exists(console.workingDirectory().resolve(path))) {
                throw new UsageException(path + " is not there; name a WACZ file, a WARC file or a folder of them.");
            }
        }
        var fine = true;
        for (var path : paths) {
            var checked = ArchiveCheck.of(console.workingDirectory().resolve(path));
            checked.problems().forEach(problem -> console.out().println(path + ": " + Shown.text(problem)));
            if (checked.problems().isEmpty()) {
                console.out()
                        .println(path + ": all is well with " + checked.records() + " records and "
                                + Words.count(checked.captures(), "capture") + " in the index");
            }
            fine &= checked.problems().isEmpty();
        }
        console.flushOutput();
        return fine ? ExitCode.FINE : ExitCode.FINDINGS;
    }
}
