package ibid.report.ci;

import ibid.document.Span;
import ibid.finding.Report;
import ibid.finding.Severity;
import ibid.report.ReportWriter;
import ibid.report.view.Shown;
import ibid.report.view.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Annotations as the workflow commands of GitHub Actions, to be printed on standard output.
 *
 * <p>A step shows ten of each kind, so that no more are written, and a line says how many were left out. What stands in a
 * command is escaped as the runner takes it apart again, so that nothing in it can start another one.
 */
public final class GithubAnnotations implements ReportWriter {
    private static final int SHOWN = 10;

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        var all = Located.in(report);
        var text = new StringBuilder();
        for (var severity : Severity.WORST_FIRST) {
            var ofThese = all.stream()
                    .filter(located -> located.finding().severity() == severity)
                    .toList();
            ofThese.stream().limit(SHOWN).forEach(located -> text.append(line(located)));
            var more = ofThese.size() - SHOWN;
            if (more > 0) {
                text.append(Words.count(more, "more " + severity.label()))
                        .append(more == 1 ? " is" : " are")
                        .append(" in the report.\n");
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String line(Located located) {
        var finding = located.finding();
        var command =
                new StringBuilder("::").append(command(finding.severity())).append(' ');
        if (!located.document().isEmpty()) {
            command.append("file=").append(property(located.document())).append(',');
        }
        located.span().ifPresent(span -> command.append(lines(span)));
        command.append("title=").append(property("Ibid: " + finding.rule().label()));
        return command.append("::")
                .append(data(Shown.text(finding.message())))
                .append('\n')
                .toString();
    }

    /** Columns are shown only of what stands on one line. */
    private static String lines(Span span) {
        var lines = "line=" + span.line() + ",endLine=" + span.endLine() + ",";
        return span.line() == span.endLine()
                ? lines + "col=" + span.column() + ",endColumn=" + span.endColumn() + ","
                : lines;
    }

    private static String command(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    private static String property(String text) {
        return data(Shown.text(text)).replace(":", "%3A").replace(",", "%2C");
    }

    private static String data(String text) {
        return text.replace("%", "%25")
                .replace("\r", "%0D")
                .replace("\n", "%0A")
                .replace("##[", "##%5B");
    }
}
