package ibid.cli;

import ibid.report.ReportSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ibid schema}. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of the JSON report.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SchemaCommand implements Callable<Integer> {
    private final Console console;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(ReportSchema.text());
        console.out().flush();
        return ExitCode.FINE;
    }
}
