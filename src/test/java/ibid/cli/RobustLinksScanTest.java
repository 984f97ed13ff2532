package ibid.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents whose links to what is gone are mended by naming the copy. One server is the proxy, and so all hosts. */
class RobustLinksScanTest {
    private static final String GONE = "http://www.coastanalyst.org/item?id=13619&lang=en";

    private static final String REPORT = "reports/ibid.json";
    private static final String PAGE =
            "<title>Seals of the Estuary</title><p>Text of the page, long enough to be one.</p>";

    @RegisterExtension
    static final WireMockExtension WEB = WireMockExtension.newInstance()
            .options(options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final FakeArchive archive = new FakeArchive(new FakeIndex(Kind.WAYBACK), InstantSource.system());
    private final FakeArchiveServer server = new FakeArchiveServer(archive);
    private final String copy = WEB.baseUrl() + "/web/20200603000000/" + GONE;

    /** The public archive may be asked 24 times a minute; this one as fast as it can. */
    private static final String UNPACED = "[hosts.localhost]\ninterval = '0s'\n";

    @TempDir
    private Path folder;

    private Program program;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("ibid.toml"), UNPACED);
        program = new Program(folder);
        WEB.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
        WEB.stubFor(
                any(urlPathMatching("/(?:cdx|web)/.*")).willReturn(aResponse().proxiedFrom(server.address())));
        archive.index().add(FakeCapture.page(GONE, "20200603000000", 200));
        archive.copy(
                "20200603000000", GONE, 200, "<title>Seals</title><p>Text of the page, long enough to be one.</p>");
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** In a golden file {@code GONE} and {@code COPY} stand for the addresses, as they are spelled there. */
    @ParameterizedTest
    @CsvSource({"links.html, windows-1252", "entries.bib, UTF-8", "article.wiki, UTF-8", "inline.md, UTF-8"})
    void mendsByteForByteAndASecondTimeChangesNothing(String name, String charset) throws IOException {
        var document = folder.resolve(name);
        var after = golden("after-" + name);
        Files.write(document, bytes(golden(name), charset));
        findings("--robust-links", name);
        var shown = program.run("fix", "--unsafe", REPORT);
        assertThat(shown.out()).startsWith("--- a/" + name);
        assertThat(Files.readAllBytes(document)).isEqualTo(bytes(golden(name), charset));
        program.run("fix", "--unsafe", "--apply", REPORT);
        assertThat(new String(Files.readAllBytes(document), Charset.forName(charset)))
                .isEqualTo(new String(bytes(after, charset), Charset.forName(charset)));
        assertThat(findings("--robust-links", name))
                .noneMatch(finding -> finding.at("/rule").asText().equals("broken-link"));
        assertThat(program.run("fix", "--unsafe", "--apply", REPORT).err()).isEqualTo("Nothing to change.\n");
        assertThat(Files.readAllBytes(document)).isEqualTo(bytes(after, charset));
    }

    private static String golden(String name) throws IOException {
        try (var in = RobustLinksScanTest.class.getResourceAsStream("/ibid/fix/robust/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private byte[] bytes(String text, String charset) {
        var spelled = text.replace("\\GONE", escaped(GONE))
                .replace("\\COPY", escaped(copy))
                .replace("GONE", GONE)
                .replace("COPY", copy);
        return spelled.replace("\n", "\r\n").getBytes(Charset.forName(charset));
    }

    private static String escaped(String address) {
        return address.replace("&", "&amp;");
    }

    @Test
    void ofAMendedDocumentNothingIsLeftToTell() throws IOException {
        Files.writeString(folder.resolve("a.bib"), "@misc{k,\n  url = {" + GONE + "},\n  note = {Read it}\n}\n");
        Files.writeString(folder.resolve("a.html"), "<p>See <a href=\"" + escaped(GONE) + "\">the seals</a>.\n");
        Files.writeString(folder.resolve("a.wiki"), "Seals.<ref>{{cite web|url=" + GONE + "|title=Seals}}</ref>\n");
        findings("--robust-links", "a.bib", "a.html", "a.wiki");
        assertThat(program.run("fix", "--unsafe", "--apply", REPORT).err()).isEqualTo("3 edits in 3 documents made.\n");
        assertThat(findings("a.bib", "a.html", "a.wiki")).isEmpty();
    }

    @Test
    void withoutTheOptionTheCopyStandsInThePlaceOfTheAddress() throws IOException {
        Files.writeString(folder.resolve("a.wiki"), "{{cite web|url=" + GONE + "}}\n");
        fix("--unsafe", "--apply", "a.wiki");
        assertThat(Files.readString(folder.resolve("a.wiki"))).isEqualTo("{{cite web|url=" + copy + "}}\n");
    }

    @Test
    void aReportSaysWhatIsToBeWrittenAndThatACopyIsCited() throws IOException {
        Files.write(folder.resolve("a.html"), ("é <a href='" + GONE + "'>x</a>\n").getBytes(ISO_8859_1));
        var broken = findings("a.html", "--robust-links").get(0);
        assertThat(broken.at("/rule").asText()).isEqualTo("broken-link");
        assertThat(broken.at("/fixes")).hasSize(1);
        assertThat(broken.at("/fixes/0/archived").asBoolean()).isTrue();
        assertThat(broken.at("/fixes/0/safe").asBoolean()).isFalse();
        assertThat(broken.at("/fixes/0/edits/0/byteOffset").asInt()).isEqualTo(11);
        assertThat(broken.at("/fixes/0/description").asText())
                .isEqualTo("Name the copy that localhost made on 2020-06-03 beside the address.");
        assertThat(program.run("fix", "--unsafe", "--apply", REPORT).err()).isEqualTo("1 edit in 1 document made.\n");
        assertThat(new String(Files.readAllBytes(folder.resolve("a.html")), ISO_8859_1))
                .isEqualTo("é <a href='" + escaped(copy) + "' data-originalurl='" + GONE + "' data-versionurl='"
                        + escaped(copy) + "' data-versiondate='2020-06-03'>x</a>\n");
    }

    @Test
    void theConfigurationFileCanAskForIt() throws IOException {
        Files.writeString(folder.resolve("ibid.toml"), "robust-links = true\n" + UNPACED);
        Files.writeString(folder.resolve("a.bib"), "@misc{k, url = {" + GONE + "}}\n");
        assertThat(fix("--unsafe", "a.bib").out()).contains("archiveurl = {" + copy + "}");
    }

    @Test
    void linksToLivingPagesNameACopyOnRequestAlone() throws IOException {
        var there = "http://www.coastanalyst.org/there";
        var copied = WEB.baseUrl() + "/web/20200603000000/" + there;
        WEB.stubFor(get(urlEqualTo("/there"))
                .willReturn(aResponse().withHeader("Content-Type", "text/html").withBody(PAGE)));
        archive.index().add(FakeCapture.page(there, "20200603000000", 200));
        archive.copy("20200603000000", there, 200, PAGE);
        Files.writeString(folder.resolve("a.wiki"), "{{cite web|url=" + there + "|title=Seals of the Estuary}}\n");
        assertThat(findings("--robust-links", "a.wiki")).isEmpty();
        assertThat(archive.asked()).isEmpty();
        var living = findings("--robust-living", "a.wiki").get(0);
        assertThat(living.at("/rule").asText()).isEqualTo("robust-link");
        assertThat(living.at("/severity").asText()).isEqualTo("note");
        assertThat(living.at("/fixes/0/safe").asBoolean()).isTrue();
        assertThat(program.run("fix", "--apply", REPORT).err()).startsWith("1 edit");
        assertThat(Files.readString(folder.resolve("a.wiki")))
                .isEqualTo("{{cite web|url=" + there + "|archive-url=" + copied
                        + "|archive-date=2020-06-03|url-status=live|title=Seals of the Estuary}}\n");
        assertThat(findings("--robust-living", "a.wiki")).isEmpty();
    }

    private Program.Ended fix(String... more) {
        return run("fix", more);
    }

    private List<JsonNode> findings(String... more) throws IOException {
        var ended = run("scan", more);
        assertThat(ended.exitCode()).as(ended.err()).isLessThan(2);
        var findings = new ArrayList<JsonNode>();
        new ObjectMapper()
                .readTree(folder.resolve(REPORT).toFile())
                .at("/findings")
                .forEach(findings::add);
        return findings;
    }

    private Program.Ended run(String command, String... more) {
        var arguments = new ArrayList<>(List.of(
                command,
                "--proxy",
                WEB.baseUrl(),
                "--wayback",
                WEB.baseUrl(),
                "--host-interval",
                "0ms",
                "--no-cache",
                "--no-recover"));
        arguments.addAll(List.of(more));
        return program.run(arguments.toArray(String[]::new));
    }
}
