package ibid.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.page.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a page, as the robots.txt of its host has it. */
class CopiesTest {
    private static final String A = "https://e.com/a";
    private static final String ROBOTS = "https://e.com/robots.txt";
    private static final String PDF = " -> 200 Content-Type: application/pdf\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "200 |User-agent: *\\nDisallow: /b > kept",
                "200 |User-agent: *\\nDisallow: / > refuses copies of this page",
                "200 |User-agent: ibid\\nDisallow: /a > refuses copies of this page",
                "200 |User-agent: ibid\\nDisallow: /\\nAllow: /a > kept",
                "200 |User-agent: other\\nDisallow: / > kept",
                "404 > kept",
                "403 > kept",
                "429 > could not be read, so no copy of this page was made",
                "503 > could not be read, so no copy of this page was made",
                "! TIMEOUT 3 > could not be read, so no copy of this page was made",
                "302 Location: /robots.txt > kept",
            })
    void robotsDecidesOnTheCopyAndNotOnTheVerdict(String robots, String result) {
        var scene = new Scene(ROBOTS + " -> " + robots + "\n" + A + " -> 200 |<title>The page</title>");
        var found = scene.resolve(A);
        assertThat(found.outcome().reason()).isEqualTo(Reason.OK);
        assertThat(found.page().flatMap(Page::title)).hasValue("The page");
        assertThat(scene.kept).hasSize(result.equals("kept") ? 1 : 0);
        assertThat(found.snapshots()).hasSameSizeAs(scene.kept);
        assertThat(found.outcome().refusesCopies()).isEqualTo(!result.equals("kept"));
        if (!result.equals("kept")) {
            assertThat(found.outcome().evidence()).containsExactly("robots.txt of e.com " + result);
        }
        assertThat(found.whole()).as("may be remembered").isEqualTo(!result.startsWith("could"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "404",
                "403",
                "500",
                "! NO_SUCH_HOST 2",
                "200 |<title>Just a moment...</title>",
                "302 Location: /a"
            })
    void whereThereIsNothingToKeepRobotsIsNotAsked(String answer) {
        var scene = new Scene(ROBOTS + " -> 200\n" + A + " -> " + answer);
        assertThat(scene.outcome(A).refusesCopies()).isFalse();
        assertThat(scene.web.asked()).doesNotContain("GET " + ROBOTS);
        var withoutArchive = new Scene(ROBOTS + " -> 200\n" + A + " -> 200 |<title>The page</title>").withoutArchive();
        assertThat(withoutArchive.outcome(A).reason()).isEqualTo(Reason.OK);
        assertThat(withoutArchive.web.asked()).containsExactly("GET " + A);
    }

    @Test
    void thePageDecidesNotWhatLeadsToIt() {
        var scene = new Scene("""
            https://short.org/robots.txt -> 200 |User-agent: *\\nDisallow: /
            https://short.org/1 -> 301 Location: https://e.com/a
            https://short.org/2 -> 301 Location: https://e.com/private/a
            https://e.com/robots.txt -> 200 |User-agent: *\\nDisallow: /private/
            https://e.com/a -> 200 |<title>A</title>
            https://e.com/private/a -> 200 |<title>A</title>
            """);
        assertThat(scene.resolve("https://short.org/1").snapshots()).hasSize(2);
        var refused = scene.resolve("https://short.org/2");
        assertThat(refused.snapshots()).isEmpty();
        assertThat(refused.outcome().evidence()).contains("robots.txt of e.com refuses copies of this page");
        assertThat(scene.web.asked()).containsOnlyOnce("GET " + ROBOTS);
    }

    @Test
    void whatIsKnownToBeRefusedIsAskedAsIfNothingWereKept() {
        var scene = new Scene(ROBOTS + " -> 200 |User-agent: *\\nDisallow: /\n" + A + " -> 200 |<title>A</title>\n"
                + "https://e.com/1.pdf" + PDF + "https://e.com/2.pdf" + PDF
                + "HEAD https://e.com/3.pdf -> 405\nGET https://e.com/3.pdf" + PDF
                + "https://e.com/b -> 200 |<title>Page not found</title>");
        for (var address : List.of(A, "https://e.com/1.pdf", "https://e.com/2.pdf", "https://e.com/3.pdf")) {
            var outcome = scene.outcome(address);
            assertThat(outcome.reason()).isEqualTo(Reason.OK);
            assertThat(outcome.refusesCopies()).isTrue();
        }
        assertThat(scene.outcome("https://e.com/b").reason())
                .as("only its body tells what a page is")
                .isEqualTo(Reason.SOFT_404);
        assertThat(scene.web.asked())
                .containsExactly(
                        "GET " + A,
                        "GET " + ROBOTS,
                        "HEAD https://e.com/1.pdf",
                        "GET https://e.com/1.pdf",
                        "HEAD https://e.com/2.pdf",
                        "HEAD https://e.com/3.pdf",
                        "GET https://e.com/3.pdf",
                        "GET https://e.com/b");
        assertThat(scene.kept).isEmpty();
    }

    @Test
    void aFileThatMovedToWhereItMayBeKeptIsKept() {
        var scene = new Scene("https://e.com/robots.txt -> 200 |User-agent: *\\nDisallow: /\n" + A
                + " -> 200 |<title>A</title>\n" + "https://e.com/1.pdf" + PDF
                + "https://e.com/2.pdf -> 301 Location: https://f.com/2.pdf\nhttps://f.com/2.pdf" + PDF);
        for (var address : List.of(A, "https://e.com/1.pdf")) {
            assertThat(scene.resolve(address).snapshots()).isEmpty();
        }
        assertThat(scene.resolve("https://e.com/2.pdf").snapshots()).hasSize(2);
        assertThat(scene.kept).containsExactly("301 https://e.com/2.pdf", "200 https://f.com/2.pdf");
    }
}
