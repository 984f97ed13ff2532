package ibid.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
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
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Living pages beside their copies, and one that has none. One server is the proxy, and so all hosts. */
class DriftScanTest {
    private static final String HOST = "http://www.coastanalyst.org";
    private static final String FIRST =
            "Harbour seals have come back to the estuary after an absence of forty years, the "
                    + "survey of the coast says, and volunteers counted many animals on the sand banks.";
    private static final String SECOND =
            "The last colony left when the harbour was dredged for larger ships. Since then the "
                    + "water has been cleared, and the eel grass that shelters young fish grows along the northern shore.";
    private static final String OTHER =
            "Discover the finest online slot games and claim a welcome bonus today. Our experts "
                    + "have reviewed every licensed casino so that you can play safely from home on any device.";

    @RegisterExtension
    static final WireMockExtension WEB = WireMockExtension.newInstance()
            .options(options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final FakeArchive archive = new FakeArchive(new FakeIndex(Kind.WAYBACK), InstantSource.system());
    private final FakeArchiveServer server = new FakeArchiveServer(archive);

    /** The public archive may be asked 24 times a minute; this one as fast as it can. */
    private static final String UNPACED = "[hosts.localhost]\ninterval = '0s'\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("ibid.toml"), UNPACED);
        WEB.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
        WEB.stubFor(
                any(urlPathMatching("/(?:cdx|web)/.*")).willReturn(aResponse().proxiedFrom(server.address())));
        page("/same", "<nav>New menu</nav><main><p>" + FIRST + "</p><p>" + SECOND + "</p></main>");
        page("/other", "<p>" + OTHER + "</p>");
        page("/alone", "<p>" + FIRST + "</p>");
        for (var path : List.of("/same", "/other")) {
            archive.index().add(FakeCapture.page(HOST + path, "20200603000000", 200));
            archive.copy("20200603000000", HOST + path, 200, html("<p>" + FIRST + "<p>" + SECOND));
        }
        var document = new StringBuilder();
        for (var path : List.of("same", "other", "alone")) {
            document.append("@misc{" + path + ", title = {Seals of the Estuary}, urldate = {2020-06-10}, url = {" + HOST
                    + "/" + path + "}}\n");
        }
        Files.writeString(folder.resolve("a.bib"), document);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static void page(String path, String body) {
        WEB.stubFor(get(urlEqualTo(path))
                .willReturn(aResponse().withHeader("Content-Type", "text/html").withBody(html(body))));
    }

    private static String html(String body) {
        return "<html><head><title>Seals of the Estuary</title></head><body>" + body + "</body></html>";
    }

    @Test
    void tellsOfPagesThatSaySomethingElseAndOfThoseThatHaveNoCopyWhereItIsAsked() throws IOException {
        assertThat(findings()).isEmpty();
        assertThat(archive.asked()).isEmpty();
        var drifted = findings("--drift");
        assertThat(drifted).containsOnlyKeys("drifted-content " + HOST + "/other");
        var finding = drifted.values().iterator().next();
        assertThat(finding.at("/severity").asText()).isEqualTo("note");
        assertThat(finding.at("/drift/kept").asDouble()).isZero();
        assertThat(finding.at("/drift/removed/0").asText())
                .startsWith("Harbour seals have")
                .endsWith("on the sand […]");
        assertThat(finding.at("/drift/added/0").asText())
                .isEqualTo("Discover the finest online slot games and claim a welcome bonus today.");
        assertThat(finding.at("/message").asText())
                .startsWith(HOST + "/other still says 0 % of what it said on 2020-06-03. Gone: \"Harbour seals have")
                .endsWith("/web/20200603000000/" + HOST + "/other");
        assertThat(finding.at("/fixes/0/safe").asBoolean()).isFalse();
        assertThat(finding.at("/fixes/0/archived").asBoolean()).isTrue();
    }

    @Test
    void tellsOfPagesWithoutACopyWhereTheRuleIsOn() throws IOException {
        assertThat(findings("--severity", "unarchived=warning")).containsOnlyKeys("unarchived " + HOST + "/alone");
        WEB.stubFor(any(urlPathMatching("/cdx/.*")).willReturn(aResponse().withStatus(404)));
        assertThat(findings("--severity", "unarchived=warning")).isEmpty();
    }

    @Test
    void aRuleThatIsOffUnlessItIsWantedIsOnWhereATableWantsIt() throws IOException {
        Files.createDirectory(folder.resolve("drafts"));
        Files.writeString(folder.resolve("drafts/b.md"), "[x](" + HOST + "/alone-too)\n");
        page("/alone-too", "<p>" + FIRST + "</p>");
        Files.writeString(folder.resolve("ibid.toml"), UNPACED + "[paths.drafts.rules]\nunarchived = 'note'\n");
        assertThat(findings("drafts")).containsOnlyKeys("unarchived " + HOST + "/alone-too");
    }

    @Test
    void saysOfHowManyPagesNothingIsKnownBecauseTheTimeWasOver() throws IOException {
        findings("--drift");
        assertThat(report().at("/run/notes").toString()).doesNotContain("looked up in archives");
        WEB.stubFor(any(urlPathMatching("/cdx/.*"))
                .willReturn(aResponse().withFixedDelay(5_000).withStatus(200)));
        assertThat(findings("--drift", "--lookup-time", "300ms")).isEmpty();
        var run = report().at("/run");
        assertThat(run.at("/complete").asBoolean()).isTrue();
        assertThat(run.at("/notes/0").asText())
                .isEqualTo(
                        "3 of 3 pages were not looked up in archives, or not to the end, because the time for look-ups was"
                                + " over; --lookup-time gives more.");
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("reports/ibid.json").toFile());
    }

    /** By rule and address. */
    private Map<String, JsonNode> findings(String... more) throws IOException {
        var arguments = new ArrayList<>(List.of(
                "scan",
                "--proxy",
                WEB.baseUrl(),
                "--wayback",
                WEB.baseUrl(),
                "--host-interval",
                "0ms",
                "--no-cache",
                "--no-archive"));
        arguments.addAll(List.of(more));
        arguments.add("a.bib");
        var ended = new Program(folder).run(arguments.toArray(String[]::new));
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        var report = report();
        var findings = new TreeMap<String, JsonNode>();
        report.at("/findings")
                .forEach(finding -> report.at("/targets").forEach(target -> {
                    if (target.at("/id").equals(finding.at("/target"))) {
                        findings.put(
                                finding.at("/rule").asText() + " "
                                        + target.at("/url").asText(),
                                finding);
                    }
                }));
        return findings;
    }
}
