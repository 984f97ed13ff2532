package ibid.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.config.UsageException;
import ibid.page.Page;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebResolverTest {
    private static final String A = "https://e.com/a";

    @Test
    void oneGetServesVerdictPageAndArchive() {
        var scene = new Scene(A + " -> 301 Location: /b\nhttps://e.com/b -> 200 |<title>The page</title>");
        var found = scene.resolve(A);
        assertThat(scene.web.asked()).containsExactly("GET https://e.com/a", "GET https://e.com/b");
        assertThat(found.page().flatMap(Page::title)).hasValue("The page");
        assertThat(scene.kept).containsExactly("301 https://e.com/a", "200 https://e.com/b");
        assertThat(found.snapshots()).hasSize(2);
        assertThat(found.outcome())
                .isEqualTo(new Outcome(
                        Reason.PERMANENT_REDIRECT,
                        OptionalInt.of(200),
                        Optional.of("https://e.com/b"),
                        List.of(
                                new Hop(A, 301, Optional.of("https://e.com/b")),
                                new Hop("https://e.com/b", 200, Optional.empty())),
                        2,
                        Optional.of(Scene.NOW),
                        List.of("redirects: 301, to https://e.com/b")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "404",
                "500",
                "403",
                "200 |<title>Just a moment...</title>",
                "302 Location: /login",
                "302 Location: /a",
            })
    void wallsErrorsAndLogInsAreNotKept(String answer) {
        var scene = new Scene(A + " -> " + answer + "\nhttps://e.com/login -> 200");
        scene.resolve(A);
        assertThat(scene.kept).isEmpty();
    }

    @Test
    void whatWasGotWithCredentialsIsNotKept() {
        var scene = new Scene("https://u:p@e.com/a -> 200");
        assertThat(scene.outcome("https://u:p@e.com/a").reason()).isEqualTo(Reason.OK);
        assertThat(scene.kept).isEmpty();
    }

    private static final String FILE = "https://e.com/a.pdf";
    private static final String HEAD_SERVES = """
        https://e.com/first.pdf -> 200 Content-Type: application/pdf
        HEAD https://e.com/a.pdf -> 200 Content-Type: application/pdf
        """;

    /** What a page is, only its body shows; of a file it is enough that it is there. */
    @Test
    void withoutArchiveFilesAreAskedByHeadOnceTheirHostIsKnownToAnswerIt() {
        var scene = new Scene(HEAD_SERVES + A + " -> 200 |<title>A</title>").withoutArchive();
        assertThat(scene.outcome(A).reason()).isEqualTo(Reason.OK);
        assertThat(scene.outcome("https://e.com/first.pdf").reason()).isEqualTo(Reason.OK);
        assertThat(scene.outcome(FILE).reason()).isEqualTo(Reason.OK);
        assertThat(scene.web.asked())
                .containsExactly(
                        "GET https://e.com/a",
                        "HEAD https://e.com/first.pdf",
                        "GET https://e.com/first.pdf",
                        "HEAD https://e.com/a.pdf");
        assertThat(scene.kept).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HEAD https://e.com/first.pdf -> 404\nGET https://e.com/first.pdf -> 200",
                "HEAD https://e.com/first.pdf -> 200 Content-Type: application/pdf\nGET https://e.com/first.pdf -> 404",
                "HEAD https://e.com/first.pdf -> ! TIMEOUT 3\nGET https://e.com/first.pdf -> 200",
                "HEAD https://e.com/first.pdf -> 200\nGET https://e.com/first.pdf -> 200",
            })
    void aHostWhoseHeadAndGetDisagreeIsAskedByGet(String first) {
        var scene = new Scene(first + "\nGET " + FILE + " -> 200").withoutArchive();
        scene.resolve("https://e.com/first.pdf");
        assertThat(scene.outcome(FILE).reason()).isEqualTo(Reason.OK);
        assertThat(scene.web.asked()).endsWith("GET https://e.com/a.pdf").doesNotContain("HEAD https://e.com/a.pdf");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "405 | HEAD answered 405, so GET was tried",
                "404 | HEAD answered 404, so GET was tried",
                "403 | HEAD answered 403, so GET was tried",
                "500 | HEAD answered 500, so GET was tried",
                "999 | HEAD answered 999, so GET was tried",
                "200 cf-mitigated: challenge | HEAD answered 200, so GET was tried",
                "302 Location: /login;; Content-Type: a/b | HEAD answered 200, so GET was tried",
                "302 Location: /a.pdf | HEAD was redirected without end, so GET was tried",
                "! TIMEOUT 3 | HEAD got no answer, so GET was tried",
                "! RESET 3 | HEAD got no answer, so GET was tried",
            })
    void aHeadThatFailsProvesNothing(String head, String evidence) {
        var scene = new Scene("https://e.com/first.pdf -> 200 Content-Type: application/pdf\nHEAD " + FILE + " -> "
                        + head + "\nGET " + FILE + " -> 200 |%PDF\nhttps://e.com/login -> 200")
                .withoutArchive();
        scene.resolve("https://e.com/first.pdf");
        var outcome = scene.outcome(FILE);
        assertThat(outcome.reason()).isEqualTo(Reason.OK);
        assertThat(outcome.evidence()).containsExactly(evidence);
        assertThat(outcome.hops()).containsExactly(new Hop(FILE, 200, Optional.empty()));
        assertThat(outcome.attempts()).isGreaterThan(1);
    }

    @Test
    void aDeadHostIsNotAskedAgainByGet() {
        var scene = new Scene(FILE + " -> ! NO_SUCH_HOST 2").withoutArchive();
        assertThat(scene.outcome(FILE).evidence()).containsExactly("the detail of NO_SUCH_HOST, asked twice");
        assertThat(scene.web.asked()).hasSize(1);
    }

    @Test
    void ofAnAnswerWithoutContentTheEvidenceSaysSo() {
        var empty = new Scene(A + " -> 200").outcome(A);
        assertThat(empty.reason()).isEqualTo(Reason.OK);
        assertThat(empty.evidence()).containsExactly("the answer has no content");
        assertThat(new Scene(A + " -> 200 |<p>Of rivers.").outcome(A).evidence())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://e.com/, the site sends readers to https://e.com/.",
        "https://e.com/lost?of=a, the site sends readers to https://e.com/lost?of=a.",
        "http://www.e.com/a/, 'the page says so, or is what the site shows for any address.'",
        "https://e.com/a, 'the page says so, or is what the site shows for any address.'",
    })
    void whereReadersAreSentIsSaidOfAPageThatIsNotThere(String end, String story) {
        var hops = List.of(new Hop(A, 302, Optional.of(end)), new Hop(end, 200, Optional.empty()));
        var outcome = new Outcome(
                Reason.SOFT_404, OptionalInt.of(200), Optional.of(end), hops, 2, Optional.empty(), List.of());
        assertThat(outcome.meaning()).isEqualTo("The source is not there, though the server answers: " + story);
    }

    @Test
    void evidenceSaysWhatTheReasonRestsOn() {
        assertThat(new Scene(A + " -> 503 |<title>Just a moment...</title>")
                        .outcome(A)
                        .evidence())
                .containsExactly("GET answered 503, and the page says \"Just a moment...\" (Cloudflare)");
        assertThat(new Scene(A + " -> 302 Location: /b\nhttps://e.com/b -> 307 Location: /c\nhttps://e.com/c -> 410")
                        .outcome(A)
                        .evidence())
                .containsExactly("redirects: 302, then 307, to https://e.com/c", "GET answered 410");
        assertThat(new Scene(A + " -> 301").outcome(A).evidence())
                .containsExactly("the answer was 301 without saying where to");
        assertThat(new Scene(A + " -> 405").outcome(A).evidence())
                .containsExactly("GET answered 405, which refuses this request and does not say that the page is gone");
    }

    @Test
    void evidenceShowsNoSecrets() {
        var scene = new Scene(
                A + " -> 302 Location: https://u:pw@f.com/b?token=abc\nhttps://u:pw@f.com/b?token=abc -> 404");
        assertThat(scene.outcome(A).evidence())
                .containsExactly("redirects: 302, to https://***@f.com/b?token=***", "GET answered 404");
    }

    @Test
    void targetsThatDifferInTheFragmentShareOneFetch() {
        var scene = new Scene(new ScriptedWeb(A + " -> 301 Location: /b\nhttps://e.com/b -> 200").hold());
        var plain = scene.start(A);
        var part = scene.start(A + "#part");
        scene.web.release();
        scene.web.release();
        assertThat(scene.web.asked()).hasSize(2);
        assertThat(plain.join().outcome().finalUrl()).hasValue("https://e.com/b");
        assertThat(part.join().outcome().finalUrl()).hasValue("https://e.com/b#part");
        scene.resolve(A + "#late");
        assertThat(scene.web.asked()).hasSize(2);
    }

    @Test
    void aFragmentInTheLocationGoesBeforeTheCitedOne() {
        var scene =
                new Scene(A + " -> 301 Location: /b#new\nhttps://e.com/b -> 302 Location: /c\nhttps://e.com/c -> 200");
        assertThat(scene.outcome(A + "#old").finalUrl()).hasValue("https://e.com/c#new");
    }

    @Test
    void aCallerThatGivesUpTakesNothingFromTheOthers() {
        var scene = new Scene(new ScriptedWeb(A + " -> 200").hold());
        var one = scene.start(A);
        var other = scene.start(A);
        one.cancel(true);
        scene.web.release();
        assertThat(other.join().outcome().reason()).isEqualTo(Reason.OK);
    }

    @Test
    void aFaultOfOursCostsOneTargetOnly() {
        var outcome = new Scene("https://e.com/other -> 200").outcome(A);
        assertThat(outcome.reason()).isEqualTo(Reason.NOT_CHECKED);
        assertThat(outcome.evidence().get(0)).contains("a fault of its own");
    }

    @Test
    void aStatusThatIsAcceptedAtOneHostIsAcceptedThereAlone() throws UsageException {
        var scene = new Scene("https://e.com/a -> 403\nhttps://f.com/a -> 403").acceptingAt("e.com", "403");
        assertThat(scene.outcome("https://e.com/a").reason()).isEqualTo(Reason.OK);
        assertThat(scene.outcome("https://f.com/a").reason()).isEqualTo(Reason.FORBIDDEN);
    }

    @Test
    void statusesThatTheUserAcceptsAreAlive() throws UsageException {
        var scene = new Scene(A + " -> 403 |<title>Just a moment...</title>").accepting("403,999");
        var outcome = scene.outcome(A);
        assertThat(outcome.reason()).isEqualTo(Reason.OK);
        assertThat(outcome.evidence()).containsExactly("GET answered 403, which the settings accept");
        assertThat(scene.kept).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/o/private, MAYBE_PRIVATE",
        "https://docs.google.com/document/d/1, MAYBE_PRIVATE",
        "https://e.com/o/private, NOT_FOUND",
    })
    void aHostThatHidesPrivatePagesDoesNotProveThemGone(String address, Reason reason) {
        assertThat(new Scene(address + " -> 404").outcome(address).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "https://e.com/login, OK",
        "https://e.com/a, LOGIN",
    })
    void aLogInPageIsTheEndOnlyWhereItWasCited(String address, Reason reason) {
        var page = "200 |<title>Log in</title><form><input type=password></form>";
        assertThat(new Scene(address + " -> " + page).outcome(address).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"true, false, OK", "false, false, NOT_CHECKED", "true, true, NOT_CHECKED"})
    void nothingIsAskedThatTheUserDoesNotWantChecked(boolean enabled, boolean offline, Reason reason) {
        var scene = new Scene(A + " -> 200").checking(enabled, offline);
        var outcome = scene.outcome("https://E.COM/a");
        assertThat(outcome.reason()).isEqualTo(reason);
        assertThat(scene.web.asked()).hasSize(reason == Reason.OK ? 1 : 0);
        assertThat(outcome.checkedAt().isPresent()).isEqualTo(reason == Reason.OK);
    }
}
