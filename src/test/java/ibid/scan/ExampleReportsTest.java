package ibid.scan;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.config.TestSettings;
import ibid.config.UsageException;
import ibid.document.DocumentWalk;
import ibid.document.pdf.PdfWorkers;
import ibid.finding.Recovery;
import ibid.finding.Report;
import ibid.report.HtmlReport;
import ibid.report.JsonReport;
import ibid.report.ReportWriter;
import ibid.scan.ScanRun.Title;
import ibid.scan.ScanRun.World;
import ibid.web.WebListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The reports under {@code reports/example} are those of the documents there; {@code -Drecreate=true} writes them anew. */
class ExampleReportsTest {
    private static final Path EXAMPLE = Path.of("reports/example");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void theJsonReportIsCurrent() throws Exception {
        assertCurrent(new JsonReport(), "ibid.json");
    }

    @Test
    void theHtmlReportIsCurrent() throws Exception {
        assertCurrent(new HtmlReport(), "ibid.html");
    }

    @Test
    void theCutAddressIsRecoveredFromTheOtherDocument() throws Exception {
        var report = report();
        var recoveries =
                report.citations().stream().flatMap(c -> c.recovery().stream()).toList();
        assertThat(recoveries).containsExactly(Recovery.EXACT, Recovery.EXACT);
        assertThat(report.run().complete()).isTrue();
    }

    private static void assertCurrent(ReportWriter writer, String name) throws Exception {
        var out = new ByteArrayOutputStream();
        writer.write(report(), out);
        var current = out.toString(StandardCharsets.UTF_8);
        var golden = EXAMPLE.resolve(name);
        if (Boolean.getBoolean("recreate")) {
            Files.writeString(golden, current);
        }
        assertThat(golden).exists();
        assertThat(current)
                .as("%s; after a change that is meant, run the tests with -Drecreate=true", golden)
                .isEqualTo(Files.readString(golden));
    }

    private static Report report() throws UsageException, IOException {
        var settings = TestSettings.offline();
        var here = Path.of("").toAbsolutePath();
        var world =
                new World(here, here, PdfWorkers.NONE, InstantSource.fixed(NOON), new Random(1), 2, Optional.empty());
        var title = new Title("0.1.0", List.of("scan", "--offline", "reports/example/documents"));
        var inputs = new DocumentWalk(here, InputStream.nullInputStream(), settings.documents())
                .find(List.of("reports/example/documents"));
        return new ScanRun(settings, world, title, ScanListener.NONE, WebListener.NONE).run(inputs.files());
    }
}
