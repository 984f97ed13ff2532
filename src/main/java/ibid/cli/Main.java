package ibid.cli;

import ibid.config.ConfigFile;
import ibid.config.Tables;
import ibid.config.UsageException;
import ibid.document.pdf.JavaWorkers;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** Starts the program. */
@Command(
        name = "ibid",
        description = "Checks whether what documents cite is still in the same place, and if not, where it is now.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    /** Machine output comes in many small pieces, and each would be a call of the operating system. */
    private static final int OUTPUT_BYTES = 1 << 16;

    private Main() {}

    public static void main(String[] arguments) {
        var console = new Console(
                System.in,
                new PrintStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), OUTPUT_BYTES),
                        false,
                        StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                isTerminal(),
                System.getenv(),
                Path.of("").toAbsolutePath(),
                new JavaWorkers(
                        Path.of(System.getProperty("java.home")),
                        System.getProperty("java.class.path"),
                        PdfWorkerMain.class.getName()),
                InstantSource.system());
        var interruption = new Interruption();
        // Only halt can still set the exit code once a signal has begun to end the program.
        Runnable hook = () -> interruption.shutDown().ifPresent(Runtime.getRuntime()::halt);
        Runtime.getRuntime().addShutdownHook(new Thread(hook, "ibid-interruption"));
        var exitCode = execute(console, interruption, List.of(arguments));
        interruption.done(exitCode);
        System.exit(exitCode);
    }

    /** From JDK 22 on there is a console without a terminal, too, which picocli's test sees through. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        return System.console() != null && Ansi.AUTO.enabled();
    }

    static int execute(Console console, Interruption interruption, List<String> arguments) {
        var traces = console.environment().containsKey("IBID_TRACE");
        var usage = new Usage(traces, Map.of());
        var configuration = new Configuration(console);
        Optional<ConfigFile> file;
        try {
            file = configuration.of(arguments);
        } catch (UsageException mistake) {
            return usage.tell(mistake, new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        }
        var line = commands(
                console, interruption, arguments, file.map(ConfigFile::tables).orElse(Tables.NONE));
        if (arguments.isEmpty()) {
            line.usage(line.getOut());
            return ExitCode.FINE;
        }
        try {
            var all = file.isPresent()
                    ? configuration.applied(file.get(), line, arguments)
                    : Configuration.Applied.nothing(arguments);
            var told = new Usage(traces, all.places());
            line.setParameterExceptionHandler(told).setExecutionExceptionHandler(told);
            return line.execute(all.arguments().toArray(String[]::new));
        } catch (UsageException mistake) {
            return usage.tell(mistake, line.getErr());
        }
    }

    static CommandLine commands(Console console, Interruption interruption, List<String> arguments, Tables tables) {
        return new CommandLine(new Main())
                .addSubcommand(new ScanCommand(console, interruption, arguments, tables))
                .addSubcommand(new ExtractCommand(console, tables))
                .addSubcommand(new ResolveCommand(console, interruption, arguments, tables))
                .addSubcommand(archive(console, interruption, arguments, tables))
                .addSubcommand(new ServeCommand(console, interruption))
                .addSubcommand(new FixCommand(console, interruption, arguments, tables))
                .addSubcommand(new SchemaCommand(console))
                .addSubcommand(new InitCommand(console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new CompletionCommand(console))
                .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(console.colourful() ? Ansi.ON : Ansi.OFF));
    }

    private static CommandLine archive(
            Console console, Interruption interruption, List<String> arguments, Tables tables) {
        var archive = new ArchiveCommand(console, interruption, arguments, tables);
        return new CommandLine(archive)
                .addSubcommand(new ArchiveListCommand(console, archive))
                .addSubcommand(new ArchiveExportCommand(console, archive))
                .addSubcommand(new ArchiveVerifyCommand(console, archive));
    }
}
