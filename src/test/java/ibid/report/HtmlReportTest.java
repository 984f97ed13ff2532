package ibid.report;

import static ibid.report.Golden.written;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.finding.Report;
import ibid.finding.RuleId;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportTest {

    static Stream<Report> reports() {
        return Stream.of(
                Reports.founding(),
                Reports.recovered(),
                Reports.empty(),
                Reports.incomplete(),
                Mixed.report(),
                Reports.large(250),
                Everything.report());
    }

    private static String html(Report report) {
        return new String(written(new HtmlReport(), report), UTF_8);
    }

    private static Document page(Report report) {
        return Jsoup.parse(html(report));
    }

    private static Element finding(Document page, RuleId rule) {
        return page.select("article.finding").stream()
                .filter(f -> f.select(".rule").text().equals(rule.label()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void looksAsTheGoldenFilesShow() throws IOException {
        Golden.matches("founding.html", written(new HtmlReport(), Reports.founding()));
        Golden.matches("recovered.html", written(new HtmlReport(), Reports.recovered()));
    }

    @Test
    void saysAtAGlanceWhatIsWrongAndWhatToDoFirst() {
        var page = page(Reports.founding());

        assertThat(page.select("h1").text()).isEqualTo("1 problem to mend, 2 things to look at");
        assertThat(page.select(".lead").text())
                .isEqualTo("Ibid read 1 document and found 4 citations of 2 different targets.");
        assertThat(page.select("svg.bar").attr("aria-label")).isEqualTo("Could not tell: 1, Not checked: 1");
        assertThat(page.select(".steps li").eachText().get(0))
                .startsWith("Complete 1 cut address")
                .contains("forum-post.txt:31:1");
        assertThat(page.select(".banner").text()).contains("This run was offline");
    }

    @Test
    void tellsWhatACutAddressIs() {
        var finding = finding(page(Reports.founding()), RuleId.TRUNCATED_URL);

        assertThat(finding.select(".badge").text()).isEqualTo("Error");
        assertThat(finding.select(".place").text()).isEqualTo("forum-post.txt:31:1");
        assertThat(finding.select(".cut .kept").eachText())
                .containsExactly(Reports.FULL.substring(0, 35), Reports.FULL.substring(Reports.FULL.length() - 45));
        assertThat(finding.select(".cut .scissors").text()).isEqualTo("...");
        assertThat(finding.select("figcaption").text())
                .isEqualTo("XenForo forums show long addresses this way: first 35 and last 45 characters. The full"
                        + " address has at least 101 characters, so at least 21 are missing in the middle.");
        assertThat(finding.text())
                .contains("“The Quiet Return of Coastal Sail Freight”, Marta Lindqvist, 12 June 2021")
                .contains("forum-post.txt:51:1")
                .contains("copy the address of the link itself");
    }

    @Test
    void showsTheFullAddressWithTheLostPartAndTheEdit() {
        var finding = finding(page(Reports.recovered()), RuleId.TRUNCATED_URL);

        assertThat(finding.select(".candidates .found").text())
                .isEqualTo(Reports.FULL.substring(35, Reports.FULL.length() - 45));
        assertThat(finding.select(".candidates a").attr("href")).isEqualTo(Reports.FULL);
        assertThat(finding.select(".candidates a").attr("rel")).isEqualTo("noreferrer noopener nofollow");
        assertThat(finding.select(".diff .old").text()).contains("...");
        assertThat(finding.select(".diff .new").text()).isEqualTo(Reports.FULL);
        assertThat(finding.select(".fix .word").text()).isEqualTo("safe to apply");
    }

    @Test
    void showsTheCopiesOfAPassageSideBySide() {
        var finding = finding(page(Reports.founding()), RuleId.DUPLICATE_PASSAGE);

        assertThat(finding.select("h4").text()).isEqualTo("The same passage stands here twice");
        assertThat(finding.select(".copies h5").eachText()).containsExactly("First time", "Second time");
        assertThat(finding.select(".copies section").get(1).select(".at").eachText())
                .containsExactly("forum-post.txt:38:207", "forum-post.txt:51:1");
        assertThat(finding.text()).contains("Lines 12-31 occur again as lines 32-51");
    }

    @Test
    void marksTheCitationInItsSentence() {
        var quote = page(Reports.large(1)).select("article.finding .quote");

        assertThat(quote.select("blockquote").text()).isEqualTo("See https://e.com/page/0 for more.");
        assertThat(quote.select(".line").text()).isEqualTo("Line 1");
        assertThat(quote.select("mark").text()).isEqualTo("https://e.com/page/0");
    }

    @Test
    void drawsTheCopiesOnALineOfTimeAndLeadsToThem() {
        var finding = finding(page(Mixed.report()), RuleId.BROKEN_LINK);

        assertThat(finding.select(".timeline .t-copy[x]").eachAttr("x")).containsExactly("3", "987");
        assertThat(finding.select(".timeline p").text()).isEqualTo("1 August 2012 copy 11 March 2019");
        assertThat(finding.select(".snapshots a").eachAttr("href")).allMatch(href -> href.startsWith("https://web."));
    }

    @Test
    void setsTheFullAddressesUnderTheCutOne() {
        var rows = finding(page(Mixed.report()), RuleId.TRUNCATED_URL).select(".fit .row");

        assertThat(rows.select(".label, .word").eachText()).containsExactly("as cited", "probable", "possible");
        assertThat(rows.select(".kept:first-child").eachText())
                .hasSize(3)
                .containsOnly(rows.select(".kept").get(0).text());
    }

    @Test
    void saysProminentlyThatARunIsNotComplete() {
        var banner = page(Reports.incomplete()).select(".overview .banner").text();

        assertThat(banner).contains("This run is not complete.", "the network is down");
    }

    @Test
    void saysSoWhereThereIsNothing() {
        var page = page(Reports.empty());

        assertThat(page.select("h1").text()).isEqualTo("Nothing needs mending");
        assertThat(page.select("table, .health, .steps, nav.contents, .controls"))
                .isEmpty();
        assertThat(page.select(".calm")).hasSize(1);
    }

    @Test
    void drawsRedirectsAsAChainAndSnapshotsWithDates() {
        var finding = finding(page(Everything.report()), RuleId.BROKEN_LINK);

        assertThat(finding.select(".chain .status").eachText()).containsExactly("301", "302", "200");
        assertThat(finding.select(".snapshots time").eachText()).containsOnly("22 November 2026");
        assertThat(finding.select(".snapshots .address").eachText()).first().isEqualTo("https://e.com/0");
        assertThat(finding.select(".snapshots a:not([hidden])").eachText())
                .as("a link to what the run keeps itself would lead to the live page, not to the copy")
                .containsExactly(
                        "https://web.archive.org/web/2020id_/http://e.com/",
                        "https://web.archive.org/web/2019/http://e.com/");
        assertThat(finding.select(".snapshots span").eachText())
                .contains("web.archive.org · chosen for 12 April 2019 · read and verified");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void linksToWebAddressesAloneAndToWhatIsOnThePage(Report report) {
        var page = page(report);

        for (var link : page.select("a[href]")) {
            var href = link.attr("href");
            if (link.hasClass("replay")) {
                assertThat(link.hasAttr("hidden")).as("only where it is served").isTrue();
                assertThat(href).matches("replay/\\d{14}/https?://[!-~]+").doesNotContain("s3cr3t", "hunter2");
            } else if (href.startsWith("#")) {
                assertThat(page.getElementById(href.substring(1))).as(href).isNotNull();
            } else {
                assertThat(href).matches("https?://.*").doesNotContain("s3cr3t", "hunter2");
                assertThat(link.attr("rel")).isEqualTo("noreferrer noopener nofollow");
            }
        }
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isOneFileWithNoScriptButItsOwnThatThePolicyHolds(Report report) throws Exception {
        var page = page(report);

        assertThat(page.select("iframe, object, embed, img, link:not([rel=icon]), base, form, [style]"))
                .isEmpty();
        assertThat(page.select("*").stream()
                        .flatMap(e -> e.attributes().asList().stream())
                        .map(a -> a.getKey()))
                .noneMatch(name -> name.startsWith("on"));
        assertThat(page.select("script").eachAttr("type")).containsExactly("application/json");
        assertThat(page.select("script")).hasSize(2);
        var html = html(report);
        var css = between(html, "<style>", "</style>");
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'; script-src " + hash(between(html, "<script>", "</script>"))
                        + "; style-src " + hash(css) + ";");
        assertThat(css).doesNotContain("@import").doesNotContain("url(").doesNotContain("<");
    }

    private static String between(String text, String start, String end) {
        var from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static String hash(String text) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    @Test
    void keepsEveryFindingForThoseWhoRunNoScript() {
        var page = page(Reports.large(120));

        assertThat(page.select("article.finding")).hasSize(120);
        assertThat(page.select("noscript article.finding")).hasSize(70);
        assertThat(page.select("#d1, #d2")).hasSize(2);
        assertThat(page.select("#list > noscript").get(0).select("h3").eachText())
                .containsExactly("docs/0000.md continued");
        assertThat(page.select("tr.target")).hasSize(120);
    }

    @Test
    void theIndexNamesEachFindingInTheOrderOfThePage() throws Exception {
        var page = page(Everything.report());

        var index = new ObjectMapper().readTree(page.select("#index").get(0).data());

        var numbers = new ArrayList<String>();
        index.get("findings").forEach(f -> numbers.add("f" + f.get(0).asInt()));
        assertThat(numbers).isEqualTo(page.select("article.finding").eachAttr("id"));
        assertThat(index.get("targets")).hasSize(Everything.report().targets().size());
    }

    @Test
    void showsHostileTextHarmlessly() {
        var html = html(Everything.report());
        var text = Jsoup.parse(html).text();

        assertThat(html).doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]");
        assertThat(text)
                .contains(
                        "<script>alert(1)</script>", "[U+001B][31mred", "[U+202E]gnp.exe", "[U+200B]", "\ud83d\ude00");
        assertThat(html).doesNotContain("hunter2").doesNotContain("s3cr3t").doesNotContain("me:secret");
    }

    @Test
    void theSameReportGivesTheSameBytes() {
        assertThat(html(Everything.report())).isEqualTo(html(Everything.report()));
    }

    @Test
    void tellsEveryRuleInItsOwnWords() {
        var page = page(Everything.report());

        assertThat(page.select("article.finding")).hasSize(RuleId.values().length);
        assertThat(page.select("article.finding h4").eachText())
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
        assertThat(page.select("article.finding .advice").eachText()).noneMatch(String::isBlank);
    }

    @Test
    void showsWhatAPageSaysNoMoreAndWhatItSaysNow() {
        var page = page(Everything.report());

        assertThat(page.select(".facts del").eachText()).hasSize(2).contains("And more.");
        assertThat(page.select(".facts ins").eachText())
                .singleElement()
                .asString()
                .startsWith("It is said");
    }

    @Test
    void putsTheWorstFindingsOfADocumentFirst() {
        var severities = page(Everything.report()).select("#d1 .badge").eachText();

        assertThat(severities).isSortedAccordingTo((a, b) -> rank(a) - rank(b));
    }

    private static int rank(String severity) {
        return switch (severity) {
            case "Error" -> 0;
            case "Warning" -> 1;
            default -> 2;
        };
    }
}
