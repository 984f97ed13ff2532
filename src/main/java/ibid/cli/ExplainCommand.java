package ibid.cli;

import ibid.config.UsageException;
import ibid.finding.RuleId;
import ibid.resolution.Reason;
import ibid.text.Slips;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ibid explain}: what a name in a report means. */
@Command(
        name = "explain",
        description = "Tells what a rule or a reason means, and what to do; without a name it lists all.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "A rule (broken-link) or a reason (soft-404).")
    private List<String> names = List.of();

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws UsageException {
        if (names.isEmpty()) {
            Arrays.stream(RuleId.values()).forEach(rule -> list(rule.label(), rule.says()));
            Arrays.stream(Reason.values()).forEach(reason -> list(reason.label(), reason.sentence()));
        }
        for (var name : names) {
            var told = Explanation.of(name);
            if (told.isEmpty()) {
                throw new UsageException("there is no rule or reason \"" + name + "\"; "
                        + Slips.nearest(name, known())
                                .map(other -> "did you mean \"" + other + "\"?")
                                .orElse("'ibid explain' lists all."));
            }
            console.out().print(told.get());
        }
        console.out().flush();
        return ExitCode.FINE;
    }

    private void list(String label, String says) {
        console.out().print(label + ": " + says + "\n");
    }

    private static List<String> known() {
        return Stream.concat(
                        Arrays.stream(RuleId.values()).map(RuleId::label),
                        Arrays.stream(Reason.values()).map(Reason::label))
                .toList();
    }
}
