package ibid.cli;

import ibid.config.Settings;
import ibid.config.Tables;
import ibid.config.UsageException;
import ibid.document.DocumentWalk;
import ibid.document.Inputs;
import ibid.report.view.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to read. */
final class InputOptions {
    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "Files, folders or globs to read; - is standard input. Default: the working directory.")
    private List<String> paths = List.of();

    @Option(
            names = "--files-from",
            paramLabel = "FILE",
            description = "Read further paths from FILE, one a line; # starts a comment, - is standard input.")
    private @Nullable String filesFrom;

    @Option(
            names = "--exclude-path",
            paramLabel = "GLOB",
            description = "Leave out files and folders that match GLOB (repeatable).")
    private List<String> excludedPaths = List.of();

    @Option(
            names = "--also-read",
            paramLabel = "GROUP",
            split = ",",
            description =
                    "Formats that a folder is not searched for unless asked: data (CSV, TSV, JSON, YAML, TOML, XML,"
                            + " logs), code (comments in program text).")
    private List<AlsoRead> alsoRead = List.of();

    /** Only named here: {@link Configuration} has read the file before there are options. */
    @Option(names = "--config", paramLabel = "FILE", description = Configuration.SAYS)
    void config(Path file) {}

    /** Groups of formats that a walk leaves out by itself. */
    enum AlsoRead {
        DATA,
        CODE
    }

    @Option(
            names = "--include",
            paramLabel = "REGEX",
            description = "Take only citations that match, as they are written or what they mean (repeatable).")
    private List<String> include = List.of();

    @Option(
            names = "--exclude",
            paramLabel = "REGEX",
            description = "Leave out citations that match, as they are written or what they mean (repeatable).")
    private List<String> exclude = List.of();

    @Option(names = "--blame", description = "Take the date of each citing line from git.")
    private boolean blame;

    /** @throws UsageException where a pattern is none */
    Settings.Documents settings(Console console, Tables tables) throws UsageException {
        for (var regex : include) {
            check("--include", regex);
        }
        for (var regex : exclude) {
            check("--exclude", regex);
        }
        var defaults = Settings.DEFAULTS.documents();
        return new Settings.Documents(
                defaults.maxBytes(),
                defaults.maxCitations(),
                defaults.maxDocuments(),
                excludedPaths,
                alsoRead.stream()
                        .map(group -> group.name().toLowerCase(Locale.ROOT))
                        .toList(),
                blame,
                ignoreFile(console),
                include,
                exclude,
                tables.documents());
    }

    private static void check(String option, String regex) throws UsageException {
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new UsageException(option + " \"" + regex + "\" is no regular expression: " + e.getDescription()
                    + " at position " + (e.getIndex() + 1) + ".");
        }
    }

    /** The lines of the project's ignore file; the walk reads those that name documents by itself. */
    private static List<String> ignoreFile(Console console) throws UsageException {
        var file = console.workingDirectory().resolve(".ibidignore");
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UsageException("\".ibidignore\" cannot be read as UTF-8 text; mend or remove it.");
        }
    }

    /** The files and folders that are named; what a glob finds lies in the working directory. */
    List<Path> trees(Console console) {
        return paths.stream()
                .filter(path -> path.chars().noneMatch(c -> "*?[{".indexOf(c) >= 0 || c == 0))
                .map(path -> console.workingDirectory().resolve(path).normalize())
                .filter(Files::exists)
                .toList();
    }

    /** The file that is named, where nothing else is. */
    Optional<Path> onlyFile(Console console) {
        return paths.size() == 1 && filesFrom == null && paths.get(0).indexOf(0) < 0
                ? Optional.of(console.workingDirectory().resolve(paths.get(0))).filter(Files::isRegularFile)
                : Optional.empty();
    }

    /** Every document that is named, and every one in the folders that are; what gave nothing is said. */
    Inputs walk(Console console, Settings.Documents settings) throws UsageException {
        var walk = new DocumentWalk(console.workingDirectory(), console.in(), settings);
        var inputs = new ArrayList<>(paths);
        var list = Optional.ofNullable(filesFrom);
        if (list.isPresent()) {
            inputs.addAll(walk.listedIn(list.get()));
        }
        if (inputs.isEmpty() && list.isEmpty()) {
            inputs.add(".");
        }
        var found = walk.find(inputs);
        found.warnings().forEach(warning -> console.err().println("ibid: " + Shown.text(warning)));
        return found;
    }
}
