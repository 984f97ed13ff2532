package ibid.report;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The page as a browser shows it. {@code -Dscreenshots=FOLDER} keeps pictures. */
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
                Reports.founding(), Reports.recovered(), Reports.empty(), Reports.incomplete(), Everything.report());
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

    private void keep(String name) throws IOException {
        var screenshots = System.getProperty("screenshots", "");
        if (!screenshots.isEmpty()) {
            var height = number("return document.documentElement.scrollHeight");
            var width = number("return window.innerWidth");
            chromium()
                    .executeCdpCommand(
                            "Emulation.setDeviceMetricsOverride",
                            Map.of(
                                    "width",
                                    width,
                                    "height",
                                    Math.min(6000, height),
                                    "deviceScaleFactor",
                                    1,
                                    "mobile",
                                    false));
            Files.write(Path.of(screenshots, name + ".png"), chromium().getScreenshotAs(OutputType.BYTES));
        }
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
    void keepsPicturesForTheDesigner() throws IOException {
        show(Reports.founding(), 1280, "light");
        keep("founding-light");
        show(Reports.founding(), 1280, "dark");
        keep("founding-dark");
        show(Reports.founding(), 360, "light");
        keep("founding-360");
        show(Reports.recovered(), 1280, "light");
        keep("recovered-light");
        show(Reports.incomplete(), 1280, "light");
        keep("incomplete-light");
        show(Everything.report(), 1280, "light");
        keep("everything-light");
        show(Everything.report(), 360, "dark");
        keep("everything-360-dark");
        assertThat(chromium().findElement(By.tagName("h1")).isDisplayed()).isTrue();
    }
}
