package ibid.report.ci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.finding.Finding;
import ibid.finding.Report;
import ibid.finding.RuleId;
import ibid.finding.Severity;
import ibid.report.Everything;
import ibid.report.Golden;
import ibid.report.Reports;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GithubAnnotationsTest {
    private static List<String> lines(Report report) {
        return new String(Golden.written(new GithubAnnotations(), report), UTF_8)
                .lines()
                .toList();
    }

    private static Report saying(String document, String message) {
        var finding = new Finding(
                RuleId.DOCUMENT_PROBLEM,
                Severity.WARNING,
                message,
                "00",
                Optional.of(document),
                Optional.empty(),
                List.of(),
                List.of());
        var empty = Reports.empty();
        return new Report(empty.run(), List.of(), List.of(), List.of(), List.of(finding));
    }

    @Test
    void onlyCommandsOfOursAndCountsAreWritten() {
        assertThat(lines(Everything.report()))
                .allMatch(line ->
                        line.matches("::(error|warning|notice) file=.*,title=Ibid%3A [a-z-]+::.*|\\d+ more .*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\n::stop-commands::y",
                "x\r\n::add-mask::y",
                "x%0A::error::y",
                "##[add-path]/tmp",
                "x ##[error]y",
                "x\u0085::error::y",
                "x\u2028::error::y"
            })
    void nothingInAMessageOrANameStartsACommand(String hostile) {
        var lines = lines(saying(hostile, hostile));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).startsWith("::warning file=").doesNotContain("##[", "\r");
        assertThat(lines.get(0).substring(2).split("::", 2)[0]).doesNotContain("::");
    }

    @Test
    void aPropertyIsEscapedAsTheRunnerTakesItApart() {
        assertThat(lines(saying("a,b:c%.md", "50% of it, see: x")))
                .containsExactly("::warning file=a%2Cb%3Ac%25.md,title=Ibid%3A document-problem::50%25 of it, see: x");
    }

    @Test
    void tenOfAKindAreShownAndTheRestIsCounted() {
        var lines = lines(Reports.large(250));

        for (var kind : List.of("error", "warning", "notice")) {
            assertThat(lines.stream().filter(line -> line.startsWith("::" + kind + " ")))
                    .hasSizeLessThanOrEqualTo(10);
        }
        assertThat(lines).anyMatch(line -> line.matches("[\\d,]+ more (error|warning|note)s are in the report\\."));
    }
}
