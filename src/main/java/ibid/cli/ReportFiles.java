package ibid.cli;

import ibid.cli.ReportOptions.Wanted;
import ibid.finding.Report;
import ibid.report.HtmlReport;
import ibid.report.JsonReport;
import ibid.report.ReportWriter;
import ibid.report.TextSummary;
import ibid.report.ci.CsvReport;
import ibid.report.ci.GithubAnnotations;
import ibid.report.ci.GitlabReport;
import ibid.report.ci.JUnitReport;
import ibid.report.ci.MarkdownReport;
import ibid.report.ci.SarifReport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Writes the reports of a run. A report that cannot be written is said, and does not keep the others from being written. */
final class ReportFiles {
    private final Console console;

    ReportFiles(Console console) {
        this.console = console;
    }

    /** Writes them all; true where one could not be written. */
    boolean write(Report report, List<Wanted> wanted) {
        var unwritten = false;
        for (var one : wanted) {
            try {
                write(report, one);
            } catch (IOException e) {
                unwritten = true;
                console.err()
                        .println("ibid: " + one.path().map(Path::toString).orElse("standard output")
                                + " cannot be written (" + reason(e)
                                + "); make room or choose another place for it.");
            }
        }
        return unwritten;
    }

    /** The message of these exceptions is the path alone. */
    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file stands where a folder is wanted";
        }
        var reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return Optional.ofNullable(reason).orElse(e.getClass().getSimpleName());
    }

    private void write(Report report, Wanted wanted) throws IOException {
        var writer = writer(wanted.format());
        if (wanted.path().isEmpty()) {
            writer.write(report, console.out());
            console.flushOutput();
            return;
        }
        var path = wanted.path().get();
        Files.createDirectories(path.resolveSibling("."));
        // Readers of an older report never see half of a new one.
        var draft = path.resolveSibling("." + path.getFileName() + ".tmp");
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                writer.write(report, out);
            }
            Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static ReportWriter writer(String format) {
        return switch (format) {
            case "json" -> new JsonReport();
            case "html" -> new HtmlReport();
            case "sarif" -> new SarifReport();
            case "junit" -> new JUnitReport();
            case "markdown" -> new MarkdownReport();
            case "github" -> new GithubAnnotations();
            case "gitlab" -> new GitlabReport();
            case "csv" -> new CsvReport();
            default -> (report, out) -> out.write(text(report).getBytes(StandardCharsets.UTF_8));
        };
    }

    /** Whoever reads a log wants to see each place; the counts come last, where the eye is. */
    private static String text(Report report) {
        var summary = new TextSummary(false, 0);
        var places = summary.places(report);
        return places + (places.isEmpty() ? "" : "\n") + summary.counts(report, List.of());
    }
}
