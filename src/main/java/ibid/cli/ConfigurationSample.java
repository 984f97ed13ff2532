package ibid.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** A configuration that changes nothing: every option of every command as a comment, made from the options themselves. */
final class ConfigurationSample {
    /** What is said of a single call, or of the program, and not of a project. */
    private static final Set<String> OF_A_CALL = Set.of("--config", "--help", "--version", "--apply");

    private static final Pattern DEFAULT = Pattern.compile("Default: (\\S+?)(?:[.,]\\s|\\.?$)");

    private static final String HEAD = """
            # Ibid reads this file in the folder of a call and in all below it. What the command line says replaces what
            # stands here; what is a comment is as it is without it. Paths are relative to this file. An option counts for the
            # commands that its part names, and is passed over by the others.
            """;

    private static final String TABLES = """

            # How one host is asked, or with *. all hosts below a domain. ${NAME} is taken from the environment.
            # [hosts."slow.example.org"]
            # concurrency = 1
            # interval = "2s"
            # accept = "403"
            # headers = { Authorization = "Bearer ${EXAMPLE_TOKEN}" }

            # How the documents are judged that a pattern names: what is left out of them, and which rules weigh otherwise.
            # [paths."docs/archive/**"]
            # exclude = ["^http://old\\\\.example\\\\.org/"]
            # rules = { broken-link = "warning", unverified-link = "off" }

            # Where registers of identifiers answer, and how much rules matter everywhere.
            # [registries]
            # crossref = "https://registers.example.org/crossref"
            # [rules]
            # moved-link = "warning"
            """;

    private ConfigurationSample() {}

    static String of(CommandLine line) {
        var options = new TreeMap<String, OptionSpec>();
        var commands = new HashMap<String, List<String>>();
        line.getSubcommands().forEach((command, inner) -> {
            for (var option : inner.getCommandSpec().options()) {
                if (!option.hidden() && !OF_A_CALL.contains(option.longestName())) {
                    var name = option.longestName().replaceFirst("^-+", "");
                    options.putIfAbsent(name, option);
                    commands.computeIfAbsent(name, known -> new ArrayList<>()).add("ibid " + command);
                }
            }
        });
        Map<String, StringBuilder> parts = new LinkedHashMap<>();
        options.forEach((name, option) -> parts.computeIfAbsent(
                        String.join(", ", commands.getOrDefault(name, List.of())), known -> new StringBuilder())
                .append(entry(name, option)));
        var text = new StringBuilder(HEAD);
        // What the most commands take comes first.
        parts.entrySet().stream()
                .sorted(Comparator.comparingInt(part -> -part.getKey().split(",", -1).length))
                .forEach(part -> text.append("\n# ---- ")
                        .append(part.getKey())
                        .append(" ----\n")
                        .append(part.getValue()));
        return text.append(TABLES).toString();
    }

    private static String entry(String name, OptionSpec option) {
        return "\n# " + said(option).replace("\n", "\n# ") + "\n# " + name + " = " + value(option) + "\n";
    }

    private static String said(OptionSpec option) {
        return String.join(" ", option.description()).replace("%%", "%").replace("%n", " ");
    }

    private static String value(OptionSpec option) {
        if (option.arity().max() == 0) {
            return "false";
        }
        var found = DEFAULT.matcher(said(option));
        var known = found.find() ? found.group(1) : "";
        if (option.type().equals(int.class)) {
            return known.matches("\\d+") ? known : "1";
        }
        var text = "\""
                + (known.isEmpty() ? option.paramLabel() : known)
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"") + "\"";
        return option.isMultiValue() ? "[" + text + "]" : text;
    }
}
