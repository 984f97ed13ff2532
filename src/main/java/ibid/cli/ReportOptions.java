package ibid.cli;

import ibid.config.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What to write, and where. */
final class ReportOptions {
    private static final List<String> FORMATS =
            List.of("json", "html", "text", "sarif", "junit", "markdown", "github", "gitlab", "csv");

    @Option(
            names = "--report-dir",
            paramLabel = "DIR",
            description = "Write the reports and the archive here. Default: reports.")
    private Path directory = Path.of("reports");

    @Option(
            names = "--format",
            paramLabel = "LIST",
            split = ",",
            description =
                    "Reports to write: json, html, text, sarif, junit, markdown, github, gitlab, csv; FORMAT=PATH says where, FORMAT=- is standard output."
                            + " Default: json,html.")
    private List<String> formats = List.of("json", "html");

    /**
     * One report to write.
     *
     * @param path empty for standard output
     */
    record Wanted(String format, Optional<Path> path) {}

    Path directory() {
        return directory;
    }

    /** The reports to write, the folder of each resolved against the working directory. */
    List<Wanted> wanted(Path workingDirectory) throws UsageException {
        var wanted = new ArrayList<Wanted>();
        for (var entry : formats) {
            var equals = entry.indexOf('=');
            var format = (equals < 0 ? entry : entry.substring(0, equals)).strip();
            if (!FORMATS.contains(format)) {
                throw new UsageException("there is no report format \"" + format + "\"; choose from "
                        + String.join(", ", FORMATS) + ".");
            }
            var path = equals < 0 ? directory.resolve("ibid." + format).toString() : entry.substring(equals + 1);
            if (path.isBlank()) {
                throw new UsageException("--format " + entry + " names no file; write it like " + format + "=PATH.");
            }
            wanted.add(new Wanted(
                    format, path.equals("-") ? Optional.empty() : Optional.of(workingDirectory.resolve(path))));
        }
        if (wanted.stream().filter(w -> w.path().isEmpty()).count() > 1) {
            throw new UsageException("only one report can go to standard output; give the others a path.");
        }
        return wanted;
    }
}
