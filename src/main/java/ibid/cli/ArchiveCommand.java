package ibid.cli;

import ibid.archive.Snapshot;
import ibid.archive.submission.Saved;
import ibid.config.Settings;
import ibid.config.Tables;
import ibid.config.UsageException;
import ibid.document.DocumentFile;
import ibid.document.DocumentWalk;
import ibid.document.Format;
import ibid.finding.Report;
import ibid.finding.Report.ReportedTarget;
import ibid.report.view.Shown;
import ibid.resolution.Reason;
import ibid.scan.ScanListener;
import ibid.scan.ScanRun;
import ibid.url.Redaction;
import ibid.web.WebListener;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code ibid archive}: keeps what is cited, without a report. */
@Command(
        name = "archive",
        description =
                "Keeps a copy of every page that documents cite, or of single addresses; lists, exports and checks"
                        + " what is kept.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class ArchiveCommand implements Callable<Integer> {
    private static final String ADDRESS = "(?i)https?://.*";

    private final Console console;
    private final Interruption interruption;
    private final List<String> arguments;
    private final Tables tables;

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH|URL",
            description = "Documents whose cited pages are to be kept, and addresses. Default: the working directory.")
    private List<String> wanted = List.of();

    @Mixin
    private ResolvingOptions resolving = new ResolvingOptions();

    @Option(
            names = "--archive-dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The folder that the copies are kept in. Default: reports/archive.")
    private Path directory = Path.of("reports", "archive");

    @Option(names = "--requisites", description = ScanCommand.REQUISITES_SAYS)
    private boolean requisites;

    @Mixin
    private SavingOptions saving = new SavingOptions();

    @Option(
            names = {"-v", "--verbose"},
            description = "Tell the story of every request.")
    private boolean verbose;

    /** Only named here: {@link Configuration} has read the file before there are options. */
    @Option(names = "--config", paramLabel = "FILE", description = Configuration.SAYS)
    void config(Path file) {}

    ArchiveCommand(Console console, Interruption interruption, List<String> arguments, Tables tables) {
        this.console = console;
        this.interruption = interruption;
        this.arguments = arguments;
        this.tables = tables;
    }

    /** The folder of the copies, for the commands below this one, too. */
    Path directory() {
        return directory;
    }

    @Override
    public Integer call() throws UsageException, IOException {
        var settings = settings();
        if (!settings.archive().enabled()) {
            throw new UsageException("nothing can be kept with --offline; leave it out.");
        }
        var run = new ScanRun(
                settings,
                console.world(directory, Optional.empty()),
                new ScanRun.Title(Version.text(), Secrets.hiddenIn(arguments)),
                ScanListener.NONE,
                verbose ? new RequestStory(console.err()) : WebListener.NONE);
        var files = files(settings.documents());
        interruption.onInterrupt(() -> run.stop("The run was interrupted."));
        return told(run.run(files));
    }

    /** Beside the cited hosts only registers are asked, for identifiers: archives have no pages to keep here, unless they are to keep some themselves. */
    private Settings settings() throws UsageException {
        var asked = resolving.settings(
                Settings.DEFAULTS.documents(), List.of(), true, tables.hosts(), console.environment());
        var check = asked.check();
        var lookup = asked.lookup();
        return asked.withArchive(asked.archive().withRequisites(requisites))
                .withSaving(saving.settings(asked, console.environment()))
                .withCheck(new Settings.Check(
                        check.enabled(),
                        check.offline(),
                        false,
                        check.accepted(),
                        check.shorteners(),
                        check.defanged()))
                .withLookup(new Settings.Lookup(
                        lookup.enabled(),
                        lookup.probes(),
                        lookup.time(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        lookup.registries(),
                        lookup.contact()));
    }

    /** All addresses together are one document, a line each. */
    private List<DocumentFile> files(Settings.Documents settings) throws UsageException {
        var files = new ArrayList<DocumentFile>();
        var addresses = wanted.stream().filter(text -> text.matches(ADDRESS)).toList();
        if (!addresses.isEmpty()) {
            var text = new ByteArrayInputStream(String.join("\n", addresses).getBytes(StandardCharsets.UTF_8));
            files.add(new DocumentFile("command-line", Optional.of(Format.TEXT), new DocumentFile.Stream(text)));
        }
        var paths = wanted.isEmpty()
                ? List.of(".")
                : wanted.stream().filter(text -> !text.matches(ADDRESS)).toList();
        if (!paths.isEmpty()) {
            var found = new DocumentWalk(console.workingDirectory(), console.in(), settings).find(paths);
            found.warnings().forEach(warning -> console.err().println("ibid: " + Shown.text(warning)));
            files.addAll(found.files());
        }
        return files;
    }

    private int told(Report report) throws IOException {
        var failed = false;
        var refused = 0;
        for (var target : report.targets()) {
            var address = target.target().address();
            if (address.isPresent()) {
                var kept = kept(target);
                failed |= kept.isEmpty();
                refused += isRefused(target, kept) ? 1 : 0;
                console.out().println(line(target, address.get(), kept));
                target.saved().forEach(saved -> console.out().println(line(saved, address.get())));
            }
        }
        console.flushOutput();
        report.run().notes().forEach(note -> console.err().println("ibid: " + Shown.text(note)));
        if (refused > 0) {
            console.err().println("ibid: Not kept for the robots.txt of their hosts: " + refused + ".");
        }
        if (!report.run().complete()) {
            return ExitCode.INCOMPLETE;
        }
        return failed ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    /** The last copy is that of the page, those before it lead there. */
    private static Optional<Snapshot> kept(ReportedTarget target) {
        var local = target.snapshots().stream()
                .filter(snapshot -> snapshot.archive().equals("local"))
                .toList();
        return local.isEmpty() ? Optional.empty() : Optional.of(local.get(local.size() - 1));
    }

    private static boolean isRefused(ReportedTarget target, Optional<Snapshot> kept) {
        return kept.isEmpty() && target.outcome().refusesCopies();
    }

    private static String line(Saved saved, String address) {
        var detail = saved.copy()
                .filter(copy -> saved.result() == Saved.Result.ARCHIVED)
                .map(Snapshot::url)
                .orElse(saved.reason());
        return saved.result().label() + " in " + saved.archive() + "\t" + Shown.text(Redaction.shown(detail)) + "\t"
                + Shown.text(Redaction.shown(address));
    }

    private static String line(ReportedTarget target, String address, Optional<Snapshot> kept) {
        var shown = Shown.text(Redaction.shown(address));
        if (isRefused(target, kept)) {
            return "refused\t" + Reason.ROBOTS.label() + "\t" + shown;
        }
        return kept.map(snapshot -> "archived\t" + snapshot.capturedAt() + "\t" + shown)
                .orElseGet(() -> "not archived\t" + target.outcome().reason().label() + "\t" + shown);
    }
}
