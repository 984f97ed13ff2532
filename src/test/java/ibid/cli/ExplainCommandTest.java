package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.finding.RuleId;
import ibid.resolution.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainCommandTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(RuleId.class)
    void everyRuleIsExplained(RuleId rule) {
        assertThat(Explanation.of(rule.label()).orElseThrow())
                .startsWith(rule.label() + " (")
                .contains(rule.says())
                .containsPattern("\n\n\\S.+\\.\n\nFor example:\n    \\S.+\n")
                .containsPattern("To mend it: \\S.+\\.\n")
                .contains("To pass it over: ");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonIsExplained(Reason reason) {
        assertThat(Explanation.of(reason.label()).orElseThrow())
                .contains(reason.verdict().name(), reason.sentence(), reason.advice());
    }

    @Test
    void namesAreListedExplainedAndCorrected() {
        var program = new Program(folder);
        assertThat(program.run("explain").out().lines()).hasSize(RuleId.values().length + Reason.values().length);
        assertThat(program.run("explain", "moved-link", "soft-404").out())
                .contains("moved-link (note)", "soft-404 (BROKEN)");
        var wrong = program.run("explain", "brokn-link");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err())
                .isEqualTo("ibid: there is no rule or reason \"brokn-link\"; did you mean \"broken-link\"?\n");
    }

    @Test
    void completionsNameEveryCommandAndAreReadByTheirShell() throws Exception {
        var program = new Program(folder);
        var bash = Files.writeString(
                folder.resolve("ibid.bash"),
                program.run("generate-completion", "bash").out());
        var check = new ProcessBuilder("bash", "-n", bash.toString()).start();
        assertThat(check.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(check.exitValue()).isZero();
        assertThat(bash).content().contains("--report-dir", "explain", "extract");
        var fish = program.run("generate-completion", "fish").out();
        assertThat(fish.lines().skip(1))
                .allMatch(line -> line.startsWith("complete -c ibid -n ")
                        && line.replace("\\'", "")
                                                .chars()
                                                .filter(c -> c == '\'')
                                                .count()
                                        % 2
                                == 0);
        assertThat(fish)
                .contains("-a scan -d 'Checks every citation of the documents and writes the reports.'")
                .contains("'__fish_seen_subcommand_from scan' -l report-dir -r -d ")
                .contains("-l color -r -f -a 'auto always never' -d ");
    }
}
