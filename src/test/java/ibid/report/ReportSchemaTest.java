package ibid.report;

import static ibid.report.Golden.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import ibid.citation.CitationKind;
import ibid.document.Problem;
import ibid.finding.Recovery;
import ibid.finding.Report;
import ibid.finding.RuleId;
import ibid.finding.Severity;
import ibid.recovery.Certainty;
import ibid.registry.Notice;
import ibid.resolution.Reason;
import ibid.resolution.Verdict;
import ibid.target.TargetKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReportSchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ReportSchema.text(), InputFormat.JSON);
    }

    private static List<Error> errors(JsonNode report) {
        return schema().validate(report.toString(), InputFormat.JSON);
    }

    static Stream<Report> reports() {
        return Stream.of(
                Reports.founding(),
                Reports.recovered(),
                Reports.empty(),
                Reports.incomplete(),
                Mixed.report(),
                Reports.large(250),
                Everything.report());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyReportIsValid(Report report) throws IOException {
        assertThat(errors(MAPPER.readTree(written(new JsonReport(), report)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/schemaVersion                     | `\"2.0\"`",
                "/tool/name                         | `\"other\"`",
                "/run/startedAt                     | `\"yesterday\"`",
                "/run/complete                      | `\"yes\"`",
                "/summary/verdicts/ALIVE            | -1",
                "/summary/rules                     | `{\"no-such-rule\": 1}`",
                "/documents/0/sha256                | `\"XYZ\"`",
                "/documents/0/problems              | `[\"a string\"]`",
                "/citations/0/id                    | `\"c0\"`",
                "/citations/0/line                  | 0",
                "/citations/0/line                  | null",
                "/citations/0/kind                  | `\"BARE_LINK\"`",
                "/citations/0/page                  | `\"3\"`",
                "/citations/1/truncation/recovery   | `\"certain\"`",
                "/citations/1/context/date          | `\"June 2020\"`",
                "/targets/0/kind                    | `\"url\"`",
                "/targets/0/outcome/verdict         | `\"DEAD\"`",
                "/targets/0/outcome/reason          | `\"no-reason\"`",
                "/targets/0/outcome/reason          | `\"not-found\"`",
                "/targets/1/outcome/verdict         | `\"ALIVE\"`",
                "/targets/0/outcome/status          | `\"200\"`",
                "/targets/0/snapshots               | `[{}]`",
                "/targets/0/candidates              | `[{\"url\": \"u\", \"certainty\": \"sure\", \"score\": 1,"
                        + " \"evidence\": [], \"outcome\": null}]`",
                "/targets/0/candidates              | `[{\"url\": \"u\", \"certainty\": \"exact\", \"score\": 1.1,"
                        + " \"evidence\": [], \"outcome\": null}]`",
                "/findings/0/rule                   | `\"dead-link\"`",
                "/findings/0/severity               | `\"ERROR\"`",
                "/findings/0/citations              | `[\"t1\"]`",
                "/findings/0/fingerprint            | `\"\"`",
            })
    void whatTheContractDoesNotKnowFails(String pointer, String value) throws IOException {
        var report = MAPPER.readTree(written(new JsonReport(), Reports.founding()));
        set(report, pointer, MAPPER.readTree(value));

        assertThat(errors(report)).isNotEmpty();
    }

    private static void set(JsonNode report, String pointer, JsonNode value) {
        var slash = pointer.lastIndexOf('/');
        var parent = report.at(pointer.substring(0, slash));
        assertThat(parent.has(pointer.substring(slash + 1))).as(pointer).isTrue();
        ((ObjectNode) parent).set(pointer.substring(slash + 1), value);
    }

    @ParameterizedTest
    @MethodSource("required")
    void aMissingFieldFails(String parent, String name) throws IOException {
        var report = MAPPER.readTree(written(new JsonReport(), Reports.recovered()));
        ((ObjectNode) report.at(parent)).remove(name);

        assertThat(errors(report)).isNotEmpty();
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> required() throws IOException {
        var report = MAPPER.readTree(written(new JsonReport(), Reports.recovered()));
        return Stream.of(
                        "",
                        "/tool",
                        "/run",
                        "/summary",
                        "/summary/verdicts",
                        "/documents/0",
                        "/citations/0",
                        "/citations/0/truncation",
                        "/citations/0/context",
                        "/targets/0",
                        "/targets/0/outcome",
                        "/targets/0/candidates/0",
                        "/findings/0",
                        "/findings/0/fixes/0",
                        "/findings/0/fixes/0/edits/0")
                .flatMap(parent -> StreamSupport.stream(
                                ((Iterable<String>) () -> report.at(parent).fieldNames()).spliterator(), false)
                        .map(name -> org.junit.jupiter.params.provider.Arguments.of(parent, name)));
    }

    @ParameterizedTest
    @CsvSource({
        "'',true",
        "/run,true",
        "/tool,false",
        "/documents/0,false",
        "/citations/0,false",
        "/targets/0,false",
        "/targets/0/outcome,false",
        "/findings/0,false"
    })
    void onlyTheExtensionPointsTakeFurtherFields(String parent, boolean taken) throws IOException {
        var report = MAPPER.readTree(written(new JsonReport(), Reports.founding()));
        ((ObjectNode) report.at(parent)).put("further", 1);

        assertThat(errors(report).isEmpty()).isEqualTo(taken);
    }

    @Test
    void itsWordsAreThoseOfTheCode() throws IOException {
        var schema = MAPPER.readTree(ReportSchema.text()).get("$defs");

        assertThat(words(schema.at("/rule/enum"))).isEqualTo(names(RuleId.values(), RuleId::label));
        assertThat(words(schema.at("/severity/enum")))
                .containsExactlyInAnyOrderElementsOf(names(Severity.values(), Severity::label));
        assertThat(words(schema.at("/citation/properties/kind/enum")))
                .isEqualTo(names(CitationKind.values(), Enum::name));
        assertThat(words(schema.at("/target/properties/kind/enum"))).isEqualTo(names(TargetKind.values(), Enum::name));
        assertThat(words(schema.at("/candidate/properties/certainty/enum")))
                .isEqualTo(names(Certainty.values(), Certainty::label));
        assertThat(words(schema.at("/truncation/properties/recovery/enum")))
                .isEqualTo(names(Recovery.values(), Recovery::label));
        assertThat(words(schema.at("/document/properties/problems/items/properties/kind/enum")))
                .isEqualTo(names(Problem.Kind.values(), Enum::name));
        assertThat(words(schema.at("/work/properties/notices/items/properties/kind/enum")))
                .isEqualTo(names(Notice.Kind.values(), Enum::name));
        for (var pair : (ArrayNode) schema.at("/verdictWithReason/oneOf")) {
            var verdict = Verdict.valueOf(pair.at("/properties/verdict/const").asText());
            assertThat(words(pair.at("/properties/reason/enum")))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Reason.values())
                            .filter(reason -> reason.verdict() == verdict)
                            .map(Reason::label)
                            .toList());
        }
    }

    private static List<String> words(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static <T> List<String> names(T[] values, Function<T, String> name) {
        return Arrays.stream(values).map(name).toList();
    }
}
