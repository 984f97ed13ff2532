package ibid.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ResolveCommandTest {
    private static final String CUT =
            "https://www.example.org/journal/fie...-return-to-the-estuary-after-forty-years.html";

    @RegisterExtension
    static final WireMockExtension SITE = WireMockExtension.newInstance()
            .options(options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @TempDir
    private Path folder;

    private Program.Ended resolve(String... arguments) {
        var all = new String[arguments.length + 4];
        all[0] = "resolve";
        all[1] = "--allow-private";
        all[2] = "--no-lookup";
        all[3] = "--no-cache";
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return new Program(folder).run(all);
    }

    @Test
    void everyHopIsToldAndWhereItEnds() {
        SITE.stubFor(get("/old").willReturn(aResponse().withStatus(301).withHeader("Location", "/new")));
        SITE.stubFor(get("/new").willReturn(aResponse().withBody("<title>New</title>")));
        var ended = resolve(SITE.url("/old"), SITE.url("/gone"));
        assertThat(ended.out())
                .containsSubsequence(
                        SITE.url("/old"),
                        SITE.url("/old") + " answered 301, to " + SITE.url("/new"),
                        SITE.url("/new") + " answered 200",
                        "MOVED, permanent-redirect: ",
                        "[moved-link]",
                        "\n\n" + SITE.url("/gone"),
                        "BROKEN, not-found: ",
                        "error [broken-link]");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(folder).as("nothing is written").isEmptyDirectory();
    }

    @Test
    void whatIsKnownOfACutAddressIsTold() {
        var ended = resolve("--offline", "--title", "Harbour seals", CUT);
        assertThat(ended.out())
                .contains(
                        "begins with \"https://www.example.org/journal/fie\"",
                        "as xenforo cuts",
                        "UNVERIFIED, truncated");
        assertThat(ended.exitCode()).isEqualTo(1);
    }

    @Test
    void aPageAtAPartOfACutNumberIsNotTakenForTheOneThatIsMeant() {
        SITE.stubFor(get("/item/48").willReturn(aResponse().withBody("<title>Item 48</title>")));
        var ended = resolve(SITE.url("/item/48") + "…");
        assertThat(ended.out())
                .contains(
                        SITE.url("/item/48") + " answered 200",
                        "UNVERIFIED, truncated: The address may have been cut",
                        "without it a page is at " + SITE.url("/item/48") + ", which need not be the one that is meant",
                        "warning [truncated-url]");
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void aPageThatSaysThatItIsNotThereIsNoTitleThatEndsInDots() {
        SITE.stubFor(get("/what-is-this").willReturn(aResponse().withStatus(404)));
        SITE.stubFor(get("/what-is-this...")
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/html")
                        .withBody("<title>404 Page not found</title><h1>Page not found</h1>")));
        assertThat(resolve(SITE.url("/what-is-this...")).out())
                .contains("the address was cut at \"...\": there is nothing without it, and nothing with it");
    }

    @Test
    void thePlatformThatCutsIsNamedInTheSingular() {
        assertThat(resolve("--offline", "https://www.example.org/a-page-about-...")
                        .out())
                .contains(" was cut the way YouTube shows long addresses; ");
    }

    @Test
    void filesAndIdentifiersAreCitationsToo() throws IOException {
        Files.writeString(folder.resolve("a file.md"), "# x\n");
        assertThat(resolve("--offline", "a file.md").out()).contains("ALIVE, ok");
        assertThat(resolve("--offline", "missing.md").out()).contains("BROKEN, missing-file");
        assertThat(resolve("--offline", "isbn 978-3-16-148410-1").out()).contains("[invalid-identifier]");
    }

    @Test
    void theDigitsOfAnIdentifierAreNoFileWhereThereIsNoneOfThatName() throws IOException {
        assertThat(resolve("--offline", "0028-0837").out()).contains("ISSN 0028-0837", "[invalid-identifier]");
        assertThat(resolve("--offline", "978-3-16-148410-0").out()).contains("its check digit is right");
        assertThat(resolve("--offline", "issn = {12},").out()).contains("ISSN 12", "[invalid-identifier]");
        assertThat(resolve("--offline", "10.1038").out()).contains("doi:10.1038", "[invalid-identifier]");
        Files.writeString(folder.resolve("0028-0837"), "x\n");
        assertThat(resolve("--offline", "0028-0837").out()).contains("ALIVE, ok");
    }

    @Test
    void aPageWithoutThePartThatIsCitedIsNotAllThatIsCited() throws IOException {
        Files.writeString(folder.resolve("guide.md"), "# Guide\n\n## Install\n");
        for (var missing : List.of("guide.md#instal", "guide.md#Install")) {
            assertThat(resolve("--offline", missing).out())
                    .contains(
                            "ALIVE, ok: The page is there, but not the part of it that is cited. Cite the page, or a part")
                    .contains("[missing-anchor]")
                    .doesNotContain("Nothing to do.");
        }
        assertThat(resolve("--offline", "guide.md#install").out())
                .contains("ALIVE, ok: What is cited is there. Nothing to do.");
    }

    @Test
    void jsonIsAReportAsOfAScan() throws IOException {
        var ended = resolve("--offline", "--title", "Harbour seals", "--author", "A. Mar", "--format", "json", CUT);
        var report = new ObjectMapper().readTree(ended.out());
        assertThat(report.at("/targets/0/kind").asText()).isEqualTo("TRUNCATED_URL");
        assertThat(report.at("/citations/0/context/title").asText()).isEqualTo("Harbour seals");
        assertThat(report.at("/citations/0/context/author").asText()).isEqualTo("A. Mar");
    }

    @Test
    void aMistakeIsOneSentence() {
        for (var wrong : new String[] {"", " \t"}) {
            var ended = resolve(wrong);
            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err()).startsWith("ibid: ").hasLineCount(1);
        }
    }
}
