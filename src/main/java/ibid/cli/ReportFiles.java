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
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the files of a run. One that cannot be written is said, and does not keep the others from being written. */
final class ReportFiles {
    private final Console console;
    private final Set<Path> missing = new HashSet<>();
    private boolean lacking;

    ReportFiles(Console console) {
        this.console = console;
    }

    /** Writes what a file is to hold. */
    interface Content {
        /** Writes it whole; the stream stays open. */
        void write(OutputStream out) throws IOException;
    }

    /** Whether one could not be written. */
    boolean lacking() {
        return lacking;
    }

    /** Whether this one could not be written. */
    boolean isMissing(Path path) {
        return missing.contains(path);
    }

    /** Writes the reports. */
    void write(Report report, List<Wanted> wanted) {
        for (var one : wanted) {
            var writer = writer(one.format());
            if (one.path().isPresent()) {
                write(one.path().get(), out -> writer.write(report, out));
            } else {
                told("standard output", () -> {
                    writer.write(report, console.out());
                    console.flushOutput();
                });
            }
        }
    }

    /** Writes one file; false where it could not be written. Readers of an older one never see half of a new one. */
    boolean write(Path path, Content content) {
        var written = told(path.toString(), () -> {
            Files.createDirectories(path.resolveSibling("."));
            var draft = path.resolveSibling("." + path.getFileName() + ".tmp");
            try {
                try (var out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                    content.write(out);
                }
                Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        });
        if (!written) {
            missing.add(path);
        }
        return written;
    }

    /** What may fail for want of room or permission. */
    private interface Writing {
        void run() throws IOException;
    }

    private boolean told(String name, Writing writing) {
        try {
            writing.run();
            return true;
        } catch (IOException e) {
            lacking = true;
            console.err()
                    .println("ibid: " + name + " cannot be written (" + reason(e)
                            + "); make room or choose another place for it.");
            return false;
        }
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
