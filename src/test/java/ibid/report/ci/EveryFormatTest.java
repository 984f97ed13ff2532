package ibid.report.ci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.finding.Report;
import ibid.finding.RuleId;
import ibid.report.Everything;
import ibid.report.Golden;
import ibid.report.Mixed;
import ibid.report.ReportWriter;
import ibid.report.Reports;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EveryFormatTest {
    private static final Map<String, ReportWriter> WRITERS = Map.of(
            "sarif", new SarifReport(),
            "junit", new JUnitReport(),
            "markdown", new MarkdownReport(),
            "github", new GithubAnnotations(),
            "gitlab", new GitlabReport(),
            "csv", new CsvReport());

    static Stream<Arguments> writers() {
        return WRITERS.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    private static String written(ReportWriter writer, Report report) {
        return new String(Golden.written(writer, report), UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writers")
    void whatARunFoundReadsAsInTheFile(String format, ReportWriter writer) throws IOException {
        Golden.matches("mixed." + format, Golden.written(writer, Mixed.report()));
    }

    /** Of annotations ten of a kind are written, so that not every rule has its turn. */
    static Stream<Arguments> unbounded() {
        return writers().filter(writer -> !writer.get()[0].equals("github"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unbounded")
    void everyRuleIsNamed(String format, ReportWriter writer) {
        var text = written(writer, Everything.report());

        assertThat(List.of(RuleId.values()))
                .allSatisfy(rule -> assertThat(text).as(format).contains(rule.label()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writers")
    void twiceGivesTheSameBytes(String format, ReportWriter writer) {
        assertThat(written(writer, Everything.report())).as(format).isEqualTo(written(writer, Everything.report()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writers")
    void nothingThatSteersADisplayAndNoSecretGetsThrough(String format, ReportWriter writer) {
        var text = written(writer, Everything.report());

        assertThat(text.codePoints().filter(c -> c != '\n' && c != '\r' && isSteering(c)))
                .as(format)
                .isEmpty();
        assertThat(text).doesNotContain("s3cr3t", "hunter2");
    }

    private static boolean isSteering(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
            default -> false;
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writers")
    void aRunThatFoundNothingIsAReportToo(String format, ReportWriter writer) {
        assertThat(written(writer, Reports.empty())).as(format).doesNotContain("null");
    }
}
