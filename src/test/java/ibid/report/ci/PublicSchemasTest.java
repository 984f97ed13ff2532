package ibid.report.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import ibid.finding.Report;
import ibid.report.Everything;
import ibid.report.Golden;
import ibid.report.Mixed;
import ibid.report.Reports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** JUnit XML and code quality as the services document them, on reports with every rule and hostile text in them. */
class PublicSchemasTest {
    static Stream<Report> reports() {
        return Stream.of(Everything.report(), Mixed.report(), Reports.founding(), Reports.empty());
    }

    private static String resource(String name) {
        try (var in = PublicSchemasTest.class.getResourceAsStream("/ibid/report/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void validate(byte[] junit) throws SAXException, IOException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(
                        new ByteArrayInputStream(resource("junit.xsd").getBytes(StandardCharsets.UTF_8))))
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(junit)));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void junitIsAsTestReportsAreRead(Report report) throws Exception {
        var junit = Golden.written(new JUnitReport(), report);
        validate(junit);

        var all = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(junit))
                .getDocumentElement();
        assertThat(count(all, "testcase")).isEqualTo(Integer.parseInt(all.getAttribute("tests")));
        var suites = all.getElementsByTagName("testsuite");
        IntStream.range(0, suites.getLength())
                .mapToObj(i -> (Element) suites.item(i))
                .forEach(suite -> {
                    assertThat(count(suite, "testcase")).isEqualTo(Integer.parseInt(suite.getAttribute("tests")));
                    assertThat(count(suite, "failure")).isEqualTo(Integer.parseInt(suite.getAttribute("failures")));
                });
    }

    private static int count(Element element, String name) {
        return element.getElementsByTagName(name).getLength();
    }

    @Test
    void theSchemaOfJunitRefusesWhatReadersRefuse() {
        var written = new String(Golden.written(new JUnitReport(), Mixed.report()), StandardCharsets.UTF_8);
        for (var wrong : new String[] {
            written.replace(" classname=", " class="),
            written.replaceFirst(" tests=\"\\d+\"", " tests=\"-1\""),
            written.replaceFirst("<testsuite name=\"[^\"]*\"", "<testsuite"),
            written.replace("system-out", "output")
        }) {
            assertThat(wrong).isNotEqualTo(written);
            assertThatThrownBy(() -> validate(wrong.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(SAXException.class);
        }
    }

    private static Schema codeQuality() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource("code-quality.schema.json"), InputFormat.JSON);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void codeQualityIsAsGitlabReadsIt(Report report) throws IOException {
        var issues = new ObjectMapper().readTree(Golden.written(new GitlabReport(), report));

        assertThat(codeQuality().validate(issues.toString(), InputFormat.JSON)).isEmpty();
        var seen = new HashSet<String>();
        assertThat(issues)
                .allSatisfy(
                        issue -> assertThat(seen.add(issue.path("fingerprint").asText()))
                                .as("GitLab shows one of several issues with one fingerprint")
                                .isTrue());
    }

    @Test
    void theSchemaOfCodeQualityRefusesWhatGitlabPassesOver() throws IOException {
        for (var change : new String[][] {
            {"\"major\"", "\"error\""}, {"\"begin\": ", "\"begin\": -"}, {"\"check_name\"", "\"rule\""}
        }) {
            JsonNode wrong = new ObjectMapper()
                    .readTree(new String(Golden.written(new GitlabReport(), Mixed.report()), StandardCharsets.UTF_8)
                            .replace(change[0], change[1]));
            assertThat(codeQuality().validate(wrong.toString(), InputFormat.JSON))
                    .as(change[1])
                    .isNotEmpty();
        }
    }
}
