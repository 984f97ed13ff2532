package ibid.cli;

import ibid.config.Tables;
import ibid.config.UsageException;
import ibid.finding.Mendable;
import ibid.finding.RuleSeverities;
import ibid.fix.Choice;
import ibid.fix.Documents;
import ibid.fix.Mended;
import ibid.fix.Mended.Changed;
import ibid.fix.Mended.Refused;
import ibid.fix.Patch;
import ibid.fix.Plan;
import ibid.report.JsonFindings;
import ibid.report.view.Shown;
import ibid.scan.ScanRun;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ibid fix}: mends documents, from a report or from a scan of its own. */
@Command(
        name = "fix",
        description =
                "Shows how the findings of a report (one PATH that is a JSON report) or of a scan of the PATHs can"
                        + " be mended, and mends them with --apply.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class FixCommand implements Callable<Integer> {
    private final Console console;
    private final Interruption interruption;
    private final List<String> arguments;
    private final Tables tables;

    @Option(names = "--apply", description = "Change the documents. Without it the changes are only shown.")
    private boolean apply;

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            split = ",",
            description = "Mend only findings of this rule (repeatable).")
    private List<String> rules = List.of();

    @Option(
            names = "--prefer",
            paramLabel = "ADDRESS",
            description = "Where several addresses can stand in for one, take this kind first: recovered or archived."
                    + " Default: recovered.")
    private Preferred preferred = Preferred.RECOVERED;

    @Option(
            names = "--unsafe",
            description = "Make edits, too, that a person should look at: an archived copy, a probable address.")
    private boolean unsafe;

    @Mixin
    private InputOptions inputs = new InputOptions();

    @Mixin
    private ResolvingOptions resolving = new ResolvingOptions();

    @Mixin
    private MemoryOptions memory = new MemoryOptions();

    @Mixin
    private CopyOptions copies = new CopyOptions();

    @Mixin
    private RunOptions running = new RunOptions();

    private boolean incomplete;

    /** What is put in the place of an address that is gone. */
    enum Preferred {
        RECOVERED,
        ARCHIVED
    }

    FixCommand(Console console, Interruption interruption, List<String> arguments, Tables tables) {
        this.console = console;
        this.interruption = interruption;
        this.arguments = arguments;
        this.tables = tables;
    }

    @Override
    public Integer call() throws UsageException, IOException {
        var wanted = RuleName.all(rules);
        var written = report();
        var plan = Plan.of(
                written.isPresent() ? written.get() : scanned(),
                new Choice(wanted, unsafe, preferred == Preferred.ARCHIVED));
        var tally = new Tally();
        var documents = new Documents(console.workingDirectory());
        if (apply) {
            documents.applied(plan, tally::count);
        } else {
            documents.tried(plan, tally::show);
            console.flushOutput();
        }
        if (!running.quiet()) {
            console.err().println(tally.sentence(plan));
        }
        return incomplete ? ExitCode.INCOMPLETE : ExitCode.FINE;
    }

    /** The report that is named, if it is one: a document may end in .json, too. */
    private Optional<Mendable> report() throws UsageException, IOException {
        var named = inputs.onlyFile(console).filter(file -> file.toString().endsWith(".json"));
        if (named.isEmpty()) {
            return Optional.empty();
        }
        try (var in = new BufferedInputStream(Files.newInputStream(named.get()))) {
            return JsonFindings.read(in);
        } catch (IOException e) {
            throw new UsageException("\"" + console.workingDirectory().relativize(named.get())
                    + "\" cannot be read; name a report or documents.");
        }
    }

    private Mendable scanned() throws UsageException {
        var settings = resolving
                .settings(
                        inputs.settings(console, tables),
                        inputs.trees(console),
                        false,
                        tables.hosts(),
                        console.environment())
                .withMemory(memory.settings())
                .withCopies(copies.settings());
        var severities = new RuleSeverities(Map.of(), JudgingOptions.ofDocuments(tables));
        var listeners = running.listeners(console);
        var run = new ScanRun(
                settings,
                console.world(Path.of("reports/archive"), running.maxTime()),
                new ScanRun.Title(Version.text(), Secrets.hiddenIn(arguments)),
                listeners.scan(),
                listeners.web());
        var walked = inputs.walk(console, settings.documents());
        interruption.onInterrupt(() -> run.stop("The run was interrupted."));
        var report = run.run(walked.files());
        report.run().notes().forEach(note -> console.err().println("ibid: " + Shown.text(note)));
        incomplete = !report.run().complete();
        return Mendable.of(severities.applied(report));
    }

    /** Counts what is done while it is done. */
    private final class Tally {
        private int edits;
        private int documents;

        void count(Mended mended) {
            if (mended instanceof Changed changed) {
                edits += changed.edits();
                documents++;
            } else if (mended instanceof Refused refused) {
                incomplete = true;
                console.err().println("ibid: " + Shown.text(refused.path() + ": " + refused.why()));
            }
        }

        void show(Mended mended) {
            count(mended);
            if (mended instanceof Changed changed) {
                Patch.of(changed).forEach(line -> console.out().print(harmless(line) + "\n"));
            }
        }

        String sentence(Plan plan) {
            var what = edits == 0
                    ? "Nothing to change."
                    : count(edits, "edit") + " in " + count(documents, "document")
                            + (apply ? " made." : "; --apply makes them.");
            return plan.left() == 0
                    ? what
                    : what + " " + count(plan.left(), "more place")
                            + (plan.left() == 1 ? " has" : " have")
                            + " only fixes that a person should look at; --unsafe takes them, too.";
        }

        private String count(int number, String what) {
            return number + " " + what + (number == 1 ? "" : "s");
        }
    }

    /** Tabs and the CR at a line's end belong to a patch; everything else that steers a terminal is written out. */
    private static String harmless(String line) {
        var end = line.endsWith("\r") ? line.length() - 1 : line.length();
        return Arrays.stream(line.substring(0, end).split("\t", -1))
                        .map(Shown::whole)
                        .collect(Collectors.joining("\t"))
                + line.substring(end);
    }
}
