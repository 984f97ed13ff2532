package ibid.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Completions for fish, which picocli does not write: one line a command and option, with what they say. */
final class FishCompletion {
    private FishCompletion() {}

    static String of(CommandLine line) {
        var script = new StringBuilder("# Completions of ibid for fish.\n");
        line.getSubcommands()
                .forEach((name, command) -> script.append("complete -c ibid -n __fish_use_subcommand -a ")
                        .append(name)
                        .append(" -d ")
                        .append(quoted(
                                said(command.getCommandSpec().usageMessage().description())))
                        .append('\n'));
        line.getSubcommands()
                .forEach((name, command) -> command.getCommandSpec().options().stream()
                        .filter(option -> !option.hidden())
                        .forEach(option -> script.append(completion(name, option))));
        return script.toString();
    }

    private static String completion(String command, OptionSpec option) {
        var written = new StringBuilder("complete -c ibid -n '__fish_seen_subcommand_from " + command + "'");
        for (var name : option.names()) {
            written.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
        }
        if (option.arity().max() > 0) {
            written.append(" -r");
        }
        if (option.type().isEnum()) {
            written.append(" -f -a ").append(quoted(values(option.type())));
        }
        return written.append(" -d ")
                .append(quoted(said(option.description())))
                .append('\n')
                .toString();
    }

    private static String values(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> value.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /** The first sentence; fish shows one line. */
    private static String said(String[] description) {
        var text = String.join(" ", description).replace("%%", "%").replace('\n', ' ');
        var end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    /** In single quotes fish reads only these two as more than themselves. */
    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
