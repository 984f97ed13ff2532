package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run on a machine without any network: in a name space of its own, where the system (Linux) lets users make one. */
class UnpluggedTest {
    private static final String[] WITHOUT_NETWORK = {"unshare", "--map-root-user", "--net"};

    @TempDir
    private Path folder;

    @Test
    void itTakesSecondsSaysSoOnceAndLosesNothingThatNeedsNoNetwork() throws Exception {
        assumeTrue(canUnplug(), "name spaces of users");
        var links = IntStream.range(0, 200)
                .mapToObj(i -> "- [one](https://host%d.org/a) and [two](https://host%d.org/b)\n".formatted(i, i))
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("a.md"), links + "- [here](a.md) [missing](b.md) ISBN 978-3-16-148410-1\n");
        var ended = new Program(folder).by(WITHOUT_NETWORK).run("scan", "a.md");
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(3);
        var report =
                new ObjectMapper().readTree(folder.resolve("reports/ibid.json").toFile());
        assertThat(Duration.ofMillis(report.at("/run/durationMillis").asLong())).isLessThan(Duration.ofSeconds(15));
        assertThat(report.at("/run/notes"))
                .extracting(note -> note.asText())
                .containsExactly("The network could not be reached, so no web address was judged.");
        var reasons = report.at("/targets").findValuesAsText("reason");
        assertThat(reasons.subList(0, 400)).containsOnly("offline");
        assertThat(reasons.subList(400, reasons.size())).containsExactly("ok", "missing-file", "malformed");
        assertThat(report.at("/summary/findings/error").asInt()).isEqualTo(2);
        assertThat(folder.resolve("reports/ibid.html")).isNotEmptyFile();
    }

    private static boolean canUnplug() throws InterruptedException {
        try {
            var tried = new ProcessBuilder(WITHOUT_NETWORK[0], WITHOUT_NETWORK[1], WITHOUT_NETWORK[2], "true").start();
            return tried.waitFor(10, TimeUnit.SECONDS) && tried.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
