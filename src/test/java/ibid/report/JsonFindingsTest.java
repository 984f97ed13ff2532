package ibid.report;

import static ibid.report.Golden.written;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.finding.Finding;
import ibid.finding.Mendable;
import ibid.finding.Report;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFindingsTest {
    @Test
    void readsBackWhatWasWritten() throws IOException {
        for (var report : List.of(Reports.founding(), Reports.recovered())) {
            assertThat(read(report)).contains(kept(report));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"schemaVersion\": \"2.0\", \"findings\": []}",
                "{\"schemaVersion\": \"1.0\", \"findings\": [",
                "{\"schemaVersion\": \"1.0\"} ... \"",
                "a: b",
            })
    void whatIsNoReportIsNone(String text) throws IOException {
        assertThat(JsonFindings.read(new ByteArrayInputStream(text.getBytes(UTF_8)))
                        .isPresent())
                .isEqualTo(text.contains("...")); // What stands behind the report is nobody's business.
    }

    @Test
    void aForeignReportIsNotTrusted() throws IOException {
        var text = "{\"schemaVersion\": \"1.9\", \"findings\": [{\"rule\": \"of-tomorrow\"}, {\"rule\": \"moved-link\","
                + " \"fixes\": [{\"safe\": \"yes\", \"edits\": [{\"byteOffset\": -1, \"byteLength\": 2,"
                + " \"replacement\": \"x\"}, {\"byteOffset\": 1e30, \"byteLength\": 2, \"replacement\": \"x\"},"
                + " {\"byteOffset\": 1, \"byteLength\": 2, \"replacement\": null}]}]}, 7]}";
        var findings = JsonFindings.read(new ByteArrayInputStream(text.getBytes(UTF_8)))
                .orElseThrow()
                .findings();
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).fixes().get(0).safe()).isFalse();
        assertThat(findings.get(0).fixes().get(0).edits()).isEmpty();
    }

    private static Optional<Mendable> read(Report report) throws IOException {
        return JsonFindings.read(new ByteArrayInputStream(written(new JsonReport(), report)));
    }

    /** What nobody needs to mend a document is not read. */
    private static Mendable kept(Report report) {
        var all = Mendable.of(report);
        return new Mendable(
                all.documents().stream()
                        .map(d -> new Report.ReportedDocument(
                                d.path(), d.format(), d.charset(), d.sha256(), 0, List.of()))
                        .toList(),
                all.findings().stream()
                        .map(f -> new Finding(
                                f.rule(),
                                f.severity(),
                                f.message(),
                                f.fingerprint(),
                                f.document(),
                                f.target(),
                                f.citations(),
                                f.fixes()))
                        .toList());
    }
}
