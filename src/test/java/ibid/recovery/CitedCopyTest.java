package ibid.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.archive.CopyJudgement.Kind;
import ibid.archive.Memento;
import ibid.citation.CitedDate;
import ibid.citation.CitingDate;
import ibid.citation.CitingDate.By;
import ibid.url.Url;
import ibid.web.Body;
import ibid.web.Header;
import ibid.web.WebRequest;
import ibid.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a copy shows what was cited, by what stands on it. */
class CitedCopyTest {
    private static final String PAGE = "http://host.org/reports/salmon";
    private static final Instant AT = Instant.parse("2019-04-20T12:00:00Z");
    private static final String TITLE = "Salmon in Northern Rivers";
    private static final String TEXT = "<p>" + "Salmon return to the rivers of the north each year. ".repeat(20);

    private static CitingDate cited(String date, By by) {
        return new CitingDate(CitedDate.of(date).orElseThrow(), by);
    }

    private static Memento copy(int status, String html, Header... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.add(new Header("Content-Type", "text/html; charset=utf-8"));
        var url = Url.parse("https://web.archive.org/web/20190420120000id_/" + PAGE)
                .orElseThrow();
        return new Memento(
                AT,
                new WebResponse(
                        new WebRequest(WebRequest.Method.GET, url, List.of()),
                        url.address(),
                        "http/1.1",
                        status,
                        "",
                        List.of(),
                        all,
                        new Body(html.getBytes(StandardCharsets.UTF_8)),
                        Optional.empty(),
                        Optional.empty(),
                        AT,
                        1));
    }

    private static Memento file(String type, String text) {
        var page = copy(200, text).response();
        return new Memento(
                AT,
                new WebResponse(
                        page.request(),
                        page.url(),
                        "http/1.1",
                        200,
                        "",
                        List.of(),
                        List.of(new Header("Content-Type", type)),
                        page.body(),
                        Optional.empty(),
                        Optional.empty(),
                        AT,
                        1));
    }

    private static String judged(String address, String title, CitingDate date, Memento copy) {
        var clues = new Clues(title.isEmpty() ? List.of() : List.of(title), List.of(), List.of(), List.of());
        var judgement = new CitedCopy(Url.parse(address).orElseThrow(), clues, date).judge(copy);
        return judgement.kind() + ": " + judgement.why();
    }

    private static String judged(String title, Memento copy) {
        return judged(PAGE, title, cited("2019-04-12", By.ACCESSED), copy);
    }

    @ParameterizedTest
    @CsvSource({
        "Salmon in Northern Rivers, Salmon in Northern Rivers | The River Fund, SHOWS",
        "'Salmon in northern Rivers', 'Salmon in Northern Rivers', SHOWS",
        "Salmon in Northern Rivers, Salmon in Southern Lakes and Rivers, MAY_SHOW",
        "Salmon in Northern Rivers, Cheap Flights and Hotels, NAMED_OTHERWISE",
        "here, Salmon in Northern Rivers, SHOWS",
        "here, Cheap Flights and Hotels, SHOWS",
    })
    void theTitleThatItIsCitedByTells(String cited, String title, Kind expected) {
        assertThat(judged(cited, copy(200, "<title>" + title + "</title>" + TEXT)))
                .startsWith(expected + ": ");
    }

    @ParameterizedTest
    @CsvSource({
        "2019-04-12, ACCESSED,  SHOWS",
        "2019,       PUBLISHED, SHOWS",
        "2014,       PUBLISHED, MAY_SHOW",
        "2025-04-12, COMMITTED, MAY_SHOW",
        "2019-04-12, FILE,      MAY_SHOW",
        "2019-04-12, RUN,       MAY_SHOW",
    })
    void withoutATitleOnlyACopyThatIsNearADateOfTheCitationCounts(String date, By by, Kind expected) {
        var copy = copy(200, "<title>" + TITLE + "</title>" + TEXT);
        assertThat(judged(PAGE, "", cited(date, by), copy)).startsWith(expected + ": ");
        assertThat(judged(PAGE, TITLE, cited(date, by), copy))
                .as("with a title the date does not matter")
                .startsWith("SHOWS: ");
    }

    @Test
    void redirectsErrorsAndWallsShowNothing() {
        assertThat(judged(TITLE, copy(302, "", new Header("Location", "/web/20190420120000id_/http://host.org/"))))
                .isEqualTo("SHOWS_NOT: it is a redirect to http://host.org/");
        assertThat(judged(TITLE, copy(404, "<title>" + TITLE + "</title>" + TEXT)))
                .isEqualTo("SHOWS_NOT: it was captured with status 404");
        assertThat(judged(TITLE, copy(200, "<title>Just a moment...</title>")))
                .startsWith("SHOWS_NOT: it is a wall before the page: ");
        assertThat(judged(TITLE, copy(200, "<title>Before you continue to YouTube</title><p>Accept all")))
                .startsWith("SHOWS_NOT: it is a wall before the page: ");
        assertThat(judged(TITLE, copy(200, "<title>Log in</title><input type=password>")))
                .startsWith("SHOWS_NOT: it is a log-in before the page: ");
        assertThat(judged(TITLE, copy(200, "<title>404 Not Found</title><h1>Page not found</h1>")))
                .startsWith("SHOWS_NOT: it says that there is nothing: ");
        assertThat(judged(TITLE, copy(200, "<meta http-equiv=refresh content='0; url=/'><title>" + TITLE + "</title>")))
                .isEqualTo("SHOWS_NOT: it sends readers on to http://host.org/");
    }

    @Test
    void theHeadersOfTheOriginalTellAndThoseOfTheArchiveDoNot() {
        var page = "<title>" + TITLE + "</title>" + TEXT;
        assertThat(judged(TITLE, copy(200, page, new Header("X-Archive-Orig-Cf-Mitigated", "challenge"))))
                .startsWith("SHOWS_NOT: it is a wall before the page: ");
        assertThat(judged(
                        TITLE,
                        copy(
                                200,
                                page,
                                new Header("cf-mitigated", "challenge"),
                                new Header("x-archive-orig-server", "nginx"))))
                .startsWith("SHOWS: ");
    }

    @Test
    void whatACitedLogInShowsIsALogIn() {
        var page = "<title>Log in</title><input type=password>";
        assertThat(judged("http://host.org/login", "", cited("2019", By.ACCESSED), copy(200, page)))
                .startsWith("SHOWS: ");
    }

    @Test
    void aPageInPlaceOfAFileOrOfAHomePageIsNotTaken() {
        var page = "<title>" + TITLE + "</title>" + TEXT;
        assertThat(judged("http://host.org/salmon.pdf", TITLE, cited("2019", By.ACCESSED), copy(200, page)))
                .isEqualTo("SHOWS_NOT: a page stands in place of the file");
        var copied = "https://web.archive.org/web/2019/http://host.org/salmon.pdf";
        assertThat(judged(copied, TITLE, cited("2019", By.COPY), copy(200, page)))
                .as("of a copy that is cited the original counts")
                .isEqualTo("SHOWS_NOT: a page stands in place of the file");
        assertThat(judged("", copy(200, "<link rel=canonical href='http://host.org/'>" + page)))
                .startsWith("MAY_SHOW: ");
    }

    @Test
    void aFileHasToBeOne() {
        var pdf = "http://host.org/salmon.PDF";
        var cited = cited("2019", By.ACCESSED);
        assertThat(judged(pdf, "", cited, file("application/pdf", "%PDF-1.4 …")))
                .startsWith("SHOWS: ");
        assertThat(judged(pdf, TITLE, cited, file("application/pdf", "%PDF-1.4 …")))
                .as("a title is cited, and none is read in a PDF")
                .startsWith("MAY_SHOW: ");
        assertThat(judged(pdf, "", cited, file("text/plain", "file missing"))).isEqualTo("SHOWS_NOT: it is no PDF");
        assertThat(judged(pdf, "", cited, file("application/pdf", ""))).isEqualTo("SHOWS_NOT: it is empty");
        assertThat(judged(PAGE, TITLE, cited, copy(200, ""))).isEqualTo("SHOWS_NOT: it is empty");
    }
}
