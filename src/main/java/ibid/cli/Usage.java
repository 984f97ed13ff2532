package ibid.cli;

import ibid.config.UsageException;
import ibid.report.view.Shown;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns a user's mistake into one sentence with the remedy, and a defect of Ibid into a plain word instead of a stack trace. */
final class Usage implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final boolean traces;

    private final Map<String, String> places;

    /**
     * Says where a value stands that an option does not take.
     *
     * @param traces whether a defect shows its stack trace, for the developer who looks for it
     * @param places where options stand that were not written on the command line, under their names
     */
    Usage(boolean traces, Map<String, String> places) {
        this.traces = traces;
        this.places = Map.copyOf(places);
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        var command = problem.getCommandLine();
        var message = Objects.requireNonNullElse(problem.getMessage(), "the command line cannot be read")
                .strip();
        var sentence = message.endsWith(".") ? message : message + ".";
        command.getErr().println("ibid: " + Shown.text(placed(problem, sentence) + suggestion(problem)));
        command.getErr().flush();
        return ExitCode.USAGE;
    }

    private String placed(ParameterException problem, String sentence) {
        return problem.getArgSpec() instanceof OptionSpec option && places.containsKey(option.longestName())
                ? places.get(option.longestName()) + ": " + sentence
                : sentence;
    }

    private static String suggestion(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            var similar = unmatched.getSuggestions();
            if (!similar.isEmpty()) {
                return " Did you mean " + similar.get(0) + "?";
            }
        }
        return " See '" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help'.";
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        if (problem instanceof UsageException mistake) {
            return tell(mistake, command.getErr());
        }
        command.getErr()
                .println("ibid: a defect of Ibid stopped this run: " + Shown.text(problem.toString())
                        + ". Please report it with the command line; IBID_TRACE=1 shows where.");
        if (traces) {
            problem.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return ExitCode.INCOMPLETE;
    }

    /** A sentence about an option's value begins with the option. */
    private String placed(String sentence) {
        var place = places.get(sentence.split(" ", 2)[0]);
        return place == null ? sentence : place + ": " + sentence;
    }

    /** Says what is wrong and what to do. */
    int tell(UsageException mistake, PrintWriter err) {
        err.println("ibid: " + Shown.text(placed(String.valueOf(mistake.getMessage()))));
        err.flush();
        return ExitCode.USAGE;
    }
}
