package ibid.report.ci;

import ibid.finding.Report;
import ibid.finding.Severity;
import ibid.report.ReportWriter;
import ibid.report.view.Shown;
import ibid.report.view.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A summary in Markdown (GFM), for the page of a job or a comment: the counts, then a table for each severity.
 *
 * <p>GitHub takes a job summary of at most 1 MiB, so that the tables end before that. Whatever comes from documents and
 * servers is spelled so that Markdown and HTML see nothing in it.
 */
public final class MarkdownReport implements ReportWriter {
    /** Below 1 MiB, with room for the last line. */
    private static final int MOST_BYTES = 1_000_000;

    /** A note shows at most 2,000 characters, each of which may take six bytes: all together stay far below the limit. */
    private static final int MOST_NOTES = 20;

    private static final String ACTIVE = "\\`*_{}[]<>()#|~!@&$:";

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        var head = head(report);
        var bytes = head.getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        var left = MOST_BYTES - bytes.length;
        var all = Located.in(report);
        for (var severity : Severity.WORST_FIRST) {
            var rows = all.stream()
                    .filter(located -> located.finding().severity() == severity)
                    .toList();
            if (!rows.isEmpty()) {
                left = table(severity, rows, left, out);
            }
        }
        out.flush();
    }

    private static String head(Report report) {
        var text = new StringBuilder("# Citations\n\n");
        report.run().notes().stream()
                .limit(MOST_NOTES)
                .forEach(note -> text.append(inert(note)).append("\n\n"));
        if (!report.run().complete()) {
            text.append("**This run is not complete.**\n\n");
        }
        text.append(Words.count(report.documents().size(), "document"))
                .append(", ")
                .append(Words.count(report.citations().size(), "citation"))
                .append(", ")
                .append(Words.count(report.targets().size(), "target"))
                .append(report.run().offline() ? ", offline" : "")
                .append(".\n\n");
        var verdicts = report.verdicts().entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(e -> String.format(Locale.ROOT, "| %s | %,d |\n", Words.of(e.getKey()), e.getValue()))
                .collect(Collectors.joining());
        if (!verdicts.isEmpty()) {
            text.append("| verdict | targets |\n| --- | ---: |\n")
                    .append(verdicts)
                    .append('\n');
        }
        if (report.findings().isEmpty()) {
            text.append(report.run().complete() ? "No findings.\n" : "No findings so far.\n");
        }
        return text.toString();
    }

    /** Writes as many rows as there is room for; comes back with the room that is left. */
    private static int table(Severity severity, List<Located> rows, int room, OutputStream out) throws IOException {
        var left = room;
        out.write(("## " + Words.count(rows.size(), severity.label())
                        + "\n\n| where | rule | what |\n| --- | --- | --- |\n")
                .getBytes(StandardCharsets.UTF_8));
        for (var i = 0; i < rows.size(); i++) {
            var row = row(rows.get(i)).getBytes(StandardCharsets.UTF_8);
            left -= row.length;
            if (left < 0) {
                out.write(("\nand " + Words.count(rows.size() - i, "more place") + ", see the report\n\n")
                        .getBytes(StandardCharsets.UTF_8));
                return 0;
            }
            out.write(row);
        }
        out.write('\n');
        return left;
    }

    private static String row(Located located) {
        return "| " + inert(located.document() + located.label()) + " | "
                + located.finding().rule().label() + " | "
                + inert(located.finding().message()) + " |\n";
    }

    /** Text that Markdown takes as it stands: a character reference is never markup (CommonMark section 2.5). */
    private static String inert(String text) {
        var inert = new StringBuilder();
        Shown.text(text).codePoints().forEach(c -> {
            if (c < 0x80 && ACTIVE.indexOf(c) >= 0) {
                inert.append("&#").append(c).append(';');
            } else {
                inert.appendCodePoint(c);
            }
        });
        return inert.toString();
    }
}
