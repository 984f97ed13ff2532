package ibid.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page, in the macros of man(7), made from the commands themselves so that it says what they take. */
final class ManualPage {
    private static final Set<String> EVERYWHERE = Set.of("--help", "--version");

    private static final String END = """
            .SH EXIT STATUS
            .TP
            .B 0
            There are no findings at or above the severity of \\fB\\-\\-fail\\-on\\fR (error).
            .TP
            .B 1
            There are such findings.
            .TP
            .B 2
            An option, its value, the configuration or a named path is wrong; nothing was scanned.
            .TP
            .B 3
            The run is incomplete: the network is dead, a document cannot be read, the disk is full, or it was interrupted.
            Its reports are written.
            .SH ENVIRONMENT
            .TP
            .BR http_proxy ", " https_proxy ", " all_proxy ", " no_proxy
            By which proxy the web is asked, and what is asked directly, where \\fB\\-\\-proxy\\fR says nothing.
            .TP
            .B NO_COLOR
            Where it is set, nothing is coloured.
            .TP
            .BR JAVA_HOME ", " IBID_JAVA_OPTS
            Which Java runs, and further options for it.
            .SH FILES
            .TP
            .I ibid.toml
            Options and tables of a project, looked for in the working directory and above it; \\fBibid init\\fR writes one.
            .TP
            .I .ibidignore
            Documents and addresses that are passed over.
            .TP
            .I .ibid
            What is remembered between runs.
            .TP
            .I reports
            Where the reports are written, and with them the copies of what was cited, in \\fIreports/archive\\fR.
            .SH EXAMPLES
            .TP
            .B ibid scan \\-\\-offline docs README.md
            What can be told of these documents without asking anybody.
            .TP
            .B ibid fix \\-\\-apply reports/ibid.json
            Makes the edits of a report that are safe.
            .TP
            .B ibid resolve 10.1000/182
            Tells where an identifier leads.
            """;

    private final StringBuilder page = new StringBuilder();
    private final CommandLine root;
    private final Set<String> known = new HashSet<>();

    private ManualPage(CommandLine root) {
        this.root = root;
    }

    static String of(CommandLine root) {
        return new ManualPage(root).written();
    }

    private String written() {
        page.append(".\\\" Made from the commands themselves by ManualPageTest.\n");
        page.append(".TH IBID 1 \"\" \"Ibid\" \"User Commands\"\n.SH NAME\nibid \\- ")
                .append(text(
                        "checks whether what documents cite is still in the same place, and if not, where it is now"))
                .append("\n.SH SYNOPSIS\n.B ibid\n.I COMMAND\n[\\fIOPTION\\fR]... [\\fIARGUMENT\\fR]...\n");
        page.append(".SH DESCRIPTION\n")
                .append(text(said(root.getCommandSpec())))
                .append("\n.PP\n");
        page.append(text(
                        "Each command explains itself with --help, --version tells the version. What a project always wants"
                                + " stands in an ibid.toml, under the long names of the options."))
                .append('\n');
        page.append(".SH COMMANDS\n");
        root.getSubcommands().forEach((name, command) -> command(name, command));
        return page.append(END).toString();
    }

    private void command(String name, CommandLine command) {
        var spec = command.getCommandSpec();
        page.append(".SS ").append(text("ibid " + name)).append('\n');
        page.append(text(said(spec))).append('\n');
        spec.positionalParameters()
                .forEach(argument -> entry("\\fI" + text(argument.paramLabel()) + "\\fR", argument.description()));
        var elsewhere = new ArrayList<String>();
        for (var option : spec.options()) {
            if (!option.hidden() && !EVERYWHERE.contains(option.longestName())) {
                if (known.add(option.longestName() + says(option.description()))) {
                    entry(names(option), option.description());
                } else {
                    elsewhere.add(option.longestName());
                }
            }
        }
        if (!elsewhere.isEmpty()) {
            page.append(".PP\n")
                    .append(text("As above: " + String.join(", ", elsewhere) + "."))
                    .append('\n');
        }
        subcommands(name, command.getSubcommands());
    }

    private void subcommands(String name, Map<String, CommandLine> inner) {
        inner.forEach((own, command) -> command(name + " " + own, command));
    }

    private void entry(String head, String[] description) {
        page.append(".TP\n")
                .append(head)
                .append('\n')
                .append(text(says(description)))
                .append('\n');
    }

    private static String names(OptionSpec option) {
        var names = List.of(option.names()).stream()
                .map(name -> "\\fB" + text(name) + "\\fR")
                .collect(Collectors.joining(", "));
        return option.arity().max() == 0 ? names : names + "=\\fI" + text(label(option)) + "\\fR";
    }

    private static String label(OptionSpec option) {
        return option.paramLabel().replaceFirst("^<(.*)>$", "$1").toUpperCase(Locale.ROOT);
    }

    private static String said(CommandSpec spec) {
        return says(spec.usageMessage().description());
    }

    private static String says(String[] description) {
        var whole = String.join(" ", description).replace("%%", "%").replace("%n", " ");
        return Ansi.OFF.string(whole).replaceAll("\\s+", " ").strip();
    }

    /** A backslash begins an escape, a hyphen may be broken or become another sign, and a line that begins so is a request. */
    private static String text(String plain) {
        var escaped = plain.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
