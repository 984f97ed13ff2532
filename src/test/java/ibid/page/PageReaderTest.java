package ibid.page;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.page.Page.Sign;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {
    private final PageReader reader = new PageReader();

    private Page read(String html) {
        return reader.read(html.getBytes(StandardCharsets.UTF_8), Optional.of("text/html"), List.of());
    }

    private Page refused(int status, String html, PageHeader... headers) {
        return reader.read(html.getBytes(StandardCharsets.UTF_8), Optional.of("text/html"), List.of(headers), status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<title> A   title\t</title> | A title",
                "<title>R&amp;D &mdash; 2020</title> | R&D — 2020",
                "<svg><title>icon</title></svg><title>Page</title> | Page",
                "<TITLE>One</TITLE><title>Two</title> | One",
                "<html><body><h1>x</h1><title>In the body</title> | In the body",
                "<title>\u0001a\u00a0\u2003b</title> | a b",
            })
    void readsTheTitleFolded(String html, String title) {
        assertThat(read(html).title()).hasValue(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<link rel=canonical href=https://e.com/a> | https://e.com/a",
                "<link href=' /a?b ' rel='shortlink  CANONICAL'> | /a?b",
                "<link rel=canonical href=''><link rel=canonical href=/b><link rel=canonical href=/c> | /b",
            })
    void readsWhatThePageCallsItsOwnAddress(String html, String canonical) {
        assertThat(read(html).canonical()).hasValue(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<link rel=alternate href=/a>", "<a rel=canonical href=/a>a</a>", "<link rel=canonical>", ""})
    void aPageWithoutCanonicalAddressHasNone(String html) {
        assertThat(read(html).canonical()).isEmpty();
    }

    @Test
    void aTitleOverSeveralLinesIsOneLine() {
        assertThat(read("<title>\r\n  A\n  title\r\n</title>").title()).hasValue("A title");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<title></title>", "<title>  </title>", "<p>no title</p>", "", "<svg><title>i</title></svg>"})
    void aPageWithoutTitleHasNone(String html) {
        assertThat(read(html).title()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"windows-1251,''", "ISO-8859-9,''", "UTF-8,''", "windows-1251,meta", "UTF-16LE,''"})
    void followsTheCharsetOfHeaderOrPage(String charset, String where) {
        var title = charset.startsWith("ISO") ? "Türkçe ığüş" : "Заголовок";
        var meta = where.isEmpty() ? "" : "<meta charset=\"" + charset + "\">";
        var header = where.isEmpty() ? "text/html; charset=\"" + charset + '"' : "text/html";
        var body = (meta + "<title>" + title + "</title>").getBytes(Charset.forName(charset));
        assertThat(reader.read(body, Optional.of(header), List.of()).title()).hasValue(title);
    }

    @Test
    void aCharsetThatDoesNotExistIsPassedOver() {
        var body = "<title>ü</title>".getBytes(StandardCharsets.UTF_8);
        for (var charset : List.of("no-such", "?!", "utf-8utf-8", "")) {
            assertThat(reader.read(body, Optional.of("text/html;charset=" + charset), List.of())
                            .title())
                    .hasValue("ü");
        }
    }

    @Test
    void whatIsNoHtmlHasNoTitle() {
        var body = "<title>data</title>".getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read(body, Optional.of("application/pdf"), List.of())).isEqualTo(Page.UNKNOWN);
        assertThat(reader.read(body, Optional.of("text/plain"), List.of()).title())
                .isEmpty();
        assertThat(reader.read(body, Optional.empty(), List.of()).title()).hasValue("data");
    }

    @Test
    void aLongTitleIsCut() {
        assertThat(read("<title>" + "x".repeat(100_000)).title().orElseThrow()).hasSize(PageReader.LONGEST_TITLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "403 | <title>Just a moment...</title> | the page says \"Just a moment...\" (Cloudflare)",
                "503 | <title>Just a moment...</title> | the page says \"Just a moment...\" (Cloudflare)",
                "403 | <script src=/cdn-cgi/challenge-platform/x.js> | the page holds \"/cdn-cgi/challenge-platform/\""
                        + " (Cloudflare)",
                "200 | <iframe src=\"/_Incapsula_Resource?x\"> | the page holds \"_Incapsula_Resource\" (Imperva)",
                "403 | <title>Access Denied</title> see https://errors.edgesuite.net/18 | the page holds"
                        + " \"errors.edgesuite.net\" (Akamai)",
                "403 | <script src=https://ct.captcha-delivery.com/c.js> | the page holds \"captcha-delivery.com\""
                        + " (DataDome)",
                "200 | <title>Making sure you're not a bot!</title> | the page says \"Making sure you're not a bot!\""
                        + " (Anubis)",
                "429 | <title>Vercel Security Checkpoint</title> | the page says \"Vercel Security Checkpoint\""
                        + " (Vercel)",
                "403 | <title>DDOS-GUARD</title> | the page says \"DDoS-Guard\" (DDoS-Guard)",
                "403 | <div id=px-captcha> | the page holds \"px-captcha\" (HUMAN (PerimeterX))",
                "200 | <title>Request Rejected</title>The requested URL was rejected. Please consult with your"
                        + " administrator. | the page holds \"The requested URL was rejected. Please consult with your"
                        + " administrator.\" (F5)",
            })
    void knowsABotWallByItsPage(int status, String html, String evidence) {
        var page = refused(status, html);
        assertThat(page.signs()).contains(Sign.BOT_WALL);
        assertThat(page.why(Sign.BOT_WALL)).isEqualTo(evidence);
    }

    @ParameterizedTest
    @CsvSource({
        "403, cf-mitigated, challenge",
        "200, CF-Mitigated, challenge",
        "202, x-amzn-waf-action, challenge",
        "405, x-amzn-waf-action, captcha",
        "429, x-vercel-mitigated, challenge",
        "403, X-DataDome, protected",
        "403, Server, ddos-guard",
        "403, x-sucuri-block, ''",
        "429, x-kpsdk-ct, abc",
    })
    void knowsABotWallByItsHeader(int status, String name, String value) {
        assertThat(refused(status, "", new PageHeader(name, value)).signs()).contains(Sign.BOT_WALL);
    }

    /** Wall makers leave their marks on the pages they let through as well. */
    @Test
    void anOrdinaryPageBehindAWallMakerIsNoWall() {
        assertThat(refused(
                                200,
                                "<title>Story</title><script src=/cdn-cgi/challenge-platform/scripts/jsd.js></script>",
                                new PageHeader("x-datadome", "protected"),
                                new PageHeader("Server", "ddos-guard"))
                        .signs())
                .doesNotContain(Sign.BOT_WALL);
        assertThat(refused(404, "<title>Not found</title>", new PageHeader("server", "ddos-guard"))
                        .signs())
                .doesNotContain(Sign.BOT_WALL);
        assertThat(read("<title>Walls</title>How _Incapsula_Resource works" + " text".repeat(10_000))
                        .signs())
                .doesNotContain(Sign.BOT_WALL);
    }

    @ParameterizedTest
    @CsvSource({
        "Log in, true",
        "Sign in · GitLab, true",
        "Example Corp | Login, true",
        "Giriş Yap, true",
        "How to log in to a server, false",
        "Login design patterns, false",
    })
    void knowsALoginPageByTitleAndPasswordField(String title, boolean login) {
        var page = read("<title>" + title + "</title><form><input type=PASSWORD></form>");
        assertThat(page.signs().contains(Sign.LOGIN)).isEqualTo(login);
        assertThat(read("<title>" + title + "</title>").signs()).doesNotContain(Sign.LOGIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<meta http-equiv=refresh content='0; url=/new'> | 0 | /new",
                "<META HTTP-EQUIV='Refresh' CONTENT='5;URL=\"https://e.com/x\"'> | 5 | https://e.com/x",
                "<meta http-equiv=refresh content='0;https://e.com/y'> | 0 | https://e.com/y",
                "<base href='https://b.com/d/'><meta http-equiv=refresh content='1;url=z'> | 1 | https://b.com/d/z",
            })
    void readsWhereThePageSendsABrowser(String html, int seconds, String reference) {
        assertThat(read(html).refresh()).hasValue(new Refresh(seconds, reference));
    }

    @Test
    void theHeaderGoesBeforeTheMeta() {
        var page =
                refused(200, "<meta http-equiv=refresh content='0;url=/meta'>", new PageHeader("Refresh", "0;url=/h"));
        assertThat(page.refresh()).hasValue(new Refresh(0, "/h"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta http-equiv=refresh content=300>",
                "<meta http-equiv=refresh content='0;url='>",
                "<noscript><meta http-equiv=refresh content='0;url=/enable-scripts'></noscript>",
                "<p>&lt;meta http-equiv=refresh content='0;url=/x'></p>",
            })
    void aPageThatStaysSendsNobodyOn(String html) {
        assertThat(read(html).refresh()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<b>",
                "<a href=x>",
                "<table><tr><td>",
                "<p><b><i>",
                "<ul><li>",
                "<svg><g>",
                "<",
                "<!--",
                "&amp",
                "<title>"
            })
    void hostilePagesAreReadInLinearTimeOnASmallStack(String piece) throws InterruptedException {
        var html = "<title>t</title>" + piece.repeat(100_000);
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
            var page = new Page[1];
            var thread = new Thread(null, () -> page[0] = read(html), "small stack", 256 << 10);
            thread.start();
            thread.join();
            assertThat(page[0].title()).hasValue("t");
        });
    }
}
