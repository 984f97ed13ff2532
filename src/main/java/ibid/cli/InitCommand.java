package ibid.cli;

import ibid.config.UsageException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ibid init}: a configuration to begin with. */
@Command(
        name = "init",
        description = "Writes an ibid.toml with every option, each as a comment, into the working directory.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class InitCommand implements Callable<Integer> {
    private static final String NAME = "ibid.toml";

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws UsageException {
        try {
            Files.writeString(
                    console.workingDirectory().resolve(NAME),
                    ConfigurationSample.of(spec.root().commandLine()),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException("there is an ibid.toml already; move it away to have a new one.");
        } catch (IOException e) {
            throw new UsageException("\"ibid.toml\" cannot be written; choose a folder in which you may write.");
        }
        console.err().println("ibid.toml is written; take the # from what you want to change.");
        return ExitCode.FINE;
    }
}
