package ibid.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ibid generate-completion}: the script by which a shell completes commands and options. */
@Command(
        name = "generate-completion",
        description =
                "Prints a completion script; put \"source <(ibid generate-completion bash)\" into .bashrc or .zshrc, or"
                        + " \"ibid generate-completion fish | source\" into config.fish.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CompletionCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "SHELL", description = "bash, zsh or fish. Default: bash.")
    private Shell shell = Shell.BASH;

    /** A shell that can be taught; one script serves bash and zsh. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var line = spec.root().commandLine();
        console.out().print(shell == Shell.FISH ? FishCompletion.of(line) : AutoComplete.bash("ibid", line) + "\n");
        console.out().flush();
        return ExitCode.FINE;
    }
}
