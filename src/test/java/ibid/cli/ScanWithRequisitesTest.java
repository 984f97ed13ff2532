package ibid.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that keeps the parts of pages, too. */
class ScanWithRequisitesTest {
    private final WireMockServer site =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        site.start();
        site.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
        stub("/page", "text/html", "<link rel=stylesheet href=s.css><img src=i.png><a href=next>");
        stub("/s.css", "text/css", "p{background:url(b.png)}");
        stub("/i.png", "image/png", "i");
        stub("/b.png", "image/png", "b");
        stub("/next", "text/html", "<img src=never.png>");
        Files.writeString(folder.resolve("a.md"), "[page](" + site.baseUrl() + "/page)\n");
    }

    private void stub(String path, String type, String body) {
        site.stubFor(any(urlEqualTo(path))
                .willReturn(aResponse().withHeader("Content-Type", type).withBody(body)));
    }

    @AfterEach
    void close() {
        site.stop();
    }

    private Program.Ended scan(String... more) {
        var arguments = new ArrayList<>(List.of("scan", "--allow-private", "--no-lookup", "--host-interval", "0ms"));
        arguments.addAll(List.of(more));
        arguments.add("a.md");
        return new Program(folder).run(arguments.toArray(String[]::new));
    }

    private List<String> captured() throws IOException {
        return Files.readAllLines(folder.resolve("reports/archive/index.cdxj")).stream()
                .map(line -> line.replaceAll(".*\"url\":\"" + site.baseUrl() + "([^\"]*)\".*", "$1"))
                .toList();
    }

    @Test
    void theArchiveHasWhatThePageIsMadeOf() throws IOException {
        assertThat(scan("--requisites").exitCode()).isZero();
        assertThat(captured()).containsExactlyInAnyOrder("/page", "/s.css", "/i.png", "/b.png");
    }

    @Test
    void aRunThatKeptNoPartsIsNoReasonToHaveNoneLater() throws IOException {
        assertThat(scan().exitCode()).isZero();
        assertThat(captured()).containsExactly("/page");
        assertThat(scan("--requisites").exitCode()).isZero();
        assertThat(captured()).contains("/s.css", "/i.png", "/b.png");
    }

    @Test
    void archivingAloneKeepsThemToo() throws IOException {
        var ended = new Program(folder)
                .run("archive", "--requisites", "--allow-private", "--host-interval", "0ms", site.baseUrl() + "/page");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(captured()).containsExactlyInAnyOrder("/page", "/s.css", "/i.png", "/b.png");
    }

    @Test
    void partsOfNothingCannotBeKept() {
        var ended = scan("--requisites", "--no-archive");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("--requisites").contains("--no-archive");
    }
}
