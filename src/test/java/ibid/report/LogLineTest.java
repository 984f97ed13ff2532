package ibid.report;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.finding.Finding;
import ibid.finding.Report;
import ibid.finding.RuleId;
import ibid.finding.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "::error::owned",
                "  ::set-output name=a::b",
                "\n::stop-commands::x\r\n::error::owned",
                "fine ##[add-path]/tmp",
                "##vso[task.setvariable variable=a]b",
                "##teamcity[buildStop comment='x']",
            })
    void noCommandToABuildServerComesFromADocument(String hostile) {
        var finding = new Finding(
                RuleId.DOCUMENT_PROBLEM,
                Severity.ERROR,
                hostile,
                "00",
                Optional.of(hostile),
                Optional.empty(),
                List.of(),
                List.of());
        var run = Samples.run(false, true, List.of(hostile), "scan");
        var text = new TextSummary(false, 9)
                .render(new Report(run, List.of(), List.of(), List.of(), List.of(finding)), List.of());

        assertThat(text)
                .contains("error: ")
                .doesNotContainPattern("(?m)^\\s*::")
                .doesNotContainPattern("##\\w*\\[");
    }

    @Test
    void otherTextStaysAsItIs() {
        assertThat(LogLine.of("a::b.md # ## [x] C++::std")).isEqualTo("a::b.md # ## [x] C++::std");
    }
}
