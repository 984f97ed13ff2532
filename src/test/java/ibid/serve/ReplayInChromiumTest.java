package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.OptionalTool;
import ibid.archive.Archive;
import ibid.archive.PageRequisites;
import ibid.archive.WarcArchive;
import ibid.config.Settings;
import ibid.config.TestSettings;
import ibid.config.UsageException;
import ibid.report.Everything;
import ibid.report.HtmlReport;
import ibid.url.Url;
import ibid.web.NameLookup;
import ibid.web.OkHttpWeb;
import ibid.web.RealScheduler;
import ibid.web.Robots;
import ibid.web.Web;
import ibid.web.WebListener;
import ibid.web.WebRequest;
import ibid.web.WebResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.logging.Level;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A captured site in a browser, beside the site itself, and then without it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayInChromiumTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final double MOST_DIFFERENT = 1;

    /** A machine with much else to do paints late. */
    private static final int MOST_LOOKS = 8;

    private @Nullable ChromeDriver chromium;
    private @Nullable SampleSite site;
    private @Nullable ReplayServer server;
    private final Trap trap = new Trap();
    private String at = "";

    ReplayInChromiumTest() throws IOException {}

    @BeforeAll
    void capture(@TempDir Path folder) throws IOException, UsageException {
        var programs = OptionalTool.CHROMIUM.require();
        site = new SampleSite();
        try (var scheduler = new RealScheduler(InstantSource.system());
                var web = new OkHttpWeb(
                        TestSettings.fastWeb(0, Duration.ofSeconds(20)),
                        scheduler,
                        NameLookup.system(),
                        new Random(1),
                        WebListener.NONE);
                var archive = new PageRequisites(
                        WarcArchive.open(
                                folder.resolve("archive"),
                                Settings.DEFAULTS.archive(),
                                InstantSource.system(),
                                new Random(1),
                                "test"),
                        web,
                        new Robots(web, "test"))) {
            Stream.concat(site.pages().stream(), Stream.of(site.leaking()))
                    .forEach(page -> capture(Url.parse(page).orElseThrow(), web, archive));
            archive.finish();
            assertThat(archive.problem()).isEmpty();
        }
        at = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(InstantSource.system().instant());
        Files.copy(Path.of("reports", "example", "ibid.html"), folder.resolve("ibid.html"));
        server = ReplayServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), folder);
        chromium = started(programs, folder.resolve("profile"));
    }

    private static void capture(Url url, Web web, Archive archive) {
        var reply =
                web.send(new WebRequest(WebRequest.Method.GET, url, List.of())).join();
        assertThat(reply).isInstanceOf(WebResponse.class);
        archive.keep((WebResponse) reply);
        ((WebResponse) reply)
                .header("Location")
                .flatMap(url::resolve)
                .ifPresent(onward -> capture(onward, web, archive));
    }

    private ChromeDriver started(List<Path> programs, Path profile) {
        var options = new ChromeOptions();
        options.setBinary(programs.get(0).toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--hide-scrollbars",
                // What a frame of another process asks is not in the log.
                "--disable-features=IsolateSandboxedIframes",
                "--proxy-server=http://127.0.0.1:" + trap.port(),
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + profile);
        var logs = new LoggingPreferences();
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(programs.get(1).toFile())
                        .build(),
                options);
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.quit();
        }
        if (server != null) {
            server.close();
        }
        if (site != null) {
            site.close();
        }
        trap.close();
    }

    private ChromeDriver chromium() {
        if (chromium == null) {
            throw new AssertionError("Chromium did not start");
        }
        return chromium;
    }

    private String origin() {
        return "http://127.0.0.1:" + (server == null ? 0 : server.address().getPort());
    }

    /** What a browser window of that height shows, from {@code top} on, as a PNG in Base64. */
    private String shown(String address, int top) {
        chromium()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", WIDTH, "height", HEIGHT + top, "deviceScaleFactor", 1, "mobile", false));
        chromium().get(address);
        var clip = Map.of("x", 0, "y", top, "width", WIDTH, "height", HEIGHT, "scale", 1);
        return String.valueOf(chromium()
                .executeCdpCommand("Page.captureScreenshot", Map.of("format", "png", "clip", clip))
                .get("data"));
    }

    /** In percent of all pixels. */
    private static double difference(String one, String other) throws IOException {
        if (one.equals(other)) {
            return 0;
        }
        var first = pixels(one);
        var second = pixels(other);
        var different = IntStream.range(0, first.length)
                .filter(i -> first[i] != second[i])
                .count();
        return 100.0 * different / first.length;
    }

    private static int[] pixels(String png) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(png)));
        return image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
    }

    /** Pictures may be painted a moment after they were loaded: what differs is looked at again. */
    private double difference(String page, String copy, int top) throws IOException {
        var difference = 100.0;
        for (var i = 0; i < MOST_LOOKS && difference > MOST_DIFFERENT; i++) {
            difference = difference(shown(page, 0), shown(copy, top));
        }
        return difference;
    }

    @Test
    void everyPageLooksAsItDid() throws IOException {
        var pages = Objects.requireNonNull(site).pages();
        assertThat(pages).hasSize(30);
        var bar = barHeight(pages.get(0));
        var differences = new ArrayList<String>();
        for (var page : pages) {
            var top = page.endsWith(".pdf") ? 0 : bar;
            var difference = difference(page, origin() + "/replay/" + at + "/" + page, top);
            if (difference > MOST_DIFFERENT) {
                differences.add(page + ": " + difference + " %");
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void noPageIsShownWithTheHelpOfItsSite() throws IOException {
        var running = Objects.requireNonNull(site);
        running.asked();
        requests();
        for (var page : running.pages()) {
            chromium().get(origin() + "/replay/" + at + "/" + page);
            assertThat(requests())
                    .as(page)
                    .isNotEmpty()
                    .allMatch(url -> url.startsWith(origin() + "/"), "asks this server");
        }
        assertThat(running.asked()).isEmpty();
    }

    @Test
    void whateverACopyTriesItStaysHere() throws IOException {
        var running = Objects.requireNonNull(site);
        chromium().get(origin() + "/replay/" + at + "/" + running.leaking());
        chromium().switchTo().frame(0);
        assertThat(chromium().findElements(By.tagName("h1"))).hasSize(1);
        running.asked();
        requests();
        chromium().get(origin() + "/replay/" + at + "/" + running.leaking());
        // All the ways out are tried within a tenth of that.
        chromium().executeAsyncScript("setTimeout(arguments[0], 1000)");
        assertThat(running.asked()).isEmpty();
        assertThat(requests()).isNotEmpty().allMatch(url -> url.startsWith(origin() + "/"), "asks this server");
        assertThat(trap.caught()).noneMatch(line -> line.contains("leak.example"));
        assertThat(chromium().getWindowHandles()).hasSize(1);
        assertThat(chromium().getCurrentUrl()).isEqualTo(origin() + "/replay/" + at + "/" + running.leaking());
    }

    @Test
    void aCopyReadsNeitherTheReportNorOtherCopies() {
        var page = Objects.requireNonNull(site).pages().get(0);
        chromium().get(origin() + "/replay/" + at + "/" + page);
        chromium().switchTo().frame(0);
        var reading =
                "const done = arguments[1]; fetch(arguments[0]).then(r => r.text()).then(done, () => done('refused'))";
        for (var target : List.of("/ibid.json", "/copies", "/replay/" + at + "if_/" + page)) {
            assertThat(chromium().executeAsyncScript(reading, origin() + target))
                    .isEqualTo("refused");
        }
        assertThat(chromium().executeScript("try { return parent.document.title } catch (e) { return 'refused' }"))
                .isEqualTo("refused");
        assertThat(chromium().executeScript("return self.origin")).isEqualTo("null");
    }

    @Test
    void theReportWorksAsItDoesFromDisk() {
        chromium().manage().logs().get(LogType.BROWSER);
        chromium().get(origin() + "/");
        assertThat(chromium().getTitle()).endsWith("Ibid");
        assertThat(chromium().manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    @Test
    void theReportLeadsToItsCopiesWhereTheyAreServed(@TempDir Path folder) throws IOException {
        var report = folder.resolve("ibid.html");
        try (var out = Files.newOutputStream(report)) {
            new HtmlReport().write(Everything.report(), out);
        }
        chromium().get(report.toUri().toString());
        assertThat(copyLinks()).isNotEmpty().noneMatch(WebElement::isDisplayed);

        try (var serving = ReplayServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), folder)) {
            var start = "http://127.0.0.1:" + serving.address().getPort() + "/";
            chromium().get(start);
            chromium().executeScript("document.querySelectorAll('details').forEach(part => part.open = true)");
            var link = copyLinks().stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst()
                    .orElseThrow();
            var place = String.valueOf(link.getDomProperty("href"));
            assertThat(ReplayAddress.parse(place.substring(start.length() - 1)))
                    .hasValueSatisfying(asked -> assertThat(asked.url().host()).isEqualTo("e.com"));
            link.sendKeys(Keys.ENTER);
            assertThat(chromium().getCurrentUrl()).isEqualTo(place);
            assertThat(chromium().findElement(By.tagName("body")).getText()).contains("e.com");
        }
    }

    private List<WebElement> copyLinks() {
        return chromium().findElements(By.cssSelector(".snapshots .replay"));
    }

    @Test
    void theBarTellsOfTheCopyThatALinkLedTo() {
        var pages = Objects.requireNonNull(site).pages();
        chromium().get(origin() + "/replay/" + at + "/" + pages.get(4));
        chromium().switchTo().frame(0);
        chromium().findElement(By.linkText("The next page")).click();
        chromium().switchTo().defaultContent();
        chromium().manage().timeouts().implicitlyWait(Duration.ofSeconds(10));
        assertThat(chromium().findElements(By.xpath("//bdi[.='" + pages.get(5) + "']")))
                .hasSize(1);
        chromium().manage().timeouts().implicitlyWait(Duration.ZERO);
    }

    private int barHeight(String page) {
        chromium().get(origin() + "/replay/" + at + "/" + page);
        return chromium().findElement(By.tagName("iframe")).getRect().getY();
    }

    /** Addresses that were asked since this was asked last; what a policy stopped before it was sent is none of them. */
    private List<String> requests() throws IOException {
        var asked = new LinkedHashMap<String, String>();
        for (var entry : chromium().manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = new ObjectMapper().readTree(entry.getMessage()).path("message");
            var id = message.at("/params/requestId").asText();
            var url = message.at("/params/request/url").asText();
            if (message.path("method").asText().equals("Network.requestWillBeSent") && url.startsWith("http")) {
                asked.put(id, url);
            } else if (message.at("/params/blockedReason").asText().equals("csp")) {
                asked.remove(id);
            }
        }
        return List.copyOf(asked.values());
    }
}
