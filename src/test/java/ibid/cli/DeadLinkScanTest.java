package ibid.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A page that is gone, and what archives and its site know of where it went. One server is the proxy, and so all hosts. */
class DeadLinkScanTest {
    private static final String GONE = "http://www.coastanalyst.org/item/13619-harbour-seals.html";
    private static final String NOW = "http://www.coastanalyst.org/archive/2020/harbour-seals-return";
    private static final String TITLE = "Harbour Seals Return to the Estuary after Forty Years";

    @RegisterExtension
    static final WireMockExtension WEB = WireMockExtension.newInstance()
            .options(options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final FakeArchive archive = new FakeArchive(new FakeIndex(Kind.WAYBACK), InstantSource.system());
    private final FakeArchiveServer server = new FakeArchiveServer(archive);

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        WEB.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
        WEB.stubFor(
                any(urlPathMatching("/(?:cdx|web)/.*")).willReturn(aResponse().proxiedFrom(server.address())));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aCapturedRedirectLeadsToThePageThatHasTheOldTitle() throws IOException {
        archived("20200610000000");
        archive.redirect("20210301000000", GONE, 301, NOW);
        archive.redirect("20220301000000", GONE, 302, "http://www.coastanalyst.org/");
        page("/archive/2020/harbour-seals-return", TITLE + " | The New Analyst");
        page("/", "The New Analyst");
        assertThat(candidates("See " + GONE + " for more.\n")).singleElement().satisfies(candidate -> {
            assertThat(candidate.at("/url").asText()).isEqualTo(NOW);
            assertThat(candidate.at("/certainty").asText()).isEqualTo("probable");
            assertThat(candidate.at("/evidence/0").asText())
                    .isEqualTo(GONE + " led to it when it was captured on 2021-03-01");
            assertThat(candidate.at("/evidence/1").asText())
                    .startsWith("a page is there and has the title that the archived copy of the old page has: ");
        });
    }

    @Test
    void aPageThatMovedTwiceIsFollowed() throws IOException {
        var between = "http://www.coastanalyst.org/node/13619";
        archive.redirect("20180301000000", GONE, 301, between);
        archive.redirect("20210301000000", between, 301, NOW);
        page("/archive/2020/harbour-seals-return", TITLE);
        assertThat(candidates("[" + TITLE + "](" + GONE + ")\n"))
                .singleElement()
                .satisfies(candidate -> {
                    assertThat(candidate.at("/url").asText()).isEqualTo(NOW);
                    assertThat(candidate.at("/evidence/0").asText())
                            .contains("captured on 2018-03-01, and " + between
                                    + " led to it when it was captured on 2021");
                    assertThat(candidate.at("/evidence/1").asText()).contains("has the cited title");
                });
    }

    @Test
    void whatIsGoneThereTooOrIsAnotherPageIsNotGivenForLikely() throws IOException {
        archived("20200610000000");
        archive.redirect("20210301000000", GONE, 301, NOW);
        assertThat(candidates("See " + GONE + " for more.\n")).isEmpty();
        assertThat(new ObjectMapper()
                        .readTree(folder.resolve("reports/ibid.json").toFile())
                        .at("/targets/0/survey/nearest/0/why")
                        .asText())
                .isEqualTo(GONE + " led to it when it was captured on 2021-03-01; asked now, it is not-found");
        page("/archive/2020/harbour-seals-return", "Buy cheap watches");
        assertThat(candidates("See " + GONE + " for more.\n")).singleElement().satisfies(candidate -> {
            assertThat(candidate.at("/certainty").asText()).isEqualTo("possible");
            assertThat(candidate.at("/evidence/1").asText()).contains("another title");
        });
    }

    @Test
    void siblingsWhoseRedirectsWereCapturedShowTheWay() throws IOException {
        for (var sibling : List.of("1-grey-seals.html", "2-ringed-seals.html")) {
            archive.redirect(
                    "20210301000000",
                    "http://www.coastanalyst.org/item/" + sibling,
                    301,
                    "http://www.coastanalyst.org/archive/" + sibling);
        }
        page("/archive/13619-harbour-seals.html", TITLE);
        assertThat(candidates("[" + TITLE + "](" + GONE + ")\n"))
                .singleElement()
                .satisfies(candidate -> {
                    assertThat(candidate.at("/url").asText())
                            .isEqualTo("http://www.coastanalyst.org/archive/13619-harbour-seals.html");
                    assertThat(candidate.at("/evidence/0").asText()).contains("2 siblings that moved");
                });
    }

    @Test
    void theSitemapIsSearchedForTheTitle() throws IOException {
        archived("20200610000000");
        WEB.stubFor(get(urlEqualTo("/sitemap.xml")).willReturn(aResponse().withBody("""
                <urlset><url><loc>http://www.coastanalyst.org/archive/harbour-seals-of-the-north</loc></url>
                <url><loc>http://www.coastanalyst.org/n/harbour-seals-return-estuary-after-forty-years</loc></url>
                <url><loc>http://www.coastanalyst.org/about</loc></url></urlset>
                """)));
        page("/archive/harbour-seals-of-the-north", "Harbour Seals of the North");
        page("/n/harbour-seals-return-estuary-after-forty-years", TITLE);
        assertThat(candidates("See " + GONE + " for more.\n")).singleElement().satisfies(candidate -> {
            assertThat(candidate.at("/url").asText()).endsWith("/n/harbour-seals-return-estuary-after-forty-years");
            assertThat(candidate.at("/certainty").asText()).isEqualTo("probable");
            assertThat(candidate.at("/evidence/0").asText())
                    .isEqualTo("the site names it in http://www.coastanalyst.org/sitemap.xml");
        });
        assertThat(WEB.findAll(getRequestedFor(urlEqualTo("/about")))).isEmpty();
    }

    @Test
    void whoForbidsLookupsIsObeyed() throws IOException {
        archive.redirect("20210301000000", GONE, 301, NOW);
        page("/archive/2020/harbour-seals-return", TITLE);
        for (var option : List.of("--no-lookup", "--no-recover")) {
            assertThat(candidates("[" + TITLE + "](" + GONE + ")\n", option)).isEmpty();
        }
        assertThat(archive.asked()).allMatch(asked -> !asked.path().startsWith("/web/"));
    }

    private void archived(String timestamp) {
        archive.index().add(FakeCapture.page(GONE, timestamp, 200));
        archive.copy(timestamp, GONE, 200, html(TITLE + " - The Analyst"));
    }

    private static void page(String path, String title) {
        WEB.stubFor(get(urlEqualTo(path))
                .willReturn(aResponse().withHeader("Content-Type", "text/html").withBody(html(title))));
    }

    private static String html(String title) {
        return "<html><head><title>" + title + "</title></head><body><p>Text of the page, long enough to be one."
                + "</p></body></html>";
    }

    /** The candidates of the first target. */
    private List<JsonNode> candidates(String document, String... more) throws IOException {
        Files.writeString(folder.resolve("post.md"), document);
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
        arguments.add("post.md");
        var ended = new Program(folder).run(arguments.toArray(String[]::new));
        assertThat(ended.exitCode()).as(ended.err()).isLessThan(2);
        var target = new ObjectMapper()
                .readTree(folder.resolve("reports/ibid.json").toFile())
                .at("/targets/0");
        assertThat(target.at("/outcome/verdict").asText()).isEqualTo("BROKEN");
        var candidates = new ArrayList<JsonNode>();
        target.at("/candidates").forEach(candidates::add);
        return candidates;
    }
}
