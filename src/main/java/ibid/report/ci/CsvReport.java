package ibid.report.ci;

import ibid.citation.Citation;
import ibid.finding.Fix;
import ibid.finding.Report;
import ibid.finding.Report.ReportedTarget;
import ibid.report.ReportWriter;
import ibid.report.view.Shown;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table of the findings, a row for each place, as CSV (RFC 4180): UTF-8, CRLF, a header.
 *
 * <p>Spreadsheets take a cell for a formula that starts with certain characters, and a formula from a document may fetch or
 * send; such a cell gets an apostrophe in front.
 */
public final class CsvReport implements ReportWriter {
    /** In both widths, for spreadsheets of East Asia take the wide ones, too. */
    private static final String FORMULA = "=+-@＝＋－＠";

    private static final List<String> HEADER = List.of(
            "severity",
            "rule",
            "document",
            "line",
            "column",
            "place",
            "text",
            "verdict",
            "reason",
            "leadsTo",
            "message",
            "fix",
            "safe",
            "fingerprint");

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        Map<String, ReportedTarget> targets = new HashMap<>();
        report.targets().forEach(target -> targets.put(target.id(), target));
        out.write(row(HEADER));
        for (var located : Located.in(report)) {
            var target = located.finding().target().map(targets::get);
            out.write(row(cells(located, target)));
        }
        out.flush();
    }

    private static List<String> cells(Located located, Optional<ReportedTarget> target) {
        var finding = located.finding();
        var fix = located.fixes().stream().findFirst();
        return List.of(
                finding.severity().label(),
                finding.rule().label(),
                located.document(),
                located.span().map(span -> Integer.toString(span.line())).orElse(""),
                located.span().map(span -> Integer.toString(span.column())).orElse(""),
                located.span().isPresent() ? "" : located.label().replaceFirst("^:", ""),
                located.citation().map(Citation::cited).orElse(""),
                target.map(t -> t.outcome().verdict().name()).orElse(""),
                target.map(t -> t.outcome().reason().label()).orElse(""),
                target.flatMap(t -> t.outcome().finalUrl()).orElse(""),
                finding.message(),
                fix.map(CsvReport::replacement).orElse(""),
                fix.map(f -> Boolean.toString(f.safe())).orElse(""),
                located.fingerprint());
    }

    private static String replacement(Fix fix) {
        return fix.edits().stream().map(Fix.Edit::replacement).distinct().collect(Collectors.joining(" "));
    }

    private static byte[] row(List<String> cells) {
        return cells.stream()
                .map(CsvReport::cell)
                .collect(Collectors.joining(",", "", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(String text) {
        var shown = Shown.text(text);
        var start = shown.stripLeading();
        var harmless = !start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0 ? "'" + shown : shown;
        return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }
}
