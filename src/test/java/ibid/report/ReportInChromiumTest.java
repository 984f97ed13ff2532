package ibid.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.OptionalTool;
import ibid.finding.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
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
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The page as a browser shows it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportInChromiumTest {
    private Path folder = Path.of("");
    private @Nullable ChromeDriver chromium;

    @BeforeAll
    void open(@TempDir Path temporary) {
        folder = temporary;
        var programs = OptionalTool.CHROMIUM.require();
        var options = new ChromeOptions();
        options.setBinary(programs.get(0).toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + folder.resolve("profile"));
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(programs.get(1).toFile())
                .build();
        chromium = new ChromeDriver(service, options);
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.quit();
        }
    }

    private ChromeDriver chromium() {
        if (chromium == null) {
            throw new AssertionError("Chromium did not start");
        }
        return chromium;
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

    /** Opens the report as wide as a screen of that many CSS pixels. */
    private void show(Report report, int width, String scheme) throws IOException {
        var file = folder.resolve("report.html");
        Files.write(file, Golden.written(new HtmlReport(), report));
        chromium()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        chromium()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        chromium().get(file.toUri().toString());
    }

    private long number(String script) {
        return chromium().executeScript(script) instanceof Long found ? found : -1;
    }

    @ParameterizedTest
    @MethodSource("reports")
    void opensFromDiskWithoutAComplaint(Report report) throws IOException {
        chromium().manage().logs().get(LogType.BROWSER);

        show(report, 1280, "light");

        assertThat(chromium().getTitle()).endsWith("Ibid");
        assertThat(chromium().manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
        assertThat(number("return document.styleSheets.length")).isEqualTo(1);
        assertThat(number("return document.scripts.length")).isZero();
        assertThat(
                        number(
                                "return performance.getEntriesByType('resource').filter(r => !r.name.startsWith('data:')).length"))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void doesNotScrollSidewaysOnANarrowScreen(Report report) throws IOException {
        for (var width : List.of(320, 360, 700, 1280)) {
            show(report, width, "light");

            assertThat(number("return document.documentElement.scrollWidth"))
                    .as("at %d px", width)
                    .isLessThanOrEqualTo(width);
        }
    }

    @Test
    void hostileTextRunsNothing() throws IOException {
        show(Everything.report(), 1280, "light");

        assertThatThrownBy(() -> chromium().switchTo().alert()).isInstanceOf(NoAlertPresentException.class);
        assertThat(number("return document.images.length")).isZero();
        assertThat(number("return document.styleSheets.length")).isEqualTo(1);
        assertThat(chromium().findElement(By.tagName("body")).getText()).contains("<script>alert(1)</script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyTextHasTheContrastThatWcagAsksFor(String scheme) throws IOException {
        for (var report : reports()) {
            show(report, 1280, scheme);

            assertThat(chromium().executeScript(CONTRAST)).isEqualTo(List.of());
        }
    }

    @Test
    void darkIsDarkAndLightIsLight() throws IOException {
        var background = "return parseInt(getComputedStyle(document.body).backgroundColor.match(/[0-9]+/)[0])";
        show(Reports.founding(), 1280, "light");
        assertThat(number(background)).isGreaterThan(200);
        show(Reports.founding(), 1280, "dark");
        assertThat(number(background)).isLessThan(60);
    }

    @Test
    void theKeyboardReachesEveryLinkAndShowsWhereItIs() throws IOException {
        show(Reports.founding(), 1280, "light");

        new Actions(chromium()).sendKeys(Keys.TAB).perform();
        assertThat(chromium().switchTo().activeElement().getText()).isEqualTo("Skip to the findings");
        assertThat(number("return document.activeElement.getBoundingClientRect().left"))
                .isNotNegative();
        new Actions(chromium()).sendKeys(Keys.TAB).perform();
        assertThat(chromium().switchTo().activeElement().getText()).isEqualTo("Complete 1 cut address");
        assertThat(number("return parseFloat(getComputedStyle(document.activeElement).outlineWidth) | 0"))
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void aLongReportOpensAtOnce() throws IOException {
        show(Reports.large(5_000), 1280, "light");

        assertThat(number("return document.querySelectorAll('article.finding').length"))
                .isEqualTo(5_000);
        assertThat(number("return performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd | 0"))
                .isLessThan(5_000);
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
