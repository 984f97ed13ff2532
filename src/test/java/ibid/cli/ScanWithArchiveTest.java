package ibid.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import ibid.archive.fake.FakeArchive;
import ibid.archive.fake.FakeArchiveServer;
import ibid.archive.fake.FakeCapture;
import ibid.archive.fake.FakeIndex;
import ibid.archive.fake.FakeIndex.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole run beside an archive: who is told what of which link, and what the reader gets of it. */
class ScanWithArchiveTest {
    private final WireMockServer site =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private final FakeIndex index = new FakeIndex(Kind.WAYBACK);
    private final FakeArchive archive = new FakeArchive(index, InstantSource.system());
    private final FakeArchiveServer server = new FakeArchiveServer(archive);

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        site.start();
        site.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
        site.stubFor(any(urlEqualTo("/good")).willReturn(aResponse().withBody("<title>Good</title>")));
        site.stubFor(any(urlEqualTo("/wall")).willReturn(aResponse().withStatus(403)));
        index.add(FakeCapture.page(site.baseUrl() + "/gone", "20190412070000", 200));
        archive.copy("20190412070000", site.baseUrl() + "/gone", 200, "<title>Gone since</title><p>It was here.");
        index.add(FakeCapture.page(site.baseUrl() + "/wall", "20200412070000", 200));
        Files.writeString(
                folder.resolve("a.md"),
                "- [good](BASE/good)\n- [gone](BASE/gone)\n- [wall](BASE/wall)\n- [never](BASE/never)\n"
                        .replace("BASE", site.baseUrl()));
    }

    @AfterEach
    void close() {
        site.stop();
        server.close();
    }

    private JsonNode scan(String... more) throws IOException {
        var arguments = new ArrayList<>(List.of(
                "scan", "--allow-private", "--host-interval", "0ms", "--wayback", server.address(), "--no-cache"));
        arguments.addAll(List.of(more));
        arguments.add("a.md");
        new Program(folder).run(arguments.toArray(String[]::new));
        return new ObjectMapper().readTree(folder.resolve("reports/ibid.json").toFile());
    }

    private String copy(String date, String path) {
        return server.address() + "/web/" + date + "/" + site.baseUrl() + path;
    }

    @Test
    void aBrokenLinkCanBePutRightWithItsCopyAndAnOpenOneHasAWitness() throws IOException {
        var report = scan();
        var gone = copy("20190412070000", "/gone");
        assertThat(report.at("/targets/1/snapshots/0/url").asText()).isEqualTo(gone);
        assertThat(report.at("/targets/1/snapshots/0/archive").asText()).isEqualTo("127.0.0.1");
        assertThat(report.at("/targets/2/outcome/reason").asText()).isEqualTo("forbidden");
        assertThat(report.at("/targets/2/outcome/evidence").toString())
                .contains("the last good copy in 127.0.0.1 is of 2020-04-12: " + copy("20200412070000", "/wall"));
        assertThat(report.at("/targets/3/outcome/evidence").toString()).contains("127.0.0.1 has no capture of it");
        var finding = report.at("/findings/0");
        assertThat(finding.at("/message").asText())
                .endsWith(
                        "No archived copy was seen to show what was cited; the likeliest, in 127.0.0.1, is of 2019-04-12: "
                                + gone);
        assertThat(finding.at("/fixes/0/safe").asBoolean()).isFalse();
        assertThat(finding.at("/fixes/0/edits/0/replacement").asText()).isEqualTo(gone);
        assertThat(archive.asked())
                .extracting(FakeArchive.Asked::url)
                .as("nothing is asked of what is alive")
                .contains(site.baseUrl() + "/gone", site.baseUrl() + "/wall", site.baseUrl() + "/never")
                .doesNotContain(site.baseUrl() + "/good");
        assertThat(Files.readString(folder.resolve("reports/ibid.html"))).contains(gone);
    }

    @Test
    void whoWantsNoLookUpsHasNone() throws IOException {
        assertThat(scan("--no-lookup").at("/targets/1/outcome/reason").asText()).isEqualTo("not-found");
        assertThat(scan("--offline").at("/targets/1/outcome/reason").asText()).isEqualTo("not-checked");
        assertThat(scan("--lookup-time", "0s").at("/targets/1/snapshots")).isEmpty();
        assertThat(archive.asked()).isEmpty();
    }

    @Test
    void theStoryOfALinkTellsOfItsCopy() {
        var ended = new Program(folder)
                .run(
                        "resolve",
                        "--allow-private",
                        "--no-cache",
                        "--wayback",
                        server.address(),
                        site.baseUrl() + "/gone");
        assertThat(ended.out())
                .contains("copy in 127.0.0.1 of 2019-04-12: " + copy("20190412070000", "/gone") + " (200)");
    }
}
