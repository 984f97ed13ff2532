package ibid.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import ibid.archive.fake.FakeArchive;
import ibid.archive.fake.FakeArchiveServer;
import ibid.archive.fake.FakeCapture;
import ibid.archive.fake.FakeIndex;
import ibid.archive.fake.FakeIndex.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A document in the founding shape, twice pasted and ending in a cut address, with an archive and a site that hold the page among
 * two hundred others that look like it. One server is the proxy of the run, and so all hosts that it asks.
 */
class RecoveryScanTest {
    private static final Path FOUNDING =
            Path.of("../shared/corpus/founding/forum-post.txt").toAbsolutePath().normalize();

    private static final Post SEALS = new Post(
            "http://www.coastanalyst.org/publica",
            "tions/",
            "harbour-seals",
            "-return-to-the-estuary-after-forty-years.html",
            "Harbour Seals Return to the Estuary after Forty Years",
            "Ada Mar");

    private static final Post GROUPS = new Post(
            "http://www.cacianalyst.org/publicat",
            "ions/",
            "jihadi-g",
            "roups-and-the-us-taliban-peace-agreement.html",
            "Central Asian Salafi-Jihadi Groups and the US-Taliban Peace Agreement",
            "Uran Botobekov");

    @RegisterExtension
    static final WireMockExtension WEB = WireMockExtension.newInstance()
            .options(options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final FakeIndex index = new FakeIndex(Kind.WAYBACK);
    private final FakeArchive archive = new FakeArchive(index, InstantSource.system());
    private final FakeArchiveServer server = new FakeArchiveServer(archive);

    @TempDir
    private Path folder;

    /** @param next what follows the head, up to the folder; {@code before} what stands before the tail, in its word */
    private record Post(String head, String next, String before, String tail, String title, String author) {

        /** The address with so many hidden characters. */
        String full(int hidden) {
            var filler = "analytical-articles/item/13619/"
                    .repeat(12)
                    .substring(0, hidden - next.length() - before.length() - 1);
            return head + next + filler.replaceFirst("/$", "9") + "-" + before + tail;
        }

        String document() {
            var passage = author + "\nJune 3, 2020\nThe seals are back, and nobody had hoped for it any more.\n"
                    + "Counts from the air tell of two hundred of them on the banks.\n" + head + "..." + tail;
            return title + "\n" + passage + "\n" + passage;
        }
    }

    @BeforeEach
    void open() throws IOException {
        // The public archive may be asked 24 times a minute; this one as fast as it can.
        Files.writeString(folder.resolve("ibid.toml"), "[hosts.localhost]\ninterval = '0s'\n");
        WEB.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
        WEB.stubFor(
                any(urlPathMatching("/(?:cdx|web)/.*")).willReturn(aResponse().proxiedFrom(server.address())));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 62, 300})
    void theTruePageIsRecoveredAmongTwoHundredNearMisses(int hidden) throws IOException {
        var full = page(SEALS, hidden);
        nearMisses(SEALS, hidden);
        Files.writeString(folder.resolve("post.txt"), SEALS.document());
        assertVerified(full, scan());
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 62, 300})
    void whereItIsMissingNothingIsCertain(int hidden) throws IOException {
        nearMisses(SEALS, hidden);
        Files.writeString(folder.resolve("post.txt"), SEALS.document());
        assertUncertain(scan());
    }

    @Test
    void whereTheSiteIsGoneTheCopyIsRead() throws IOException {
        var full = SEALS.full(62);
        index.add(FakeCapture.page(full, "20200610000000", 200));
        archive.copy("20200610000000", full, 200, html(SEALS.title(), SEALS.author()));
        Files.writeString(folder.resolve("post.txt"), SEALS.document());
        var report = scan();
        assertThat(report.at("/citations/0/truncation/recovery").asText())
                .as(report.at("/targets").toPrettyString())
                .isEqualTo("verified");
        assertThat(report.at("/targets/0/candidates/0/evidence").toString())
                .contains("the copy of 2020-06-10 has the cited title");
        assertThat(report.at("/targets/0/candidates/0/outcome/reason").asText()).isEqualTo("not-found");
    }

    @Test
    void theSiteIsAskedWhatItNamesItself() throws IOException {
        var full = SEALS.full(62);
        serveUnarchived(full, SEALS.title(), SEALS.author());
        text(
                "/robots.txt",
                "User-agent: *\nDisallow: /publications/\nSitemap: http://www.coastanalyst.org/maps/index.xml\n");
        text(
                "/maps/index.xml",
                "<sitemapindex><sitemap><loc>http://www.coastanalyst.org/maps/publications.xml</loc></sitemap></sitemapindex>");
        text("/maps/publications.xml", "<urlset><url><loc>" + full + "</loc></url></urlset>");
        Files.writeString(folder.resolve("post.txt"), SEALS.document());
        var candidate = target(scan()).at("/candidates/0");
        assertThat(candidate.at("/url").asText()).isEqualTo(full);
        assertThat(candidate.at("/certainty").asText()).isEqualTo("verified");
        assertThat(candidate.at("/evidence/0").asText())
                .isEqualTo("the site names it in http://www.coastanalyst.org/maps/publications.xml");
    }

    @Test
    void aSearchServiceOfTheUsersIsAskedForTheTitle() throws IOException {
        var full = SEALS.full(62);
        serveUnarchived(full, SEALS.title(), SEALS.author());
        WEB.stubFor(get(urlPathMatching("/find/search"))
                .withQueryParam("q", equalTo("\"" + SEALS.title() + "\" site:www.coastanalyst.org"))
                .withQueryParam("format", equalTo("json"))
                .willReturn(aResponse()
                        .withBody("{\"results\":[{\"url\":\"http://e.org/\"},{\"url\":\"" + full + "\"}]}")));
        Files.writeString(folder.resolve("post.txt"), SEALS.document());
        var candidate = target(scan("--search", WEB.baseUrl() + "/find")).at("/candidates/0");
        assertThat(candidate.at("/url").asText()).isEqualTo(full);
        assertThat(candidate.at("/certainty").asText()).isEqualTo("verified");
    }

    @Test
    void whereTwoSiblingsMovedAThirdThatIsGoneIsLookedForBesideThem() throws IOException {
        for (var page : List.of("one", "two", "three")) {
            text("/manual/" + page + ".html", "<title>Chapter " + page + "</title>");
            if (!page.equals("three")) {
                WEB.stubFor(any(urlEqualTo("/docs/" + page + ".html"))
                        .willReturn(aResponse().withStatus(301).withHeader("Location", "/manual/" + page + ".html")));
            }
        }
        Files.writeString(folder.resolve("post.txt"), """
            See http://www.coastanalyst.org/docs/one.html and http://www.coastanalyst.org/docs/two.html
            and http://www.coastanalyst.org/docs/three.html for more.
            """);
        var gone = scan().at("/targets/2");
        assertThat(gone.at("/outcome/verdict").asText()).isEqualTo("BROKEN");
        assertThat(gone.at("/candidates/0/url").asText()).isEqualTo("http://www.coastanalyst.org/manual/three.html");
        assertThat(gone.at("/candidates/0/certainty").asText()).isNotIn("exact", "verified");
        assertThat(gone.at("/candidates/0/evidence/0").asText())
                .contains("2 siblings that moved from http://www.coastanalyst.org/docs/");
    }

    private static void text(String path, String text) {
        WEB.stubFor(get(urlEqualTo(path)).willReturn(aResponse().withBody(text)));
    }

    @Test
    void whoForbidsLookupsIsObeyed() throws IOException {
        page(SEALS, 62);
        Files.writeString(folder.resolve("post.txt"), SEALS.document());
        for (var option : List.of("--no-lookup", "--offline", "--no-recover")) {
            assertThat(scan(option).at("/citations/0/truncation/recovery").asText())
                    .isEqualTo("unresolved");
        }
        assertThat(archive.asked()).isEmpty();
        assertThat(WEB.getAllServeEvents()).isEmpty();
    }

    @Test
    void whatWasFoundIsFoundAgainWithoutAskingAnybody() throws IOException {
        var full = page(SEALS, 62);
        nearMisses(SEALS, 62);
        Files.writeString(folder.resolve("post.txt"), SEALS.document());
        var first = target(scan("--cache"));
        assertThat(first.at("/candidates/0/url").asText()).isEqualTo(full);
        WEB.resetRequests();
        var again = target(scan("--cache", "--offline"));
        assertThat(again.at("/candidates")).isEqualTo(first.at("/candidates"));
        assertThat(again.at("/survey/notes/0").asText()).contains("kept by an earlier run");
        assertThat(WEB.getAllServeEvents()).isEmpty();
        assertThat(target(scan("--offline")).at("/candidates"))
                .as("whoever keeps nothing")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 62, 300})
    void theFoundingDocumentIsMended(int hidden) throws IOException {
        assumeTrue(Files.exists(FOUNDING), "the corpus is not beside the project");
        Files.copy(FOUNDING, folder.resolve("post.txt"));
        nearMisses(GROUPS, hidden);
        assertUncertain(scan());
        assertVerified(page(GROUPS, hidden), scan());
    }

    private void assertVerified(String full, JsonNode report) {
        var cut = target(report);
        assertThat(cut.at("/candidates/0/url").asText())
                .as(cut.toPrettyString())
                .isEqualTo(full);
        assertThat(cut.at("/candidates/0/certainty").asText())
                .as(cut.toPrettyString())
                .isEqualTo("verified");
        assertThat(cut.at("/candidates/0/evidence").toString())
                .contains("has the cited title", "names the cited author", "has the cited date: 2020-06-03");
        var finding = finding(report);
        assertThat(finding.at("/severity").asText()).isEqualTo("warning");
        assertThat(finding.at("/fixes/0/safe").asBoolean()).isTrue();
        assertThat(finding.at("/fixes/0/edits").findValuesAsText("replacement")).containsExactly(full, full);
        assertThat(report.at("/citations").findValuesAsText("recovery"))
                .containsOnly("verified")
                .hasSize(2);
    }

    private static void assertUncertain(JsonNode report) {
        var cut = target(report);
        assertThat(cut.at("/candidates").findValuesAsText("certainty"))
                .as(cut.toPrettyString())
                .isNotEmpty()
                .doesNotContain("exact", "verified");
        assertThat(finding(report).at("/severity").asText()).isEqualTo("error");
        finding(report)
                .at("/fixes")
                .forEach(fix -> assertThat(fix.at("/safe").asBoolean()).isFalse());
    }

    private static JsonNode target(JsonNode report) {
        for (var target : report.at("/targets")) {
            if (target.at("/kind").asText().equals("TRUNCATED_URL")) {
                return target;
            }
        }
        throw new AssertionError("no cut address in " + report.toPrettyString());
    }

    private static JsonNode finding(JsonNode report) {
        for (var finding : report.at("/findings")) {
            if (finding.at("/rule").asText().equals("truncated-url")) {
                return finding;
            }
        }
        throw new AssertionError("no finding in " + report.toPrettyString());
    }

    private JsonNode scan(String... more) throws IOException {
        var arguments = new ArrayList<>(List.of(
                "scan",
                "--proxy",
                WEB.baseUrl(),
                "--wayback",
                WEB.baseUrl(),
                "--host-interval",
                "0ms",
                "--no-archive"));
        var options = List.of(more);
        if (!options.contains("--cache")) {
            arguments.add("--no-cache");
        }
        options.stream().filter(option -> !option.equals("--cache")).forEach(arguments::add);
        arguments.add("post.txt");
        var ended = new Program(folder).run(arguments.toArray(String[]::new));
        assertThat(ended.exitCode()).as(ended.err()).isLessThan(2);
        return new ObjectMapper().readTree(folder.resolve("reports/ibid.json").toFile());
    }

    /** Adds the page that is meant. */
    private String page(Post post, int hidden) {
        var full = post.full(hidden);
        serve(full, post.title() + " - The Analyst", post.author());
        return full;
    }

    /** Two hundred pages of the same host: same folder, same words, to print, as feeds. */
    private void nearMisses(Post post, int hidden) {
        var words = List.of("grey", "common", "northern", "old", "lost", "young", "many", "few", "new", "last");
        for (var i = 0; i < 50; i++) {
            var word = words.get(i % words.size());
            var letter = post.before().substring(post.before().length() - 1);
            serve(
                    post.head() + post.next() + (20_000 + i) + "-" + word + "-of-our-" + letter + post.tail(),
                    post.title().replaceFirst("\\S+", word.toUpperCase(Locale.ROOT)),
                    post.author());
            serve(
                    post.head() + post.next() + (30_000 + i) + "-" + post.before() + "ongs.html",
                    "Songs of the coast " + i,
                    "A. N. Other");
        }
        for (var i = 0; i < 5; i++) {
            serve(
                    post.head() + post.next() + "print/" + i + "/"
                            + post.full(hidden).substring(post.head().length()),
                    post.title(),
                    post.author());
        }
        for (var i = 0; i < 48; i++) {
            serve(post.full(hidden) + "?tmpl=component&print=" + i, post.title(), post.author());
            serve(
                    post.full(hidden).replace(".html", "-" + i + ".html") + "?format=feed&type=rss",
                    post.title(),
                    post.author());
        }
    }

    private void serve(String url, String title, String author) {
        index.add(FakeCapture.page(url, "20200605000000", 200));
        serveUnarchived(url, title, author);
    }

    private static void serveUnarchived(String url, String title, String author) {
        var uri = URI.create(url);
        WEB.stubFor(get(urlEqualTo(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/html; charset=utf-8")
                        .withBody(html(title, author))));
    }

    private static String html(String title, String author) {
        return "<html><head><title>" + title + "</title><meta name=author content='" + author
                + "'><meta property='article:published_time' content='2020-06-03T08:00:00Z'></head><body><p>Text of"
                + " the page, long enough to be one.</p></body></html>";
    }
}
