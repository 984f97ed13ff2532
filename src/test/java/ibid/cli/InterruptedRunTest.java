package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import ibid.report.ReportSchema;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C, and what it leaves: complete reports of what is known, soon. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "sends signals by the programs of Linux")
class InterruptedRunTest {
    /** Two seconds are promised; a machine that tests much at once takes longer, though not as long as anything waits here. */
    private static final Duration SOON = Duration.ofSeconds(6);

    private static final List<String> FORMATS =
            List.of("json", "html", "sarif", "junit", "markdown", "github", "gitlab", "csv", "text");

    private CountingSite quick;
    private CountingSite hanging;
    private Optional<Process> started = Optional.empty();

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        quick = new CountingSite();
        hanging = new CountingSite();
        hanging.delay(Duration.ofMinutes(5).toMillis());
        Files.createFile(folder.resolve("in"));
    }

    @AfterEach
    void close() {
        started.ifPresent(Process::destroyForcibly);
        quick.close();
        hanging.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void whileHostsHangWhatIsKnownIsReported(String signal) throws Exception {
        var links = IntStream.range(0, 40).mapToObj(i -> "- " + hanging.base() + "/ok/" + i + "\n");
        document("%s/404/1 %s/ok/2\n\n".formatted(quick.base(), quick.base()) + String.join("", links.toList()));
        start(folder.resolve("in"), "--no-lookup", "a.md");
        until(() ->
                told("/404/1: 404") && told("/ok/2: 200") && !hanging.asked().isEmpty());
        assertThat(secondsAfter(signal)).isLessThan(SOON.toSeconds());
        var report = report();
        assertThat(reasons(report)).containsOnlyOnce("not-found").containsOnlyOnce("ok");
        assertThat(reasons(report)).hasSize(42).contains("not-checked");
        everyReportIsWhole();
    }

    @Test
    void whileAnArchiveIsWaitedForWhatIsKnownIsReported() throws Exception {
        document("%s/404/1 and http://example.com/publicat...roups.html\n".formatted(quick.base()));
        start(folder.resolve("in"), "--wayback=" + hanging.base(), "a.md");
        until(() -> told("/404/1: 404") && !hanging.asked().isEmpty());
        assertThat(secondsAfter("INT")).isLessThan(SOON.toSeconds());
        assertThat(reasons(report())).containsExactly("not-found", "truncated");
        everyReportIsWhole();
    }

    @Test
    void aDocumentThatIsStillBeingReadIsNotWaitedFor() throws Exception {
        document("%s/404/1\n".formatted(quick.base()));
        var pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        try (var held = new RandomAccessFile(pipe.toFile(), "rw")) {
            held.writeBytes("A text that goes on and on.\n");
            start(pipe, "--no-lookup", "a.md", "-");
            until(() -> told("/404/1: 404"));
            assertThat(secondsAfter("INT")).isLessThan(SOON.toSeconds());
        }
        var report = report();
        assertThat(reasons(report)).containsExactly("not-found");
        assertThat(report.at("/run/notes/1").asText()).isEqualTo("One document was not read.");
        everyReportIsWhole();
    }

    private void document(String text) throws IOException {
        Files.writeString(folder.resolve("a.md"), text);
    }

    /** From a shell without job control, programs inherit that an interruption is passed over. */
    private void start(Path in, String... arguments) throws IOException {
        var all = new ArrayList<>(List.of(
                "scan",
                "-v",
                "--allow-private",
                "--timeout=4m",
                "--retries=0",
                "--no-probes",
                "--host-interval=0ms",
                "--format=" + String.join(",", FORMATS)));
        all.addAll(List.of(arguments));
        started = Optional.of(
                new Program(folder).by("env", "--default-signal=INT").started(folder, in, all.toArray(String[]::new)));
    }

    private Process process() {
        return started.orElseThrow();
    }

    private boolean told(String text) {
        try {
            return Files.readString(folder.resolve("err")).contains(text);
        } catch (IOException e) {
            return false;
        }
    }

    private void until(BooleanSupplier isSo) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (!isSo.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the run comes so far").isLessThan(end);
            assertThat(process().waitFor(50, TimeUnit.MILLISECONDS)).as("ended").isFalse();
        }
    }

    private long secondsAfter(String signal) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var sent = new ProcessBuilder(
                        "kill", "-" + signal, String.valueOf(process().pid()))
                .start();
        assertThat(sent.waitFor()).isZero();
        assertThat(process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process().exitValue()).isEqualTo(3);
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper().readTree(written("json"));
    }

    private static List<String> reasons(JsonNode report) {
        return report.at("/targets").findValuesAsText("reason");
    }

    private String written(String format) throws IOException {
        return Files.readString(folder.resolve("reports/ibid." + format));
    }

    private void everyReportIsWhole() throws Exception {
        var report = report();
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ReportSchema.text(), InputFormat.JSON);
        assertThat(schema.validate(report.toString(), InputFormat.JSON)).isEmpty();
        assertThat(report.at("/run/complete").asBoolean()).isFalse();
        assertThat(report.at("/run/notes/0").asText()).isEqualTo("The run was interrupted.");
        for (var format : FORMATS) {
            assertThat(written(format)).as(format).contains("/404/1").endsWith("\n");
        }
        assertThat(written("html").strip()).endsWith("</html>");
        assertThat(new ObjectMapper().readTree(written("sarif")).at("/runs/0/results"))
                .isNotEmpty();
        assertThat(new ObjectMapper().readTree(written("gitlab"))).isNotEmpty();
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("reports/ibid.junit").toFile());
        try (var files = Files.list(folder.resolve("reports"))) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".tmp"));
        }
    }
}
