package ibid.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.config.Settings.Fragments;
import ibid.resolution.Fragment.Found;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebPlacesTest {
    private static final String STATIC =
            "<html><h1 id=install>x</h1><a name=old></a><p id='%41'>y</p><p id='übung'>z</p></html>";
    private static final String APP = "<html><div id=root></div><script src=app.js></script></html>";
    private static final String SITE = "<html><a href='#one'></a><a href='#two'></a><a href='#made'></a>"
            + "<h2 id=one></h2><h2 id=two></h2><script src=menu.js></script></html>";
    private static final String HUB = "<html><a href='#one'></a><a href='#two'></a><h2 id=user-content-one></h2>"
            + "<h2 id=user-content-two></h2><script src=hub.js></script></html>";
    private static final String HTML = "200 Content-Type: text/html; charset=utf-8 | ";

    private static Scene scene(String host, String answer) {
        return new Scene("https://" + host + "/p -> " + answer);
    }

    private static Fragment find(String host, String answer, String fragment) {
        return scene(host, answer)
                .outcome("https://" + host + "/p#" + fragment)
                .fragment()
                .orElseThrow();
    }

    private static String page(String name) {
        return switch (name) {
            case "static" -> HTML + STATIC;
            case "app" -> HTML + APP;
            case "site" -> HTML + SITE;
            case "hub" -> HTML + HUB;
            case "plain" -> "200 Content-Type: text/plain | one two";
            case "svg" -> "200 Content-Type: image/svg+xml | <svg><g id=\"part\"/></svg>";
            case "png" -> "200 Content-Type: image/png | x";
            case "pdf" -> "200 Content-Type: application/pdf | %PDF-1.4 <</Type /Pages /Kids [3 0 R] /Count 12>>";
            case "locked" -> "200 Content-Type: application/pdf | %PDF-1.4 <</Encrypt 5 0 R>> /Type/Pages /Count 12";
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest(name = "{0} #{1}")
    @CsvSource({
        "static, install, THERE",
        "static, old, THERE",
        "static, %41, THERE",
        "static, %C3%BCbung, THERE",
        "static, übung, THERE",
        "static, user-content-install, THERE",
        "static, Install, OTHER_CASE",
        "static, instal, MISSING",
        "static, top, THERE",
        "static, Top, THERE",
        "static, !/route, UNKNOWN",
        "static, /route, UNKNOWN",
        "static, gid=0, UNKNOWN",
        "static, install:~:text=not%20there, THERE",
        "static, L10, MISSING",
        "app, install, UNKNOWN",
        "app, root, THERE",
        "app, L10-L20, UNKNOWN",
        "site, one, THERE",
        "site, made, UNKNOWN",
        "site, gone, MISSING",
        "site, comment-1234, UNKNOWN",
        "site, comments, UNKNOWN",
        "site, L10, UNKNOWN",
        "plain, line=10, THERE",
        "plain, L10, UNKNOWN",
        "plain, name, UNKNOWN",
        "svg, part, THERE",
        "svg, gone, MISSING",
        "svg, svgView(viewBox(0)), UNKNOWN",
        "png, xywh=1, UNKNOWN",
        "png, name, UNKNOWN",
        "pdf, page=12, THERE",
        "pdf, page=13, MISSING",
        "pdf, page=0, MISSING",
        "pdf, zoom=50&page=3, THERE",
        "pdf, nameddest=x, UNKNOWN",
        "locked, page=13, UNKNOWN",
    })
    void whatAFragmentNames(String page, String fragment, Found found) {
        var outcome = scene("e.org", page(page)).outcome("https://e.org/p#" + fragment);
        assertThat(outcome.fragment().orElseThrow().found()).isEqualTo(found);
        assertThat(outcome.reason()).as("a part that is missing breaks no page").isEqualTo(Reason.OK);
    }

    @ParameterizedTest(name = "{0} #{1}")
    @CsvSource({
        "hub, one, THERE",
        "hub, One, THERE",
        "hub, gone, MISSING",
        "hub, L10, UNKNOWN",
        "hub, L10C3-L12C4, UNKNOWN",
        "hub, issuecomment-1234, UNKNOWN",
        "hub, discussion_r1234, UNKNOWN",
        "hub, diff-abc, UNKNOWN",
        "site, gone, UNKNOWN",
    })
    void whatAFragmentNamesAtACodeHost(String page, String fragment, Found found) {
        assertThat(find("github.com", page(page), fragment).found()).isEqualTo(found);
    }

    @Test
    void theNearestIsNamed() {
        var part = find("e.org", page("static"), "instal");
        assertThat(part.near()).hasValue("install");
        assertThat(part.sentence()).hasValue("the part \"instal\" is not in the page");
    }

    @Test
    void aPageIsAskedOnceHoweverManyPartsOfItAreCited() {
        var scene = scene("e.org", page("static"));
        for (var part : List.of("install", "a", "b", "old")) {
            scene.outcome("https://e.org/p#" + part);
        }
        scene.outcome("https://e.org/p");
        assertThat(scene.web.asked()).containsExactly("GET https://e.org/p");
    }

    @Test
    void whereHeadWasEnoughTheFileIsFetchedOnceMore() {
        var scene = new Scene("HEAD https://e.org/first.pdf -> 200 Content-Type: application/pdf\n"
                        + "GET https://e.org/first.pdf -> " + page("pdf") + "\n"
                        + "HEAD https://e.org/p.pdf -> 200 Content-Type: application/pdf\n"
                        + "GET https://e.org/p.pdf -> " + page("pdf"))
                .withoutArchive();
        scene.outcome("https://e.org/first.pdf");
        scene.outcome("https://e.org/p.pdf");
        assertThat(scene.outcome("https://e.org/p.pdf#page=13")
                        .fragment()
                        .orElseThrow()
                        .found())
                .isEqualTo(Found.MISSING);
        scene.outcome("https://e.org/p.pdf#page=14");
        assertThat(scene.web.asked())
                .containsExactly(
                        "HEAD https://e.org/first.pdf",
                        "GET https://e.org/first.pdf",
                        "HEAD https://e.org/p.pdf",
                        "GET https://e.org/p.pdf");
    }

    @Test
    void aPdfThatWasSeenBeforeAPageOfItWasCitedIsCounted() {
        var scene = scene("e.org", page("pdf"));
        scene.outcome("https://e.org/p");
        assertThat(scene.outcome("https://e.org/p#page=13")
                        .fragment()
                        .orElseThrow()
                        .found())
                .isEqualTo(Found.MISSING);
        scene.outcome("https://e.org/p#page=14");
        assertThat(scene.web.asked()).hasSize(2);
    }

    @Test
    void aPageThatIsLongerThanWhatIsParsedIsSearchedToItsEnd() {
        var filler = "<p>filler</p>".repeat(60_000);
        var answer = HTML + "<html><h1 id=start>x</h1>" + filler + "<h1 id=\"end\">y</h1></html>";
        assertThat(find("e.org", answer, "end").found()).isEqualTo(Found.THERE);
        assertThat(find("e.org", answer, "gone").found()).isEqualTo(Found.MISSING);
    }

    @Test
    void aPartGoesWithARedirectUnlessThatNamesItsOwn() {
        var moved = new Scene("https://e.org/p -> 301 Location: /q\nhttps://e.org/q -> " + page("static"));
        assertThat(moved.outcome("https://e.org/p#gone")
                        .fragment()
                        .orElseThrow()
                        .found())
                .isEqualTo(Found.MISSING);
        var named = new Scene("https://e.org/p -> 301 Location: /q#install\nhttps://e.org/q -> " + page("static"));
        assertThat(named.outcome("https://e.org/p#gone").fragment()).isEmpty();
    }

    @Test
    void nothingIsSaidOfAPartOfWhatIsNotThere() {
        assertThat(scene("e.org", "404").outcome("https://e.org/p#x").fragment())
                .isEmpty();
        assertThat(scene("e.org", page("static"))
                        .lookingFor(Fragments.NONE)
                        .outcome("https://e.org/p#gone")
                        .fragment())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "harbour%20seals, THERE",
        "'Harbour,sunny', THERE",
        "'the-,seals', MISSING",
        "'many-,Harbour', THERE",
        "'seals,-lie%20in', THERE",
        "'seals,-lay', MISSING",
        "eals, MISSING",
        "cafe, THERE",
        "whales, MISSING",
        "whales&text=seals, THERE",
    })
    void textsThatAnAddressQuotesAreLookedForOnRequest(String quote, Found found) {
        var body = HTML + "<html><p>Many  <b>Harbour</b> seals lie in the sunny Café.</p></html>";
        var wanted = scene("e.org", body).lookingFor(Fragments.FULL);
        assertThat(wanted.outcome("https://e.org/p#:~:text=" + quote)
                        .fragment()
                        .orElseThrow()
                        .found())
                .isEqualTo(found);
        assertThat(find("e.org", body, ":~:text=" + quote).found()).isEqualTo(Found.THERE);
    }
}
