package ibid.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import ibid.archive.fake.FakeArchive;
import ibid.archive.fake.FakeArchiveServer;
import ibid.archive.fake.FakeCapture;
import ibid.archive.fake.FakeIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs over a broken link: the copy that is offered is the one of the citing date, and it was read. */
class NearestCopyScanTest {
    private static final String TITLE = "Salmon in Northern Rivers";

    private final WireMockServer site =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private final FakeIndex index = new FakeIndex(FakeIndex.Kind.WAYBACK);
    private final FakeArchive archive = new FakeArchive(index, InstantSource.system());
    private final FakeArchiveServer server = new FakeArchiveServer(archive);

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        site.start();
        site.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
        captured("20120101000000", TITLE);
        captured("20160214000000", TITLE);
        captured("20160302120000", "Just a moment...");
        captured("20190101000000", TITLE);
        captured("20240101000000", "Cheap Flights and Hotels");
    }

    @AfterEach
    void close() {
        site.stop();
        server.close();
    }

    private void captured(String at, String title) {
        var page = site.baseUrl() + "/gone";
        index.add(FakeCapture.page(page, at, 200).holding("OF" + at));
        archive.copy(at, page, 200, "<title>" + title + "</title><p>Of rivers.");
    }

    private String copy(String at) {
        return server.address() + "/web/" + at + "/" + site.baseUrl() + "/gone";
    }

    private JsonNode scan(String text, String... more) throws IOException {
        return scanBeside(server.address(), text, more);
    }

    private JsonNode scanBeside(String wayback, String text, String... more) throws IOException {
        Files.writeString(folder.resolve("a.md"), text.replace("BASE", site.baseUrl()));
        Files.setLastModifiedTime(folder.resolve("a.md"), FileTime.from(Instant.parse("2018-12-01T00:00:00Z")));
        var arguments = new ArrayList<>(
                List.of("scan", "--allow-private", "--host-interval", "0ms", "--wayback", wayback, "--no-cache"));
        arguments.addAll(List.of(more));
        arguments.add("a.md");
        new Program(folder).run(arguments.toArray(String[]::new));
        return new ObjectMapper().readTree(folder.resolve("reports/ibid.json").toFile());
    }

    @Test
    void theCopyOfTheAccessDateIsOfferedAndMayBeCitedWithoutALook() throws IOException {
        var report = scan("Smith, A.: [" + TITLE + "](BASE/gone), accessed 2016-03-02.\n");
        var snapshot = report.at("/targets/0/snapshots/0");
        assertThat(snapshot.at("/url").asText()).isEqualTo(copy("20160214000000"));
        assertThat(snapshot.at("/capturedAt").asText()).isEqualTo("2016-02-14T00:00:00Z");
        assertThat(snapshot.at("/status").asInt()).isEqualTo(200);
        assertThat(snapshot.at("/verified").asBoolean()).isTrue();
        assertThat(snapshot.at("/citedAt").asText()).isEqualTo("2016-03-02");
        assertThat(snapshot.at("/citedBy").asText()).isEqualTo("accessed");
        assertThat(report.at("/targets/0/outcome/evidence").toString())
                .contains("the nearest such to 2016-03-02, when the citation says that it was read")
                .contains("passed over: the copy of 2016-03-02: it is a wall before the page");
        var finding = report.at("/findings/0");
        assertThat(finding.at("/message").asText())
                .endsWith("The archived copy nearest to when it was cited, in 127.0.0.1, is of 2016-02-14: "
                        + copy("20160214000000"));
        assertThat(finding.at("/fixes/0/safe").asBoolean()).isTrue();
        assertThat(finding.at("/fixes/0/edits/0/replacement").asText()).isEqualTo(copy("20160214000000"));
    }

    @Test
    void eachCitationHasTheCopyOfItsOwnDate() throws IOException {
        var report = scan("- [" + TITLE + "](BASE/gone), accessed 2016-03-02.\n- [" + TITLE
                + "](BASE/gone), accessed 2012-02-01.\n\n# Notes\n\n[" + TITLE + "](BASE/gone)\n");
        var fixes = report.at("/findings/0/fixes");
        assertThat(fixes.findValuesAsText("replacement"))
                .containsExactly(copy("20160214000000"), copy("20120101000000"), copy("20190101000000"));
        assertThat(report.at("/targets/0/snapshots").findValuesAsText("citedBy"))
                .containsExactlyInAnyOrder("accessed", "accessed", "file");
        assertThat(report.at("/findings/0/message").asText())
                .endsWith(
                        "The archived copies nearest to when it was cited: for a.md:1:31 that in 127.0.0.1 of 2016-02-14, "
                                + copy("20160214000000") + "; for a.md:2:31 that in 127.0.0.1 of 2012-01-01, "
                                + copy("20120101000000") + "; for a.md:6:29 that in 127.0.0.1 of 2019-01-01, "
                                + copy("20190101000000"));
    }

    @Test
    void theFieldOfABibliographyTellsTheDate() throws IOException {
        Files.writeString(
                folder.resolve("a.bib"),
                "@online{smith, title = {{%s}}, url = {%s/gone}, urldate = {2012-02-01}}\n"
                        .formatted(TITLE, site.baseUrl()));
        var report = scan("[" + TITLE + "](BASE/other)\n", "a.bib");
        var fix = report.at("/findings/0/fixes/0");
        assertThat(fix.at("/safe").asBoolean()).isTrue();
        assertThat(fix.at("/edits/0/document").asText()).isEqualTo("a.bib");
        assertThat(fix.at("/edits/0/replacement").asText()).isEqualTo(copy("20120101000000"));
        assertThat(report.findValuesAsText("citedAt")).containsExactly("2012-02-01");
    }

    @Test
    void aPageOfAnotherNameIsNotCitedWithoutALook() throws IOException {
        var report = scan("See [The Annual Meeting of Anglers](BASE/gone), accessed 2024-01-02.\n");
        assertThat(report.at("/targets/0/snapshots").findValuesAsText("verified"))
                .isNotEmpty()
                .containsOnly("false");
        assertThat(report.at("/findings/0/fixes/0/safe").asBoolean()).isFalse();
    }

    @Test
    void anArchiveThatSpeaksMementoAloneIsAskedToo() throws IOException {
        archive.mementos(server.address(), 3);
        Files.writeString(folder.resolve("ibid.toml"), "memento = [\"" + server.address() + "/timegate/\"]\n");
        var report = scanBeside("none", "[" + TITLE + "](BASE/gone), accessed 2016-03-02.\n");
        assertThat(report.at("/targets/0/snapshots/0/url").asText()).isEqualTo(copy("20160214000000"));
        assertThat(report.at("/findings/0/fixes/0/safe").asBoolean()).isTrue();
    }

    @Test
    void whatIsNoAddressOfAnArchiveIsSaid() {
        var ended = new Program(folder).run("scan", "--memento", "mementos", ".");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("--memento \"mementos\" is no web address");
    }

    @Test
    void whoIsOfflineAsksNobody() throws IOException {
        scan("[" + TITLE + "](BASE/gone), accessed 2016-03-02.\n", "--offline");
        scan("[" + TITLE + "](BASE/gone), accessed 2016-03-02.\n", "--no-lookup");
        assertThat(archive.asked()).isEmpty();
    }
}
