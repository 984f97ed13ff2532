package ibid.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Starts the program. */
@Command(name = "ibid")
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
