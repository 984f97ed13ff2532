package ibid.report.ci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.finding.Finding;
import ibid.finding.Report;
import ibid.finding.RuleId;
import ibid.finding.Severity;
import ibid.report.Everything;
import ibid.report.Golden;
import ibid.report.ReportWriter;
import ibid.report.Reports;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The formats that are tables in one way or another, read with other people's code. */
class TablesTest {
    private static Report saying(String... messages) {
        var findings = IntStream.range(0, messages.length)
                .mapToObj(i -> new Finding(
                        RuleId.DOCUMENT_PROBLEM,
                        Severity.WARNING,
                        messages[i],
                        "%02x".formatted(i),
                        Optional.of("a.md"),
                        Optional.empty(),
                        List.of(),
                        List.of()))
                .toList();
        return new Report(Reports.empty().run(), List.of(), List.of(), List.of(), findings);
    }

    private static String written(ReportWriter writer, Report report) {
        return new String(Golden.written(writer, report), UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://e.com\",\"x\")", " =1", "\t=1", "＝1+1"})
    void aSpreadsheetSeesNoFormula(String formula) {
        var row = written(new CsvReport(), saying(formula)).lines().toList().get(1);

        assertThat(row).contains("'" + formula.replace('\t', ' ').charAt(0)).doesNotContainPattern(",\"? *[=+@＝-]");
    }

    @Test
    void aCellWithACommaOrAQuoteIsQuoted() {
        assertThat(written(new CsvReport(), saying("a, \"b\""))).contains(",\"a, \"\"b\"\"\",");
    }

    @Test
    void aJobSummaryHoldsNoMarkupButItsOwn() {
        var extensions = List.of(TablesExtension.create());
        var html = HtmlRenderer.builder()
                .extensions(extensions)
                .build()
                .render(Parser.builder()
                        .extensions(extensions)
                        .build()
                        .parse(written(
                                new MarkdownReport(),
                                saying("<img src=x onerror=alert(1)> [a](javascript:b) `c` | d **e** @f #1"))));
        var page = Jsoup.parse(html);

        assertThat(page.select("img, a, code, strong, em")).isEmpty();
        assertThat(page.select("td").eachText())
                .endsWith("<img src=x onerror=alert(1)> [a](javascript:b) `c` | d **e** @f #1");
    }

    @Test
    void aJobSummaryEndsBeforeItIsTooLong() {
        var long250 = "x".repeat(1_900);
        var text = written(
                new MarkdownReport(),
                saying(IntStream.range(0, 1_000).mapToObj(i -> long250).toArray(String[]::new)));

        assertThat(text.getBytes(UTF_8)).hasSizeLessThan(1 << 20);
        assertThat(text).containsPattern("and [0-9,]+ more places, see the report");
    }

    @Test
    void notesDoNotMakeAJobSummaryTooLong() {
        var run = Reports.empty().run();
        var talkative = new Report.Run(
                run.version(),
                run.startedAt(),
                run.duration(),
                false,
                false,
                Collections.nCopies(1_000, "*".repeat(3_000)),
                run.arguments());
        var text = written(
                new MarkdownReport(),
                new Report(
                        talkative,
                        List.of(),
                        List.of(),
                        List.of(),
                        saying("bad").findings()));

        assertThat(text.getBytes(UTF_8)).hasSizeLessThan(1 << 20);
        assertThat(text).contains("bad");
    }

    @Test
    void aTestReportIsXmlWhateverStandsInIt() throws Exception {
        var xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Golden.written(new JUnitReport(), Everything.report())));
        var cases = xml.getElementsByTagName("testcase").getLength();
        var failures = xml.getElementsByTagName("failure").getLength();

        assertThat(xml.getDocumentElement().getAttribute("tests")).isEqualTo(Integer.toString(cases));
        assertThat(xml.getDocumentElement().getAttribute("failures")).isEqualTo(Integer.toString(failures));
        assertThat(failures).isPositive();
    }

    @Test
    void aDocumentWithoutFindingsPasses() {
        assertThat(written(new JUnitReport(), Everything.report())).contains("classname=\"paper.pdf\"");
    }

    @Test
    void codeQualityHasTheFieldsThatAreRead() throws Exception {
        var list = new ObjectMapper().readTree(Golden.written(new GitlabReport(), Everything.report()));

        assertThat(list.size()).isPositive();
        assertThat(list).allSatisfy(issue -> {
            assertThat(issue.path("description").asText()).isNotEmpty();
            assertThat(issue.path("check_name").asText()).isNotEmpty();
            assertThat(issue.path("fingerprint").asText()).isNotEmpty();
            assertThat(issue.path("severity").asText()).isIn("info", "minor", "major", "critical", "blocker");
            assertThat(issue.at("/location/path").asText()).isNotEmpty();
            assertThat(issue.at("/location/lines/begin").asInt()).isPositive();
        });
        assertThat(list.findValuesAsText("fingerprint")).doesNotHaveDuplicates();
    }
}
