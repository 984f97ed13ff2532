package ibid.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveCommandTest {
    private final WireMockServer site =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        site.start();
        site.stubFor(get(urlEqualTo("/good")).willReturn(okForContentType("text/html", "<title>Good</title>A page.")));
        site.stubFor(
                get(urlEqualTo("/old")).willReturn(aResponse().withStatus(301).withHeader("Location", "/good")));
        Files.writeString(folder.resolve("a.md"), "[old](BASE/old)\n".replace("BASE", base()));
    }

    @AfterEach
    void close() {
        site.stop();
    }

    private String base() {
        return "http://127.0.0.1:" + site.port();
    }

    private Program.Ended archive(String... more) {
        var arguments = new ArrayList<>(List.of("archive"));
        arguments.addAll(List.of(more));
        return new Program(folder).run(arguments.toArray(String[]::new));
    }

    private Program.Ended capture(String... what) {
        var arguments = new ArrayList<>(List.of("--allow-private", "--host-interval", "0ms"));
        arguments.addAll(List.of(what));
        return archive(arguments.toArray(String[]::new));
    }

    @Test
    void keepsWhatDocumentsAndArgumentsCite() {
        var ended = capture("a.md", base() + "/good", base() + "/none");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().lines())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).matches("archived\t2.*Z\t" + base() + "/old"),
                        line -> assertThat(line).matches("archived\t2.*Z\t" + base() + "/good"),
                        line -> assertThat(line).isEqualTo("not archived\tnot-found\t" + base() + "/none"));
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(folder.resolve("reports/ibid.json")).doesNotExist();

        var listed = archive("list");
        assertThat(listed.exitCode()).isZero();
        assertThat(listed.out().lines())
                .extracting(line -> line.replaceFirst("^[^\t]*\t", ""))
                .contains("200\ttext/html\t" + base() + "/good", "301\tunk\t" + base() + "/old");
    }

    @ParameterizedTest
    @CsvSource({
        "200, 'User-agent: *\nDisallow: /good', refused, archived",
        "200, 'User-agent: ibid\nDisallow: /', refused, refused",
        "200, 'User-agent: *\nDisallow: /old', archived, archived",
        "404, -, archived, archived",
        "503, -, refused, refused",
    })
    void whatRobotsRefusesIsNotKept(int status, String rules, String good, String other) throws IOException {
        site.stubFor(get(urlEqualTo("/other")).willReturn(okForContentType("text/html", "Another page.")));
        site.stubFor(get(urlEqualTo("/robots.txt"))
                .willReturn(aResponse().withStatus(status).withBody(rules)));

        var ended = capture("--retries", "0", "a.md", base() + "/good", base() + "/other");

        var words = ended.out()
                .lines()
                .collect(Collectors.toMap(line -> line.replaceFirst(".*/", ""), line -> line.replaceFirst("\t.*", "")));
        assertThat(words).containsOnly(entry("good", good), entry("old", good), entry("other", other));
        var refused = words.values().stream().filter("refused"::equals).count();
        assertThat(ended.exitCode()).isEqualTo(refused > 0 ? 1 : 0);
        if (refused > 0) {
            assertThat(ended.err()).contains("Not kept for the robots.txt of their hosts: " + refused + ".");
            assertThat(ended.out()).contains("refused\trobots\t" + base() + "/good");
        }
        var archived = refused == 3 ? "" : archive("list").out();
        assertThat(archived.contains("/good")).isEqualTo(good.equals("archived"));
        assertThat(archived.contains("/other")).isEqualTo(other.equals("archived"));
        site.verify(1, getRequestedFor(urlEqualTo("/robots.txt")));
    }

    @Test
    void exportsTheSameBytesEachTimeAndVerifiesThem() throws IOException {
        assertThat(capture("a.md").exitCode()).isZero();

        var ended = archive("export", "one.wacz");
        assertThat(ended.err()).startsWith("Wrote 2 captures, 1 of them pages, to one.wacz (");
        assertThat(ended.exitCode()).isZero();
        archive("export", "two.wacz");
        assertThat(folder.resolve("one.wacz")).hasSameBinaryContentAs(folder.resolve("two.wacz"));

        var verified = archive("verify", "one.wacz", "reports/archive");
        assertThat(verified.out().lines())
                .containsExactly(
                        "one.wacz: all is well with 7 records and 2 captures in the index",
                        "reports/archive: all is well with 7 records and 2 captures in the index");
        assertThat(verified.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theFolderOfTheCopiesIsNamedBeforeOrBehindWhatIsDoneWithThem(boolean before) {
        assertThat(capture("--archive-dir", "kept", "a.md").exitCode()).isZero();
        for (var what : List.of(List.of("list"), List.of("export", "one.wacz"), List.of("verify"))) {
            var arguments = new ArrayList<>(what);
            arguments.addAll(before ? 0 : arguments.size(), List.of("--archive-dir", "kept"));
            var ended = archive(arguments.toArray(String[]::new));
            assertThat(ended.exitCode()).as(arguments + ended.err()).isZero();
            assertThat(ended.out() + ended.err()).containsAnyOf(base(), "Wrote 2 captures", "kept: all is well");
        }
    }

    @Test
    void theFolderOfTheCopiesIsThatOfTheConfiguration() throws IOException {
        Files.writeString(folder.resolve("ibid.toml"), "archive-dir = \"kept\"\n");
        assertThat(capture("a.md").exitCode()).isZero();
        assertThat(archive("list").out()).contains(base() + "/good");
        assertThat(folder.resolve("reports")).doesNotExist();
    }

    @Test
    void saysWhatIsWrongWithADamagedFile() throws IOException {
        capture("a.md");
        archive("export", "one.wacz");
        var bytes = Files.readAllBytes(folder.resolve("one.wacz"));
        // Behind the name of the first WARC file, in its content: not in what makes the package a ZIP file.
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf(".warc.gz") + 300] ^= 1;
        Files.write(folder.resolve("one.wacz"), bytes);

        var verified = archive("verify", "one.wacz");
        assertThat(verified.exitCode()).isEqualTo(1);
        assertThat(verified.out()).contains("has another hash than the package says");
    }

    @Test
    void aMistakeIsOneSentenceAndExitTwo() {
        for (var ended : List.of(
                archive("list"),
                archive("export", "a.wacz"),
                archive("verify", "none.wacz"),
                capture("--offline", base() + "/good"),
                capture("none.md"))) {
            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err()).doesNotContain("Exception").isNotBlank();
            assertThat(ended.out()).isEmpty();
        }
        capture("a.md");
        assertThat(archive("export", "a.zip").err()).contains("must end in .wacz");
    }
}
