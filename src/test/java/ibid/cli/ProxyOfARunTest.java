package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose environment or command line names a proxy; the site of the test takes whole addresses, as proxies do. */
class ProxyOfARunTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("a.md"), "[a](http://far.test-site.org/ok/1) [b](http://10.1.2.3/ok/2)\n");
    }

    @Test
    void theOptionWinsOverTheEnvironmentAndTheGuardStandsBeforeIt() throws IOException {
        try (var proxy = new CountingSite()) {
            var ended = run(
                    Map.of("http_proxy", "127.0.0.1:" + deadPort(), "no_proxy", "far.test-site.org"),
                    "--proxy",
                    proxy.base());
            assertThat(ended.exitCode()).as(ended.err()).isZero();
            assertThat(proxy.asked()).containsExactly("/ok/1");
        }
        var report = report();
        assertThat(report.at("/targets").findValuesAsText("reason")).containsExactly("ok", "private-address");
        assertThat(report.at("/run/complete").asBoolean()).isTrue();
        assertThat(report.at("/run/notes")).hasSize(1);
        assertThat(report.at("/run/notes/0").asText()).contains("asked through a proxy");
    }

    @Test
    void theEnvironmentsProxyIsUsed() throws IOException {
        try (var proxy = new CountingSite()) {
            assertThat(run(Map.of("HTTP_PROXY", proxy.base())).exitCode()).isZero();
            assertThat(proxy.asked()).containsExactly("/ok/1");
        }
    }

    @Test
    void aDeadProxyIsSaidOnceAndTheRunIsIncomplete() throws IOException {
        var port = deadPort();
        var ended = run(Map.of("all_proxy", "http://me:s3cret@127.0.0.1:" + port));
        assertThat(ended.exitCode()).isEqualTo(3);
        var report = report();
        assertThat(report.at("/targets/0/outcome/reason").asText()).isEqualTo("offline");
        assertThat(report.at("/run/notes/0").asText())
                .isEqualTo("Not every web address could be asked: the proxy 127.0.0.1:" + port
                        + " could not be reached (the connection was refused).");
        assertThat(ended.err() + report).doesNotContain("s3cret");
    }

    @Test
    void whatIsNoHttpProxyIsAMistakeWhereSomebodyIsAsked() {
        var environment = Map.of("ALL_PROXY", "socks5://127.0.0.1:1080");
        var ended = run(environment);
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("all_proxy");
        assertThat(run(environment, "--offline").exitCode()).isZero();
    }

    private Program.Ended run(Map<String, String> environment, String... more) {
        var arguments = Stream.concat(
                Stream.of("scan", "--no-archive", "--no-cache", "--no-lookup", "--no-probes", "--retries=0", "a.md"),
                List.of(more).stream());
        return new Program(folder, environment).run(arguments.toArray(String[]::new));
    }

    private static int deadPort() throws IOException {
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return closed.getLocalPort();
        }
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("reports/ibid.json").toFile());
    }
}
