package ibid.report.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import ibid.finding.Finding;
import ibid.finding.Report;
import ibid.finding.RuleId;
import ibid.finding.Severity;
import ibid.report.Everything;
import ibid.report.Golden;
import ibid.report.Mixed;
import ibid.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SarifReportTest {
    private static final Path SCHEMA = Path.of("../shared/reference/data/sarif-2.1.0-schema.json");

    static Stream<Report> reports() {
        return Stream.of(Everything.report(), Mixed.report(), Reports.founding(), Reports.empty());
    }

    private static JsonNode sarif(Report report) throws IOException {
        return new ObjectMapper().readTree(Golden.written(new SarifReport(), report));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void thePublicSchemaTakesIt(Report report) throws IOException {
        assumeTrue(Files.exists(SCHEMA), "the schema of SARIF is not here");
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);

        assertThat(schema.validate(sarif(report).toString(), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void eachResultNamesItsRuleAndHasAFingerprintOfItsOwn(Report report) throws IOException {
        var run = sarif(report).at("/runs/0");
        var rules = run.at("/tool/driver/rules");
        var seen = new HashSet<String>();

        for (var result : run.path("results")) {
            assertThat(rules.path(result.path("ruleIndex").asInt()).path("id")).isEqualTo(result.path("ruleId"));
            assertThat(seen.add(
                            result.at("/partialFingerprints").path("ibid/v1").asText()))
                    .isTrue();
        }
    }

    @Test
    void aPathIsEncodedAndItsRootNamed() throws IOException {
        var artifact = sarif(Everything.report()).at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation");

        assertThat(artifact.path("uri").asText()).isEqualTo("a%20%3Cb%3E&.md");
        assertThat(artifact.path("uriBaseId").asText()).isEqualTo("%SRCROOT%");
    }

    @Test
    void noTextOfADocumentBecomesALinkOrAPlaceholder() throws IOException {
        var run = Reports.empty().run();
        var finding = new Finding(
                RuleId.DOCUMENT_PROBLEM,
                Severity.WARNING,
                "See [here](https://evil.example/) {0} \\",
                "00",
                Optional.of("a.md"),
                Optional.empty(),
                List.of(),
                List.of());
        var message = sarif(new Report(run, List.of(), List.of(), List.of(), List.of(finding)))
                .at("/runs/0/results/0/message/text")
                .asText();

        assertThat(message).isEqualTo("See \\[here\\](https://evil.example/) {{0}} \\\\");
    }

    @Test
    void anEditThatWouldHideASecretIsLeftOut() throws IOException {
        var inserted = sarif(Everything.report()).findValues("insertedContent");

        assertThat(inserted)
                .isNotEmpty()
                .noneMatch(content -> content.path("text").asText().equals("https://e.com/?token=***"));
    }
}
