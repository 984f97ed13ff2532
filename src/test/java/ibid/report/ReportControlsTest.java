package ibid.report;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.finding.Report;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.PrintsPage;
import org.openqa.selenium.print.PrintOptions;

/** What a reader does with the page: filter, search, group, turn pages, copy, print; and the page without its script. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportControlsTest {
    private static final Report LARGE = Reports.large(230);

    private @Nullable Browser opened;

    @BeforeAll
    void open(@TempDir Path temporary) {
        opened = new Browser(temporary);
    }

    @AfterAll
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    @BeforeEach
    void withScript() {
        browser().command("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }

    private Browser browser() {
        if (opened == null) {
            throw new AssertionError("Chromium did not start");
        }
        return opened;
    }

    private void show(Report report) {
        browser().show(report, 1280, "light");
    }

    private void choose(String id, String start) {
        browser().driver().findElements(By.cssSelector("#" + id + " option")).stream()
                .filter(option -> option.getText().startsWith(start))
                .findFirst()
                .orElseThrow()
                .click();
    }

    private void type(String id, String text) {
        browser().element("#" + id).sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE, text);
    }

    @Test
    void filtersByRuleSeverityVerdictHostAndDocument() {
        show(Mixed.report());
        browser().await("#found", "5 findings");

        choose("rule", "moved-link (1)");
        browser().await("#found", "1 of 5 findings");
        assertThat(browser().texts("article .rule")).containsExactly("moved-link");
        choose("rule", "All");
        choose("severity", "Error (2)");
        browser().await("#found", "2 of 5 findings");
        choose("verdict", "Could not tell (2)");
        browser().await("#found", "1 of 5 findings");
        assertThat(browser().texts("article .rule")).containsExactly("truncated-url");
        browser().element("#clear").click();
        browser().await("#found", "5 findings");
        type("host", "yard");
        browser().await("#found", "1 of 5 findings");
        assertThat(browser().texts("article .rule")).containsExactly("broken-link");
        type("host", "");
        type("document", "docs/building.md");
        browser().await("#found", "3 of 5 findings");
        browser().element("#mends").click();
        browser().await("#found", "1 of 5 findings");
        assertThat(browser().texts("#list h3")).containsExactly("docs/building.md");
    }

    @Test
    void searchesTheTextsOfFindingsThatNoBrowserHasLaidOut() {
        show(LARGE);
        assertThat(browser().count("article.finding")).isEqualTo(50);

        type("words", "PAGE/229 gone");
        browser().await("#found", "1 of 230 findings");

        assertThat(browser().texts("article .message")).containsExactly("https://e.com/page/229 is gone (404).");
        type("words", "no such words");
        browser().await("#found", "0 of 230 findings");
        assertThat(browser().texts("#list")).containsExactly("No finding is like this.");
    }

    @Test
    void groupsByTargetAndByRule() {
        show(Mixed.report());

        choose("group", "Target");
        browser().await("#list section:first-child h3", "https://yard.example/plans/sloop-1904.pdf");
        assertThat(browser().element("#list section:first-child .verdict").getText())
                .isEqualTo("Broken");
        assertThat(browser().texts("#list .group:first-child header p").get(0)).isEqualTo("1 finding");
        choose("group", "Rule");
        browser().await("#list section:first-child h3", "broken-link");
        assertThat(browser().count("article.finding")).isEqualTo(5);
    }

    @Test
    void turnsPagesAndFollowsLinksToFindingsOnOthers() {
        show(LARGE);
        assertThat(browser().texts("#finding-pages .where")).containsExactly("Page 1 of 5");

        browser().element("#finding-pages [data-step='1']").click();
        assertThat(browser().texts("#finding-pages .where")).containsExactly("Page 2 of 5");
        assertThat(browser().element("article.finding").getAttribute("id")).isEqualTo("f51");
        browser().element("nav.contents a[href='#d3']").click();
        browser().await("#finding-pages .where", "Page 5 of 5");
        browser().value("location.hash = '#f77'; return 1");
        browser().await("#finding-pages .where", "Page 2 of 5");
        assertThat(browser().driver().switchTo().activeElement().getAttribute("id"))
                .isEqualTo("f77");
    }

    @Test
    void leadsFromWhatToDoFirstToAllOfTheRule() {
        show(Mixed.report());

        browser().element(".steps li:nth-child(2) a").click();

        browser().await("#found", "1 of 5 findings");
        assertThat(browser().texts("article .rule")).containsExactly("truncated-url");
    }

    @Test
    void filtersTheTargets() {
        show(Mixed.report());

        browser().element("[data-verdict='broken']").click();
        browser().await("#targets-found", "1 target");
        assertThat(browser().texts("#targets td .address"))
                .containsExactly("https://yard.example/plans/sloop-1904.pdf");
        choose("target-verdict", "All");
        type("target-words", "oak");
        browser().await("#targets-found", "1 target");
    }

    @Test
    void copiesTheNewText() {
        show(Reports.recovered());
        browser().command("Browser.grantPermissions", Map.of("permissions", new String[] {
            "clipboardReadWrite", "clipboardSanitizedWrite"
        }));

        browser().element(".diff .copy").click();

        browser().await(".diff .copy", "Copied");
        assertThat(browser().value("return navigator.clipboard.readText()")).isEqualTo(Reports.FULL);
        browser().element(".candidates .copy").click();
        browser().await(".candidates .copy", "Copied");
        assertThat(browser().value("return navigator.clipboard.readText()")).isEqualTo(Reports.FULL);
        assertThat(browser().value("return document.querySelector('.diff .copy').disabled"))
                .isEqualTo(true);
    }

    @Test
    void everythingIsThereWithoutScript() {
        browser().command("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        show(LARGE);

        assertThat(browser().count("article.finding")).isEqualTo(230);
        assertThat(browser().count("tr.target")).isEqualTo(230);
        assertThat(browser().element("#controls").isDisplayed()).isFalse();
        assertThat(browser().element("#finding-pages").isDisplayed()).isFalse();
        assertThat(browser().element("#f230 .message").isDisplayed()).isTrue();
    }

    /** Behind the first page findings are text until the script makes elements of them. */
    @Test
    void hostileTextRunsNothingOnLaterPagesAndInGroups() {
        var few = Everything.report();
        var findings =
                Stream.generate(few::findings).limit(5).flatMap(List::stream).toList();
        browser().complaints();
        show(new Report(few.run(), few.documents(), few.citations(), few.targets(), findings));

        for (var group : List.of("Document", "Target", "Rule")) {
            choose("group", group);
            browser().await("#finding-pages .where", "Page 1 of 2");
            browser().element("#finding-pages [data-step='1']").click();
            browser().await("#finding-pages .where", "Page 2 of 2");
            assertThat(browser().element("#list").getText()).contains("<script>alert(1)</script>");
            assertThat(browser().count("img, #list script")).isZero();
        }
        assertThat(browser().complaints())
                .as("an alert, or what the policy had to stop")
                .isEmpty();
    }

    @Test
    void printsAllThatIsFiltered() {
        show(LARGE);
        type("words", "page/1");
        browser().await("#found", "111 of 230 findings");

        var pdf = Base64.getDecoder()
                .decode(((PrintsPage) browser().driver())
                        .print(new PrintOptions())
                        .getContent());

        assertThat(text(pdf))
                .contains("https://e.com/page/199 is gone")
                .as("the last target, which is on another page of the list")
                .contains("docs/0002.md:30:5")
                .doesNotContain("Only with a safe edit");
        assertThat(browser().count("article.finding")).isEqualTo(50);
    }

    private static String text(byte[] pdf) {
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            return new org.apache.pdfbox.text.PDFTextStripper().getText(document);
        } catch (java.io.IOException e) {
            throw new AssertionError("Chromium printed no PDF", e);
        }
    }
}
