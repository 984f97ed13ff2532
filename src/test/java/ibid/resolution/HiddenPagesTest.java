package ibid.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hosts that say 404 of what is gone and of what is private are told apart by the page of the repository. */
class HiddenPagesTest {
    private static final String FILE = "https://github.com/o/r/blob/main/gone.md";
    private static final String OPEN = "200 |<title>o/r: A tool</title><p>A tool that does things.";
    private static final String SCRIPT = """
        https://github.com/o/r/blob/main/gone.md -> 404 |<title>Page not found</title>
        https://github.com/o/r/issues/99 -> 404 |<title>Page not found</title>
        https://github.com/robots.txt -> 404
        """;

    private static Scene scene(String repository) {
        return new Scene(SCRIPT + "https://github.com/o/r -> " + repository
                        + "\nhttps://github.com/login -> 200 |Log in")
                .probing();
    }

    @Test
    void whatIsMissingInAPublicRepositoryIsGone() {
        var outcome = scene(OPEN).outcome(FILE);
        assertThat(outcome.reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(outcome.evidence())
                .containsExactly("GET answered 404, which github.com says of private pages too; but everybody may read"
                        + " its repository https://github.com/o/r, so it is gone");
    }

    @Test
    void whereTheRepositoryIsMissingAsWellBothMayBePrivate() {
        var outcome = scene("404 |<title>Page not found</title>").outcome(FILE);
        assertThat(outcome.reason()).isEqualTo(Reason.MAYBE_PRIVATE);
        assertThat(outcome.evidence())
                .containsExactly("GET answered 404, which github.com says of private pages too, and of its repository"
                        + " as well");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "403 |<title>Forbidden</title>",
                "429",
                "503",
                "! TIMEOUT 3",
                "302 Location: /login",
                "302 Location: https://github.com/o/r",
                "200 |<title>Just a moment...</title>",
                "200 |<title>Log in</title><form><input type=password></form>",
                "200 |<title>Page not found</title><p>This page does not exist.",
            })
    void anythingElseLeavesItOpen(String answer) {
        var outcome = scene(answer).outcome(FILE);
        assertThat(outcome.reason()).isEqualTo(Reason.MAYBE_PRIVATE);
        assertThat(outcome.evidence()).containsExactly("GET answered 404, which github.com says of private pages too");
    }

    @Test
    void eachRepositoryIsAskedForOnce() {
        var scene = scene(OPEN);
        assertThat(scene.outcome(FILE).reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(scene.outcome("https://github.com/o/r/issues/99").reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(scene.web.asked())
                .containsExactly(
                        "GET " + FILE,
                        "GET https://github.com/robots.txt",
                        "GET https://github.com/o/r",
                        "GET https://github.com/o/r/issues/99");
    }

    @Test
    void aRedirectInsideOfTheRepositoryLeadsToItAndAnOldNameToTheNewOne() {
        var scene = new Scene("""
            https://github.com/old/r/blob/main/a -> 301 Location: https://github.com/new/r/blob/main/a
            https://github.com/new/r/blob/main/a -> 404
            https://github.com/new/r -> 302 Location: /new/r/tree/main
            https://github.com/new/r/tree/main -> 200 |<title>r</title>
            https://github.com/robots.txt -> 404
            """).probing();
        assertThat(scene.outcome("https://github.com/old/r/blob/main/a").reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void aPublicGroupOrProjectIsNoProofOfPublicFiles() {
        var scene = new Scene("""
            https://gitlab.com/g/sub/p/-/blob/main/a -> 404
            https://gitlab.com/g -> 200
            https://gitlab.com/g/sub -> 200
            https://gitlab.com/g/sub/p -> 200
            https://gitlab.com/g/sub/p/-/tree/HEAD -> 404
            https://gitlab.com/robots.txt -> 404
            """).probing();
        assertThat(scene.outcome("https://gitlab.com/g/sub/p/-/blob/main/a").reason())
                .isEqualTo(Reason.MAYBE_PRIVATE);
    }

    @Test
    void nothingIsAskedThatRobotsMayNotAskForOrWithoutLookUps() {
        var forbidden = new Scene(FILE + " -> 404\nhttps://github.com/robots.txt -> 503").probing();
        var withoutLookUps = new Scene(FILE + " -> 404");
        assertThat(withoutLookUps.outcome(FILE).reason()).isEqualTo(Reason.MAYBE_PRIVATE);
        assertThat(withoutLookUps.web.asked()).containsExactly("GET " + FILE);
        assertThat(forbidden.outcome(FILE).reason()).isEqualTo(Reason.MAYBE_PRIVATE);
        assertThat(forbidden.web.asked()).containsExactly("GET " + FILE, "GET https://github.com/robots.txt");
    }

    @Test
    void whereAnotherHostShowsTheRepositoryThatOneIsAsked() {
        var scene = new Scene("""
            https://raw.githubusercontent.com/o/r/main/a.txt -> 404
            https://github.com/robots.txt -> 404
            https://github.com/o/r -> 200 |<title>o/r</title>
            """).probing();
        assertThat(scene.outcome("https://raw.githubusercontent.com/o/r/main/a.txt")
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void anApplicationThatComesWithNotFoundIsNotCalledBrokenWhereItsHomePageMayNotBeAsked() {
        var page = "https://app.acme.io/items/42";
        var shell =
                " -> 404 |<title>Items</title><div id=root></div><noscript>You need to enable JavaScript to run this"
                        + " app.</noscript><script src=/main.js></script>";
        var scene = new Scene(page + shell);
        assertThat(scene.outcome(page).reason()).isEqualTo(Reason.SCRIPT_PAGE);
        assertThat(scene.web.asked()).containsExactly("GET " + page);
    }
}
