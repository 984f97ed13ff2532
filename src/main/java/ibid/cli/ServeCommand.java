package ibid.cli;

import ibid.config.UsageException;
import ibid.report.view.Shown;
import ibid.serve.ReplayServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ibid serve}. */
@Command(
        name = "serve",
        description = "Shows the report and the kept copies in a browser, on this machine alone.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class ServeCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;

    private final Console console;
    private final Interruption interruption;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "The folder that a scan wrote its reports to. Default: reports.")
    private Path directory = Path.of("reports");

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Listen at this address of this machine. Default: 127.0.0.1, which no other machine reaches.")
    private String bind = "127.0.0.1";

    @Option(names = "--port", paramLabel = "N", description = "Listen at this port, 0 for a free one. Default: 8464.")
    private int port = 8464;

    ServeCommand(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
    }

    @Override
    public Integer call() throws UsageException, IOException {
        var reports = console.workingDirectory().resolve(directory);
        if (!Files.isRegularFile(reports.resolve("ibid.html")) && !Files.isDirectory(reports.resolve("archive"))) {
            throw new UsageException(
                    directory
                            + " has neither a report (ibid.html) nor copies (archive); run 'ibid scan' first, or name the folder it wrote to.");
        }
        var over = new CountDownLatch(1);
        interruption.onInterrupt(over::countDown);
        try (var server = started(reports)) {
            server.problems().forEach(problem -> console.err().println("ibid: " + Shown.text(problem)));
            var at = server.address();
            var host = at.getAddress().isAnyLocalAddress()
                    ? "127.0.0.1"
                    : at.getAddress().getHostAddress();
            var shown = host.contains(":") ? "[" + host + "]" : host;
            console.err()
                    .println(
                            "Serving " + directory + " at http://" + shown + ":" + at.getPort() + "/ (Ctrl-C ends it)");
            console.err().flush();
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.FINE;
    }

    private ReplayServer started(Path reports) throws UsageException, IOException {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new UsageException("--port must be from 0 to " + HIGHEST_PORT + ", not " + port + ".");
        }
        var address = new InetSocketAddress(bind, port);
        if (address.isUnresolved()) {
            throw new UsageException(
                    "--bind " + bind + " is not known; name an address of this machine, such as 127.0.0.1.");
        }
        try {
            return ReplayServer.start(address, reports);
        } catch (BindException e) {
            throw new UsageException("port " + port + " of " + bind + " cannot be listened at (" + e.getMessage()
                    + "); choose another with --port or --bind, or --port 0 for a free one.");
        }
    }
}
