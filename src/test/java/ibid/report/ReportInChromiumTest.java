package ibid.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.finding.Report;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** The page as a browser shows it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportInChromiumTest {
    private @Nullable Browser browser;

    @BeforeAll
    void open(@TempDir Path temporary) {
        browser = new Browser(temporary);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private Browser browser() {
        if (browser == null) {
            throw new AssertionError("Chromium did not start");
        }
        return browser;
    }

    private ChromeDriver chromium() {
        return browser().driver();
    }

    static List<Report> reports() {
        return List.of(
                Reports.founding(),
                Reports.recovered(),
                Reports.empty(),
                Reports.incomplete(),
                Mixed.report(),
                Everything.report());
    }

    private void show(Report report, int width, String scheme) {
        browser().show(report, width, scheme);
    }

    private long number(String script) {
        return browser().number(script);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void opensFromDiskWithoutAComplaint(Report report) {
        browser().complaints();

        show(report, 1280, "light");

        assertThat(chromium().getTitle()).endsWith("Ibid");
        assertThat(browser().complaints()).isEmpty();
        assertThat(number("return document.styleSheets.length")).isEqualTo(1);
        assertThat(number("return document.scripts.length")).isEqualTo(2);
        assertThat(
                        number(
                                "return performance.getEntriesByType('resource').filter(r => !r.name.startsWith('data:')).length"))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void doesNotScrollSidewaysOnANarrowScreen(Report report) {
        for (var width : List.of(320, 360, 700, 1280)) {
            show(report, width, "light");

            assertThat(number("return document.documentElement.scrollWidth"))
                    .as("at %d px", width)
                    .isLessThanOrEqualTo(width);
        }
    }

    @Test
    void hostileTextRunsNothing() {
        show(Everything.report(), 1280, "light");

        assertThatThrownBy(() -> chromium().switchTo().alert()).isInstanceOf(NoAlertPresentException.class);
        assertThat(number("return document.images.length")).isZero();
        assertThat(number("return document.styleSheets.length")).isEqualTo(1);
        assertThat(chromium().findElement(By.tagName("body")).getText()).contains("<script>alert(1)</script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyTextHasTheContrastThatWcagAsksFor(String scheme) {
        for (var report : reports()) {
            show(report, 1280, scheme);

            assertThat(chromium().executeScript(CONTRAST)).isEqualTo(List.of());
        }
    }

    @Test
    void darkIsDarkAndLightIsLight() {
        var background = "return parseInt(getComputedStyle(document.body).backgroundColor.match(/[0-9]+/)[0])";
        show(Reports.founding(), 1280, "light");
        assertThat(number(background)).isGreaterThan(200);
        show(Reports.founding(), 1280, "dark");
        assertThat(number(background)).isLessThan(60);
    }

    @Test
    void theKeyboardReachesEveryLinkAndShowsWhereItIs() {
        show(Reports.founding(), 1280, "light");

        new Actions(chromium()).sendKeys(Keys.TAB).perform();
        assertThat(chromium().switchTo().activeElement().getText()).isEqualTo("Skip to the findings");
        assertThat(number("return document.activeElement.getBoundingClientRect().left"))
                .isNotNegative();
        new Actions(chromium()).sendKeys(Keys.TAB).perform();
        assertThat(chromium().switchTo().activeElement().getText()).isEqualTo("Could not tell");
        assertThat(number("return parseFloat(getComputedStyle(document.activeElement).outlineWidth) | 0"))
                .isGreaterThanOrEqualTo(2);
    }

    /** Every piece of visible text whose contrast is below WCAG 2.2 success criterion 1.4.3. */
    private static final String CONTRAST = """
            const parse = c => { const m = c.match(/[0-9.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m; };
            const light = c => { const [r, g, b] = c.slice(0, 3).map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
              return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
            const behind = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c[3] === 1) return c; } return [255, 255, 255, 1]; };
            const found = [];
            for (const e of document.body.querySelectorAll('*')) {
              if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
              const style = getComputedStyle(e);
              const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
              const [a, b] = [light(parse(style.color)), light(behind(e))].sort((x, y) => y - x);
              const ratio = (a + 0.05) / (b + 0.05);
              if (ratio < (large ? 3 : 4.5)) found.push(e.className + ' ' + e.tagName + ' ' + ratio.toFixed(2) + ' ' + e.textContent.slice(0, 30));
            }
            return [...new Set(found)];
            """;
}
