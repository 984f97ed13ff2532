package ibid.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.OptionalTool;
import ibid.finding.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other people's checkers say of the page: axe of its accessibility, the Nu HTML checker of its markup. */
class ReportStandardsTest {
    private static final Path PACKAGES = Path.of("src/test/node/node_modules");
    private static final String AXE = """
            return axe.run({resultTypes: ['violations']}).then(result => result.violations.map(v =>
                v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)).join(' | ')));
            """;

    private static Map<String, Report> reports() {
        var reports = new LinkedHashMap<String, Report>();
        reports.put("founding", Reports.founding());
        reports.put("recovered", Reports.recovered());
        reports.put("empty", Reports.empty());
        reports.put("incomplete", Reports.incomplete());
        reports.put("mixed", Mixed.report());
        reports.put("large", Reports.large(120));
        reports.put("everything", Everything.report());
        return reports;
    }

    @Test
    void axeFindsNoViolationInLightAndDarkOnNarrowAndWideScreens(@TempDir Path folder) throws IOException {
        OptionalTool.NODE.require();
        var axe = Files.readString(PACKAGES.resolve("axe-core/axe.min.js")) + "; window.axe = axe; return 1";
        try (var browser = new Browser(folder)) {
            for (var report : reports().entrySet()) {
                for (var scheme : List.of("light", "dark")) {
                    for (var width : List.of(360, 1280)) {
                        browser.show(report.getValue(), width, scheme);
                        browser.value(axe);

                        assertThat(browser.value(AXE))
                                .as("%s, %s, %d px", report.getKey(), scheme, width)
                                .isEqualTo(List.of());
                    }
                }
            }
        }
    }

    @Test
    void axeSeesWhatIsWrong(@TempDir Path folder) throws IOException {
        OptionalTool.NODE.require();
        var page = Files.writeString(folder.resolve("bad.html"), "<!doctype html><title>x</title><img src='data:,'>");
        try (var browser = new Browser(folder)) {
            browser.open(page);
            browser.value(Files.readString(PACKAGES.resolve("axe-core/axe.min.js")) + "; window.axe = axe; return 1");

            assertThat(browser.value(AXE).toString()).contains("image-alt", "html-has-lang");
        }
    }

    @Test
    void theNuHtmlCheckerFindsNoError(@TempDir Path folder) throws Exception {
        OptionalTool.NODE.require();
        var files = new ArrayList<String>();
        for (var report : reports().entrySet()) {
            var file = folder.resolve(report.getKey() + ".html");
            Files.write(file, Golden.written(new HtmlReport(), report.getValue()));
            files.add(file.toString());
        }

        assertThat(checked(files)).isEmpty();
        var bad = Files.writeString(folder.resolve("bad.html"), "<!doctype html><title>x</title><p id=a><p id=a>");
        assertThat(checked(List.of(bad.toString()))).contains("Duplicate ID");
    }

    private static String checked(List<String> files) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xss1m",
                "-jar",
                PACKAGES.resolve("vnu-jar/build/dist/vnu.jar").toString(),
                "--errors-only",
                "--exit-zero-always"));
        command.addAll(files);
        var checker = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(checker.getInputStream().readAllBytes(), UTF_8);
        checker.waitFor();
        return said.replace("Document checking completed. No errors found.", "").strip();
    }
}
