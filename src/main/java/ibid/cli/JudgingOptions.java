package ibid.cli;

import ibid.config.DocumentTable;
import ibid.config.Tables;
import ibid.config.UsageException;
import ibid.finding.Baseline;
import ibid.finding.Report;
import ibid.finding.RuleId;
import ibid.finding.RuleSeverities;
import ibid.finding.Severity;
import ibid.report.BaselineFile;
import ibid.report.view.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which findings count, and how much. */
final class JudgingOptions {
    private static final String OFF = "off";

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "Exit with 1 from this severity on: error, warning, note or never. Default: error.")
    private FailOn failOn = FailOn.ERROR;

    @Option(
            names = "--severity",
            paramLabel = "RULE=SEVERITY",
            description = "How much the findings of a rule matter: error, warning, note or off.")
    private List<String> severities = new ArrayList<>();

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Speak only of what is not known from FILE; where there is none it is written.")
    private @Nullable Path baseline;

    @Option(names = "--update-baseline", description = "Write the file of --baseline anew with what is found now.")
    private boolean update;

    /** What the options say, ready to be applied. */
    record Judging(RuleSeverities severities, Optional<Path> file, Optional<Baseline> known) {}

    FailOn failOn() {
        return failOn;
    }

    /** @throws UsageException where a rule, a severity or the file of known findings is not what it should be */
    Judging judging(Path workingDirectory, Tables tables) throws UsageException {
        var file = Optional.ofNullable(baseline).map(workingDirectory::resolve);
        if (update && file.isEmpty()) {
            throw new UsageException("--update-baseline needs the file; name it with --baseline FILE.");
        }
        var known = file.isPresent() && Files.exists(file.get()) && !update
                ? Optional.of(BaselineFile.read(file.get()))
                : Optional.<Baseline>empty();
        return new Judging(severities(tables), file, known);
    }

    private RuleSeverities severities(Tables tables) throws UsageException {
        Map<RuleId, Optional<Severity>> said = new EnumMap<>(RuleId.class);
        for (var entry : severities) {
            var equals = entry.indexOf('=');
            if (equals < 0) {
                throw new UsageException(
                        "--severity " + entry + " names no severity; write it like broken-link=warning.");
            }
            said.put(
                    RuleName.of(entry.substring(0, equals)),
                    severity(entry.substring(equals + 1).strip()));
        }
        return new RuleSeverities(said, ofDocuments(tables));
    }

    /**
     * How much rules matter in some documents.
     *
     * @throws UsageException where a table names a rule or a severity that there is not
     */
    static List<RuleSeverities.OfDocuments> ofDocuments(Tables tables) throws UsageException {
        var documents = new ArrayList<RuleSeverities.OfDocuments>();
        for (var table : tables.documents()) {
            documents.add(new RuleSeverities.OfDocuments(table, weights(table)));
        }
        return documents;
    }

    private static Map<RuleId, Optional<Severity>> weights(DocumentTable table) throws UsageException {
        Map<RuleId, Optional<Severity>> said = new EnumMap<>(RuleId.class);
        for (var weight : table.rules()) {
            try {
                said.put(RuleName.of(weight.rule()), severity(weight.severity()));
            } catch (UsageException mistake) {
                throw new UsageException(weight.place() + ": " + mistake.getMessage());
            }
        }
        return said;
    }

    private static Optional<Severity> severity(String name) throws UsageException {
        if (name.equals(OFF)) {
            return Optional.empty();
        }
        return Optional.of(Severity.named(name)
                .orElseThrow(() -> new UsageException(
                        "there is no severity \"" + name + "\"; choose from error, warning, note, off.")));
    }

    /** The report as it is to be written; the file of known findings is written where it is due. */
    static Report judged(Report report, Judging judging, ReportFiles files) {
        var weighed = judging.severities().applied(report);
        if (judging.file().isEmpty()) {
            return weighed;
        }
        var file = judging.file().get();
        if (judging.known().isPresent()) {
            var fresh = judging.known().get().withoutKnown(weighed);
            var known = weighed.findings().size() - fresh.findings().size();
            return known == 0
                    ? fresh
                    : fresh.noting(Words.count(known, "finding") + " known from " + file.getFileName()
                            + (known == 1 ? " is" : " are") + " left out.");
        }
        if (!weighed.run().complete()) {
            return weighed.noting("The run is not complete, so " + file.getFileName() + " was not written.");
        }
        return files.write(file, out -> BaselineFile.write(Baseline.of(weighed), out))
                ? weighed.noting(file.getFileName() + " was written: later runs with it speak only of what is new.")
                : weighed;
    }
}
