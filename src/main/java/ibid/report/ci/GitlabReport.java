package ibid.report.ci;

import ibid.finding.Report;
import ibid.finding.Severity;
import ibid.report.JsonText;
import ibid.report.ReportWriter;
import ibid.report.view.Shown;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** GitLab's code quality report: a list of places, each with the five fields that GitLab reads. */
public final class GitlabReport implements ReportWriter {

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        JsonText.write(
                out,
                json -> json.objects(Located.in(report), located -> {
                    var finding = located.finding();
                    json.text("description", Optional.of(Shown.text(finding.message())));
                    json.text("check_name", Optional.of(finding.rule().label()));
                    json.text("fingerprint", Optional.of(located.fingerprint()));
                    json.text("severity", Optional.of(severity(finding.severity())));
                    json.object("location", () -> {
                        json.text("path", Optional.of(Shown.text(located.document())));
                        json.object("lines", () -> json.number("begin", located.lineOrFirst()));
                    });
                }));
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "major";
            case WARNING -> "minor";
            case NOTE -> "info";
        };
    }
}
