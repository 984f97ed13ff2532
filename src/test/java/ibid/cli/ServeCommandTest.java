package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ibid serve} as a process. */
class ServeCommandTest {
    private static final Pattern SERVING = Pattern.compile("Serving \\S+ at (http://127\\.0\\.0\\.1:\\d+/) ");

    @TempDir
    private Path folder;

    private Path withReport() throws IOException {
        Files.createDirectories(folder.resolve("reports"));
        return Files.writeString(folder.resolve("reports/ibid.html"), "<title>The report</title>");
    }

    @Test
    void saysWhereItIsAndEndsWhenInterrupted() throws IOException, InterruptedException {
        withReport();
        Files.createDirectories(folder.resolve("reports/archive"));
        Files.writeString(folder.resolve("reports/archive/broken.warc.gz"), "no gzip");
        var streams = Files.createDirectories(folder.resolve("streams"));
        var process =
                new Program(folder).started(streams, Files.createFile(streams.resolve("in")), "serve", "--port", "0");
        try {
            var response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address(streams.resolve("err"), process)))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(response.body()).contains("The report");

            process.destroy();

            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(streams.resolve("out")).isEmptyFile();
            assertThat(streams.resolve("err")).content().contains("ibid: broken.warc.gz: ");
        } finally {
            process.destroyForcibly();
        }
    }

    private static String address(Path err, Process process) throws IOException, InterruptedException {
        for (var i = 0; i < 200; i++) {
            var match = SERVING.matcher(Files.readString(err));
            if (match.find()) {
                return match.group(1);
            }
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new AssertionError("the server did not say where it is: " + Files.readString(err));
    }

    @Test
    void wantsSomethingToShow() {
        var ended = new Program(folder).run("serve");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).startsWith("ibid: reports has neither a report").contains("ibid scan");
    }

    @Test
    void aPortThatIsTakenIsSaid() throws IOException {
        withReport();
        try (var taken = new ServerSocket(0)) {
            var ended = new Program(folder).run("serve", "--port", Integer.toString(taken.getLocalPort()));
            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err()).contains("--port 0");
        }
    }

    @Test
    void anAddressThatIsNotOfThisMachineIsSaid() throws IOException {
        withReport();
        var ended = new Program(folder).run("serve", "--bind", "192.0.2.1", "--port", "0");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("192.0.2.1");
    }
}
