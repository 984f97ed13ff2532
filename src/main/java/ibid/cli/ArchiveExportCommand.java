package ibid.cli;

import ibid.archive.wacz.WaczExport;
import ibid.config.UsageException;
import ibid.report.view.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ibid archive export}. */
@Command(
        name = "export",
        description = "Writes all copies that are kept as one WACZ file, which replayweb.page and other tools open.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class ArchiveExportCommand implements Callable<Integer> {
    private final Console console;
    private final ArchiveCommand archive;

    @Parameters(paramLabel = "FILE.wacz", description = "The file to write; one that is there is replaced.")
    private Path file = Path.of("archive.wacz");

    ArchiveExportCommand(Console console, ArchiveCommand archive) {
        this.console = console;
        this.archive = archive;
    }

    @Override
    public Integer call() throws UsageException, IOException {
        var target = console.workingDirectory().resolve(file);
        if (!file.toString().endsWith(".wacz")) {
            throw new UsageException(
                    "the file to write must end in .wacz, as tools know it by that, not \"" + file + "\".");
        }
        var parent = Optional.ofNullable(target.toAbsolutePath().getParent());
        if (Files.isDirectory(target) || parent.filter(Files::isDirectory).isEmpty()) {
            throw new UsageException(file + " cannot be written; name a file in a folder that is there.");
        }
        var captures = ArchiveListCommand.opened(console, archive.directory());
        if (captures.soundFiles().isEmpty()) {
            throw new UsageException(archive.directory() + " has no copies to export; run 'ibid archive' first.");
        }
        var done = new WaczExport(captures, "ibid/" + Version.text()).to(target);
        captures.problems().forEach(problem -> console.err().println("ibid: " + Shown.text(problem)));
        console.err()
                .println("Wrote " + done.captures() + " captures, " + done.pages() + " of them pages, to " + file + " ("
                        + done.bytes() + " bytes).");
        return ExitCode.FINE;
    }
}
