package ibid.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcResponse;

/** A whole run against a site on loopback: what is asked, judged, kept and reported. */
class ScanOfASiteTest {
    private final WireMockServer site =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        site.start();
        site.stubFor(get(urlEqualTo("/good"))
                .willReturn(okForContentType("text/html", "<title>Good</title><p id=part>A page.")));
        site.stubFor(
                get(urlEqualTo("/old")).willReturn(aResponse().withStatus(301).withHeader("Location", "/good")));
        site.stubFor(any(urlEqualTo("/gone")).willReturn(aResponse().withStatus(410)));
        Files.writeString(
                folder.resolve("a.md"),
                "- [good](BASE/good#part)\n- [old](BASE/old)\n- [gone](BASE/gone)\n- [none](BASE/none)\n"
                        .replace("BASE", base()));
    }

    @AfterEach
    void close() {
        site.stop();
    }

    @Test
    void everyAddressIsJudgedAndWhatAnswersIsKept() throws IOException {
        var ended = scan();
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(1);
        var report = report();
        assertThat(report.at("/targets").findValuesAsText("reason"))
                .containsExactly("ok", "permanent-redirect", "gone", "not-found");
        assertThat(report.at("/targets/0/snapshots/0/verified").asBoolean()).isTrue();
        assertThat(report.at("/targets/1/outcome/hops")).hasSize(2);
        assertThat(report.at("/summary/rules").toString()).isEqualTo("{\"broken-link\":2,\"moved-link\":1}");
        assertThat(kept()).contains(base() + "/good", base() + "/old").doesNotContain(base() + "/none");
    }

    @Test
    void theEditOfAMovedLinkIsTheNewAddress() throws IOException {
        scan();
        var edit = report().at("/findings/0/fixes/0/edits/0");
        var bytes = Files.readAllBytes(folder.resolve("a.md"));
        var offset = edit.get("byteOffset").asInt();
        assertThat(new String(bytes, offset, edit.get("byteLength").asInt(), StandardCharsets.UTF_8))
                .isEqualTo(base() + "/old");
        assertThat(edit.get("replacement").asText()).isEqualTo(base() + "/good");
    }

    @Test
    void withoutLeavePrivateAddressesAreNotAsked() throws IOException {
        var ended = new Program(folder).run("scan", "a.md");
        assertThat(ended.exitCode()).isZero();
        assertThat(report().at("/targets").findValuesAsText("reason")).containsOnly("private-address");
        assertThat(site.getAllServeEvents()).isEmpty();
    }

    @Test
    void withoutArchiveNothingIsKept() throws IOException {
        assertThat(scan("--no-archive").exitCode()).isEqualTo(1);
        assertThat(folder.resolve("reports/archive")).doesNotExist();
        assertThat(report().at("/targets").findValuesAsText("reason"))
                .containsExactly("ok", "permanent-redirect", "gone", "not-found");
    }

    @Test
    void anExcludedAddressIsNotAsked() throws IOException {
        scan("--exclude", "/(gone|none)$");
        assertThat(report().at("/targets").findValuesAsText("reason"))
                .containsExactly("ok", "permanent-redirect", "excluded", "excluded");
    }

    @Test
    void anInterruptedRunReportsWhatItKnows() throws Exception {
        site.stubFor(get(urlEqualTo("/none")).willReturn(aResponse().withFixedDelay(60_000)));
        var in = Files.createFile(folder.resolve("in"));
        var process = new Program(folder)
                .started(folder, in, "scan", "--allow-private", "--timeout", "50s", "--host-interval", "0ms", "a.md");
        var until = System.nanoTime() + 20_000_000_000L;
        // The address that moved leads to /good, too: once that is asked again, no redirect is left to be followed.
        while ((asked("/good") < 2 || asked("/gone") < 1) && System.nanoTime() < until) {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        process.destroy();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(3);
        var report = report();
        assertThat(report.at("/run/complete").asBoolean()).isFalse();
        assertThat(report.at("/run/notes/0").asText()).contains("interrupted");
        var reasons = report.at("/targets").findValuesAsText("reason");
        assertThat(reasons.get(0)).isIn("ok", "not-checked");
        assertThat(reasons.get(1)).isIn("permanent-redirect", "not-checked");
        assertThat(reasons.get(2)).isIn("gone", "not-checked");
        assertThat(reasons.get(3)).as("what was under way is not judged").isEqualTo("not-checked");
    }

    private int asked(String path) {
        return site.findAll(getRequestedFor(urlEqualTo(path))).size();
    }

    private Program.Ended scan(String... more) {
        var arguments = new ArrayList<>(List.of("scan", "--allow-private", "--host-interval", "0ms", "a.md"));
        arguments.addAll(List.of(more));
        return new Program(folder).run(arguments.toArray(String[]::new));
    }

    private List<String> kept() throws IOException {
        var kept = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(folder.resolve("reports/archive"), "*.warc.gz")) {
            for (var file : files) {
                try (var warc = new WarcReader(file)) {
                    for (var record : warc) {
                        if (record instanceof WarcResponse response) {
                            kept.add(response.target());
                        }
                    }
                }
            }
        }
        return kept;
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("reports/ibid.json").toFile());
    }

    private String base() {
        return "http://127.0.0.1:" + site.port();
    }
}
