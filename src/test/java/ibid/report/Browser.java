package ibid.report;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.OptionalTool;
import ibid.finding.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window, showing reports from disk; tests that open it are skipped where it is missing. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path folder;
    private final ChromeDriver chromium;

    Browser(Path folder) {
        this.folder = folder;
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

    @Override
    public void close() {
        chromium.quit();
    }

    ChromeDriver driver() {
        return chromium;
    }

    /** Opens the report as wide as a screen of that many CSS pixels. */
    void show(Report report, int width, String scheme) {
        screen(width, scheme);
        open(write(report));
    }

    void screen(int width, String scheme) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        command(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    Path write(Report report) {
        try {
            return Files.write(folder.resolve("report.html"), Golden.written(new HtmlReport(), report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void open(Path file) {
        // An address that differs only in its fragment would not be loaded anew.
        chromium.get("about:blank");
        chromium.get(file.toUri().toString());
    }

    void command(String name, Map<String, Object> parameters) {
        chromium.executeCdpCommand(name, parameters);
    }

    /** What the browser complained about since the last call. */
    List<String> complaints() {
        return chromium.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(Object::toString)
                .toList();
    }

    long number(String script) {
        return chromium.executeScript(script) instanceof Long found ? found : -1;
    }

    Object value(String script, Object... arguments) {
        return Objects.requireNonNull(chromium.executeScript(script, arguments), "the script returned nothing");
    }

    WebElement element(String css) {
        return chromium.findElement(By.cssSelector(css));
    }

    List<String> texts(String css) {
        return chromium.findElements(By.cssSelector(css)).stream()
                .map(WebElement::getText)
                .toList();
    }

    int count(String css) {
        return chromium.findElements(By.cssSelector(css)).size();
    }

    /** Waits until an element shows this text. */
    void await(String css, String text) {
        assertThat(value(AWAIT, css, text, PATIENCE.toMillis())).as(css).isEqualTo(text);
    }

    /** Answers with the text that was waited for, or with that of the last moment. */
    private static final String AWAIT = """
            const [css, wanted, patience] = arguments;
            const until = performance.now() + patience;
            return new Promise(done => {
              const look = () => {
                const text = (document.querySelector(css)?.innerText ?? '').trim();
                text === wanted || performance.now() > until ? done(text) : setTimeout(look, 10);
              };
              look();
            });
            """;
}
