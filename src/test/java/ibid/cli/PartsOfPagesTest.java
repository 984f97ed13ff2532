package ibid.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of pages on loopback, in a first run and in one that remembers it. */
class PartsOfPagesTest {
    private final WireMockServer site =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        site.start();
        site.stubFor(
                get(anyUrl()).willReturn(okForContentType("text/html", "<title>T</title><h1 id=install>Install</h1>")));
    }

    @AfterEach
    void close() {
        site.stop();
    }

    private String scan(String... more) {
        var arguments = new String[more.length + 6];
        arguments[0] = "scan";
        arguments[1] = "--allow-private";
        arguments[2] = "--no-lookup";
        arguments[3] = "--no-progress";
        arguments[4] = "--format=text=-";
        arguments[5] = "--no-probes";
        System.arraycopy(more, 0, arguments, 6, more.length);
        return new Program(folder).run(arguments).out();
    }

    @Test
    void aPartThatIsMissingIsFoundAndRememberedWithoutAskingTwice() throws IOException {
        var page = site.baseUrl() + "/page";
        Files.writeString(
                folder.resolve("a.md"), "[1](P#install) [2](P#instal) [3](P#top) [4](P#/route)\n".replace("P", page));
        for (var run = 1; run <= 2; run++) {
            assertThat(scan())
                    .contains(
                            page + "#instal: The part \"instal\" is not in the page. It may be \"install\"", "1 error")
                    .contains("4 alive");
        }
        site.verify(1, getRequestedFor(urlEqualTo("/page")));
    }

    @Test
    void aLinkOutOfTheFilesIsAskedWhereTheyArePublished() throws IOException {
        Files.writeString(folder.resolve("a.md"), "[1](../other/x.html#install) [2](made.html) [3](gone.md)\n");
        assertThat(scan("--base-url=" + site.baseUrl() + "/book/"))
                .contains("2 alive", "gone.md: The file does not exist");
        site.verify(1, getRequestedFor(urlEqualTo("/other/x.html")));
        site.verify(1, getRequestedFor(urlEqualTo("/book/made.html")));
    }
}
