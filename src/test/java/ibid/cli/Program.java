package ibid.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program as its users meet it: a process with arguments, streams and an exit code. */
final class Program {
    private final Path workingDirectory;
    private final Map<String, String> environment;
    private final List<String> before;

    Program(Path workingDirectory) {
        this(workingDirectory, Map.of());
    }

    /** @param environment variables that are set beside those of the tests; of those no proxy is taken over */
    Program(Path workingDirectory, Map<String, String> environment) {
        this(workingDirectory, environment, List.of());
    }

    private Program(Path workingDirectory, Map<String, String> environment, List<String> before) {
        this.workingDirectory = workingDirectory;
        this.environment = environment;
        this.before = before;
    }

    /** The same, started by another program. */
    Program by(String... command) {
        return new Program(workingDirectory, environment, List.of(command));
    }

    /** How a process ended and what it said. */
    record Ended(int exitCode, String out, String err) {}

    Ended run(String... arguments) {
        return runWith("", arguments);
    }

    /** Runs to the end with this standard input; a run of more than a minute is a failure. */
    Ended runWith(String input, String... arguments) {
        try {
            var folder = Files.createTempDirectory("ibid-program");
            var in = Files.writeString(folder.resolve("in"), input);
            var process = started(folder, in, arguments);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("ibid " + String.join(" ", arguments) + " did not end within a minute");
            }
            return new Ended(process.exitValue(), read(folder.resolve("out")), read(folder.resolve("err")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** A process that still runs; its streams go to files {@code out} and {@code err} in {@code folder}. */
    Process started(Path folder, Path in, String... arguments) throws IOException {
        var command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "ibid.cli.Main"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command);
        process.environment()
                .keySet()
                .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        process.environment().putAll(environment);
        return process.directory(workingDirectory.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
