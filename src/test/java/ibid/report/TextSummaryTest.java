package ibid.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextSummaryTest {
    private static final List<String> FILES = List.of("reports/ibid.json", "reports/ibid.html");

    @Test
    void namesTheWorstFindingsFirstAndThenCounts() {
        assertThat(new TextSummary(false, 10).render(Reports.founding(), FILES)).isEqualTo("""
                forum-post.txt:31:1: error: The link is cut ("http://www.coastalreview.example/pu...the-quiet-return-of-coastal-sail-freight.html"); XenForo shows URLs so. (and at 1 more place) [truncated-url]
                forum-post.txt:31:1: warning: The same source is cited on lines 31 and 51. [duplicate-citation]
                forum-post.txt:18:207: note: Lines 12-31 occur again as lines 32-51, with the 2 citations in them. [duplicate-passage]

                1 document, 4 citations, 2 targets in 1.2 s, offline
                1 could not tell, 1 not checked
                1 error, 1 warning, 1 note
                Reports: reports/ibid.json, reports/ibid.html
                """);
    }

    @Test
    void saysHowManyMoreThereAreAndWhere() {
        assertThat(new TextSummary(false, 2).render(Reports.large(1500), FILES)).isEqualTo("""
                docs/0000.md:1:5: error: https://e.com/page/0 is gone (404). [broken-link]
                docs/0000.md:2:5: error: https://e.com/page/1 is gone (404). [broken-link]
                and 1,498 more, see reports/ibid.html

                15 documents, 1,500 citations, 1,500 targets in 1.2 s
                1,500 broken
                1,500 errors, 0 warnings, 0 notes
                Reports: reports/ibid.json, reports/ibid.html
                """);
    }

    @Test
    void saysSoWhereNothingWasFound() {
        assertThat(new TextSummary(false, 10).render(Reports.empty(), List.of()))
                .isEqualTo("""
                0 documents, 0 citations, 0 targets in 1.2 s
                No findings.
                """);
    }

    @Test
    void saysThatARunIsNotCompleteAndWhy() {
        assertThat(new TextSummary(false, 0).render(Reports.incomplete(), List.of()))
                .isEqualTo("""
                and 3 more

                No host could be reached: the network is down.
                This run is not complete.
                1 document, 4 citations, 2 targets in 1.2 s
                1 could not tell, 1 not checked
                1 error, 1 warning, 1 note
                """);
    }

    @Test
    void coloursOnlyWhereItIsAsked() {
        var coloured = new TextSummary(true, 1).render(Reports.founding(), FILES);

        assertThat(coloured)
                .startsWith("\u001b[1mforum-post.txt:31:1: \u001b[0m\u001b[31merror\u001b[0m: The link is cut");
        assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", ""))
                .isEqualTo(new TextSummary(false, 1).render(Reports.founding(), FILES));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noEscapeSequenceOfADocumentReachesTheTerminal(boolean colour) {
        var text = new TextSummary(colour, 100).render(Everything.report(), List.of("\u001b]0;title\u0007.html"));

        assertThat(text.replaceAll("\u001b\\[[0-9]{1,2}m", "")).doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]");
        assertThat(text).contains("[U+001B][31mred", "[U+202E]").doesNotContain("s3cr3t");
        assertThat(text.lines().filter(line -> line.contains("alert(1)"))).hasSizeGreaterThan(18);
    }

    @Test
    void cutsMessagesToTheTerminalsWidthAndKeepsTheRule() {
        var lines = new TextSummary(false, 10, 100)
                .render(Reports.founding(), FILES)
                .lines()
                .toList();

        assertThat(lines.get(0))
                .hasSize(100)
                .startsWith("forum-post.txt:31:1: error: The link is cut")
                .endsWith("… [truncated-url]");
        assertThat(new TextSummary(false, 10, 5)
                        .render(Reports.founding(), FILES)
                        .lines()
                        .findFirst()
                        .orElseThrow())
                .contains("The link is cut");
    }
}
