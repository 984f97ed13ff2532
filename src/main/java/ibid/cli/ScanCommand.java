package ibid.cli;

import ibid.cli.ReportOptions.Wanted;
import ibid.config.Settings;
import ibid.config.Tables;
import ibid.config.UsageException;
import ibid.document.ChangedFiles;
import ibid.finding.Report;
import ibid.finding.RuleId;
import ibid.report.TextSummary;
import ibid.scan.ScanRun;
import ibid.scan.ScanRun.Title;
import ibid.scan.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ibid scan}: from documents to reports. */
@Command(
        name = "scan",
        description = "Checks every citation of the documents and writes the reports.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class ScanCommand implements Callable<Integer> {
    static final String REQUISITES_SAYS =
            "Keep the images, styles, scripts and fonts of pages, too, so that they can be shown as they were.";

    private static final int WORST_SHOWN = 10;

    private final Console console;
    private final Interruption interruption;
    private final List<String> arguments;
    private final Tables tables;

    @Mixin
    private InputOptions inputs = new InputOptions();

    @Option(
            names = "--since",
            paramLabel = "REF",
            description =
                    "Judge only documents that changed since the branch left REF (a branch, tag or commit of git),"
                            + " and in the others the links to files that changed or are gone.")
    private @Nullable String since;

    @Mixin
    private ReportOptions reports = new ReportOptions();

    @Mixin
    private JudgingOptions judgement = new JudgingOptions();

    @Mixin
    private ResolvingOptions resolving = new ResolvingOptions();

    @Mixin
    private MemoryOptions memory = new MemoryOptions();

    @Option(names = "--no-archive", description = "Keep no copies of what answers.")
    private boolean noArchive;

    @Option(names = "--requisites", description = REQUISITES_SAYS)
    private boolean requisites;

    @Mixin
    private CopyOptions copies = new CopyOptions();

    @Mixin
    private SavingOptions saving = new SavingOptions();

    @Mixin
    private RunOptions running = new RunOptions();

    ScanCommand(Console console, Interruption interruption, List<String> arguments, Tables tables) {
        this.console = console;
        this.interruption = interruption;
        this.arguments = arguments;
        this.tables = tables;
    }

    @Override
    public Integer call() throws UsageException, IOException {
        if (noArchive && requisites) {
            throw new UsageException(
                    "--requisites keeps parts of pages, and --no-archive keeps nothing; leave one of them out.");
        }
        var asked = resolving
                .settings(
                        inputs.settings(console, tables),
                        inputs.trees(console),
                        !noArchive,
                        tables.hosts(),
                        console.environment())
                .withMemory(memory.settings());
        var keeping = saving.settings(asked, console.environment());
        var judging = judgement.judging(console.workingDirectory(), tables);
        var settings = asked.withArchive(asked.archive().withRequisites(requisites))
                .withCopies(
                        copies.settings().withUnarchived(judging.severities().wants(RuleId.UNARCHIVED)))
                .withSaving(keeping);
        var wanted = reports.wanted(console.workingDirectory());
        var scope = scope(settings);
        var listeners = running.listeners(console);
        var run = new ScanRun(
                settings,
                console.world(reports.directory().resolve("archive"), running.maxTime()),
                title(),
                listeners.scan(),
                listeners.web());
        var walked = inputs.walk(console, settings.documents());
        interruption.onInterrupt(() -> run.stop("The run was interrupted."));
        var files = new ReportFiles(console);
        var report = JudgingOptions.judged(run.run(walked.files(), scope), judging, files);
        files.write(report, wanted);
        tell(report, wanted, files);
        return exitCode(report, files.lacking());
    }

    private Scope scope(Settings settings) throws UsageException {
        var directory = console.workingDirectory();
        return since == null
                ? Scope.ALL
                : Scope.of(
                        ChangedFiles.since(since, directory),
                        directory,
                        settings.files().rootDirectory());
    }

    /** Whoever gets the text on standard output has all of it there; whoever wants quiet still gets what was found. */
    private void tell(Report report, List<Wanted> wanted, ReportFiles files) {
        if (wanted.stream().anyMatch(w -> w.format().equals("text") && w.path().isEmpty())) {
            return;
        }
        var summary = new TextSummary(running.colourful(console), WORST_SHOWN);
        var names = wanted.stream()
                .flatMap(w -> w.path().stream())
                .filter(path -> !files.isMissing(path))
                .map(this::shortened)
                .toList();
        console.err().print(running.quiet() ? summary.places(report) : summary.render(report, names));
        console.err().flush();
    }

    private int exitCode(Report report, boolean unwritten) {
        if (unwritten || !report.run().complete()) {
            return ExitCode.INCOMPLETE;
        }
        return judgement.failOn().isReached(report.findings()) ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private Title title() {
        return new Title(Version.text(), Secrets.hiddenIn(arguments));
    }

    private String shortened(Path path) {
        var directory = console.workingDirectory();
        return path.startsWith(directory) ? directory.relativize(path).toString() : path.toString();
    }
}
