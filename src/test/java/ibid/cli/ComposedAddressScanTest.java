package ibid.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A cut address of a page that nobody lists and nobody captured. One server is the proxy of the run, and so all hosts. */
class ComposedAddressScanTest {
    private static final String SITE = "http://www.coastanalyst.org";
    private static final String TITLE = "Harbour Seals Return to the Great Estuary in the North after Forty Years";
    private static final String FULL =
            SITE + "/2020/06/harbour-seals-return-to-the-great-estuary-in-the-north-after-forty-years.html";
    private static final String SIBLING = SITE + "/2019/11/grey-seals-leave-the-northern-banks.html";

    /** As XenForo shows it. */
    private static final String CUT = FULL.substring(0, 35) + "..." + FULL.substring(FULL.length() - 45);

    @RegisterExtension
    static final WireMockExtension WEB = WireMockExtension.newInstance()
            .options(options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        WEB.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
        page(SIBLING, "Grey Seals Leave the Northern Banks", "Ada Mar");
        Files.writeString(folder.resolve("post.txt"), """
                Of last year: %s

                %s
                Ada Mar
                June 3, 2020
                The seals are back, and nobody had hoped for it any more.
                Counts from the air tell of two hundred of them on the banks.
                %s
                """.formatted(SIBLING, TITLE, CUT));
    }

    private static void page(String url, String title, String author) {
        WEB.stubFor(get(urlEqualTo(url.substring(SITE.length())))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/html")
                        .withBody("<html><head><title>" + title + "</title><meta name=author content=\"" + author
                                + "\"><meta property=article:published_time content=2020-06-03></head><body><p>"
                                + "Counts from the air tell of two hundred of them on the banks. ".repeat(9))));
    }

    @Test
    void theSiteMakesItsAddressesOfDatesAndTitles() throws IOException {
        page(FULL, TITLE, "Ada Mar");
        var candidate = cut().at("/candidates/0");
        assertThat(candidate.at("/url").asText()).isEqualTo(FULL);
        assertThat(candidate.at("/certainty").asText()).isEqualTo("verified");
        assertThat(candidate.at("/evidence/0").asText())
                .isEqualTo("it was put together from the title and the pattern of " + SIBLING);
    }

    @Test
    void whatIsNotThereIsNotOffered() throws IOException {
        var cut = cut();
        assertThat(cut.at("/candidates")).isEmpty();
        assertThat(cut.at("/survey/sources").toString()).contains("addresses put together from the title");
        assertThat(asked(FULL)).isPositive();
    }

    @Test
    void whatRobotsForbidsIsNotAsked() throws IOException {
        page(FULL, TITLE, "Ada Mar");
        WEB.stubFor(
                get(urlEqualTo("/robots.txt")).willReturn(aResponse().withBody("User-agent: *\nDisallow: /2020/\n")));
        assertThat(cut().at("/candidates")).isEmpty();
        assertThat(asked(FULL)).isZero();
    }

    private static long asked(String url) {
        return WEB.getAllServeEvents().stream()
                .filter(event -> url.endsWith(event.getRequest().getUrl()))
                .count();
    }

    private JsonNode cut() throws IOException {
        var ended = new Program(folder)
                .run(
                        "scan",
                        "--proxy",
                        WEB.baseUrl(),
                        "--wayback",
                        WEB.baseUrl(),
                        "--no-cache",
                        "--retries",
                        "0",
                        "--host-interval",
                        "0ms",
                        "--no-archive",
                        "post.txt");
        assertThat(ended.exitCode()).as(ended.err()).isIn(0, 1);
        var report =
                new ObjectMapper().readTree(folder.resolve("reports/ibid.json").toFile());
        for (var target : report.at("/targets")) {
            if (target.has("survey")) {
                return target;
            }
        }
        throw new AssertionError(report.at("/targets").toPrettyString());
    }
}
