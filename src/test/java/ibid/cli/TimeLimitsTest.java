package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that must end, against sites that take their time. */
class TimeLimitsTest {
    private CountingSite quick;
    private CountingSite slow;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        quick = new CountingSite();
        slow = new CountingSite();
        slow.delay(Duration.ofMinutes(5).toMillis());
    }

    @AfterEach
    void close() {
        quick.close();
        slow.close();
    }

    @Test
    void whatIsNotReachedInTimeIsNotCheckedAndTheNextRunGoesOn() throws IOException {
        Files.writeString(
                folder.resolve("a.md"),
                "[a](%s/ok/1) [b](%s/404/2) [c](%s/ok/3) [d](missing.md)\n"
                        .formatted(quick.base(), quick.base(), slow.base()));
        var ended = scan("--max-time=3s", "--timeout=5m");
        assertThat(ended.exitCode()).isEqualTo(3);
        var report = report();
        assertThat(report.at("/run/complete").asBoolean()).isFalse();
        assertThat(report.at("/run/notes/0").asText()).isEqualTo("The run reached its time limit.");
        assertThat(report.at("/run/durationMillis").asInt()).isBetween(3_000, 20_000);
        assertThat(report.at("/targets").findValuesAsText("reason"))
                .containsExactly("ok", "not-found", "not-checked", "missing-file");
        assertThat(report.at("/summary/rules").toString()).isEqualTo("{\"broken-link\":1,\"missing-file\":1}");
        assertThat(folder.resolve("reports/ibid.html")).isNotEmptyFile();
        quick.forget();
        slow.delay(0);
        assertThat(scan("--max-time=1m", "--timeout=5m").exitCode()).isEqualTo(1);
        assertThat(quick.asked())
                .as("what was answered is not asked again; where the dead link went is looked for now")
                .doesNotContain("/ok/1", "/404/2");
        assertThat(report().at("/targets/2/outcome/reason").asText()).isEqualTo("ok");
    }

    @Test
    void aRegisterThatIsTooSlowCostsItsTimeAndNoMore() throws IOException {
        Files.writeString(
                folder.resolve("a.md"), "See doi:10.5555/12345678 and [a](%s/ok/1).\n".formatted(quick.base()));
        var ended = scan(
                "--lookup-time=2s",
                "--timeout=5m",
                "--wayback=none",
                "--registry",
                "handle=" + quick.base(),
                "--registry",
                "crossref=" + slow.base(),
                "--registry",
                "datacite=" + slow.base());
        var report = report();
        assertThat(report.at("/run/durationMillis").asInt()).isBetween(1_000, 20_000);
        assertThat(ended.exitCode()).as(ended.err()).isIn(0, 3);
        assertThat(report.at("/summary/findings/error").asInt()).isZero();
        assertThat(report.at("/targets/1/outcome/reason").asText()).isEqualTo("ok");
        assertThat(report.at("/targets/0").toString()).contains("not looked up");
    }

    private Program.Ended scan(String... more) {
        var arguments = new ArrayList<>(
                List.of("scan", "--allow-private", "--no-archive", "--host-interval=0ms", "--retries=0", "a.md"));
        arguments.addAll(List.of(more));
        return new Program(folder).run(arguments.toArray(String[]::new));
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("reports/ibid.json").toFile());
    }
}
