package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
    @TempDir
    private Path folder;

    private Path inner;

    @BeforeEach
    void documents() throws IOException {
        inner = Files.createDirectories(folder.resolve("docs"));
        Files.writeString(inner.resolve("a.md"), "[x](https://a.example.org/x) [y](missing.md)\n");
    }

    private Program.Ended run(String config, String... arguments) throws IOException {
        Files.writeString(folder.resolve("ibid.toml"), config);
        return new Program(inner).run(arguments);
    }

    @Test
    void theFileAboveSpeaksAsTheCommandLineWould() throws IOException {
        var ended = run("offline = true\nreport-dir = 'out'\nfail-on = 'never'\nformat = ['json', 'text']\n", "scan");
        assertThat(ended.err()).contains("offline");
        assertThat(ended.exitCode()).isZero();
        assertThat(folder.resolve("out/ibid.json"))
                .as("a path is relative to the file")
                .exists();
        assertThat(folder.resolve("out/ibid.text")).exists();
        assertThat(folder.resolve("out/ibid.html")).doesNotExist();
    }

    @Test
    void whatTheCommandLineNamesIsNotTakenFromTheFile() throws IOException {
        var ended = run(
                "offline = true\nformat = ['html']\nfail-on = 'never'\n",
                "scan",
                "--fail-on=error",
                "--format",
                "json");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(inner.resolve("reports/ibid.json")).exists();
        assertThat(inner.resolve("reports/ibid.html")).doesNotExist();
    }

    @Test
    void anOptionOfAnotherCommandIsNoMistakeAndAnUnknownOneIs() throws IOException {
        assertThat(run("fail-on = 'never'\nexclude = ['example']\n", "extract").out())
                .isEqualToIgnoringNewLines("missing.md");
        var unknown = run("# mine\nexclud = ['x']\n", "extract");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err())
                .contains("ibid.toml:2:1", "did you mean \"exclude\"?")
                .hasLineCount(1);
    }

    @Test
    void anotherFileCanBeNamedAndHelpNeedsNone() throws IOException {
        Files.writeString(folder.resolve("other.toml"), "exclude = ['missing']\n");
        assertThat(run("exclude = ['example']\n", "extract", "--config", "../other.toml")
                        .out())
                .isEqualToIgnoringNewLines("https://a.example.org/x");
        assertThat(run("no TOML", "extract", "--help").exitCode()).isZero();
        assertThat(run("", "extract", "--config=gone.toml").err()).contains("gone.toml does not exist", "--config");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "offline = \"yes\" | \"offline\" must be true or false.",
                "offline = 1 | \"offline\" must be true or false.",
                "offline = [] | \"offline\" must be true or false.",
                "insecure = \"yes\" | \"insecure\" must be true or false.",
                "no-archive = \"no\" | \"no-archive\" must be true or false.",
                "exclude = 5 | \"exclude\" must be text in quotes, or a list of such",
                "retries = '2' | \"retries\" must be a whole number",
                "timeout = 30 | \"timeout\" must be text in quotes.",
                "timeout = \"30 s\" | Invalid value for option '--timeout': '30 s' is no duration",
                "exclude = [\"([\"] | --exclude \"([\" is no regular expression",
                "color = 'red' | Invalid value for option '--color'",
            })
    void whatAnOptionDoesNotTakeIsSaidWithItsPlace(String setting, String mistake) throws IOException {
        var ended = run("# mine\n" + setting + "\n", "scan", "--no-check");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("ibid.toml:2:1: " + mistake).hasLineCount(1);
    }

    @Test
    void aValueOfTheCommandLineIsNotPutDownToTheFile() throws IOException {
        assertThat(run("timeout = '3s'\nretries = 1\n", "scan", "--no-check", "--timeout=soon")
                        .err())
                .contains("'--timeout': 'soon'")
                .doesNotContain("ibid.toml");
        assertThat(run("timeout = '3s'\noffline = false\nretries = 1\n", "scan", "--no-check", "--fail-on=never")
                        .exitCode())
                .isZero();
    }

    @Test
    void someDocumentsAreJudgedInAnotherWay() throws IOException {
        Files.createDirectories(inner.resolve("old/drafts"));
        Files.writeString(inner.resolve("old/b.md"), "[y](../missing.md)\n");
        Files.writeString(inner.resolve("old/drafts/c.md"), "[z](gone.md) [skip](skipped.md)\n");
        var tables = """
                offline = true
                [rules]
                missing-file = "warning"
                [paths."drafts"]
                exclude = "skipped"
                rules = { missing-file = "error" }
                [paths."docs/old/**"]
                rules = { missing-file = "off", duplicate-citation = "off" }
                """;
        var ended = run(tables, "scan", "--format=text=-");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out().lines().filter(line -> line.endsWith("[missing-file]")))
                .as(
                        "of one finding at several places those are left that are wanted, and excluded links are not judged")
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("a.md:1:").contains(": warning: "),
                        line -> assertThat(line)
                                .startsWith("old/drafts/c.md:1:")
                                .contains(": error: ", "gone.md"));
        assertThat(ended.out()).doesNotContain("old/b.md");
        assertThat(run(tables, "extract").out()).contains("gone.md").doesNotContain("skipped.md");
    }

    @Test
    void whatIsOffInSomeDocumentsIsNotMendedThere() throws IOException {
        var full =
                "https://www.example.org/journal/field-reports/item/48213-harbour-seals-return-to-the-estuary-after-forty-years.html";
        var cut = "https://www.example.org/journal/fie...-return-to-the-estuary-after-forty-years.html";
        Files.createDirectories(inner.resolve("old"));
        Files.writeString(inner.resolve("a.md"), cut + "\n");
        Files.writeString(inner.resolve("b.md"), full + "\n");
        Files.writeString(inner.resolve("old/c.md"), cut + "\n");
        var table = "[paths.old]\nrules = { truncated-url = 'off' }\n";
        run(table, "scan", "--offline");
        assertThat(run("", "fix", "--rule=truncated-url", "reports/ibid.json").out())
                .contains("+++ b/a.md", "+" + full)
                .doesNotContain("old/c.md");
        assertThat(run(table, "fix", "--offline", "--rule=truncated-url", ".").out())
                .as("and by a scan of its own")
                .contains("+++ b/a.md", "+" + full)
                .doesNotContain("old/c.md");
    }

    @Test
    void aRuleOfSomeDocumentsThatIsNoneIsSaidWithItsPlace() throws IOException {
        var ended = run("[paths.a.rules]\nbroken-link = 'off'\n[paths.b.rules]\nbroken-lnk = 'off'\n", "scan");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("ibid.toml:4:1: there is no rule", "did you mean \"broken-link\"?");
        assertThat(run("[paths.a.rules]\nbroken-link = 'of'\n", "scan").err())
                .contains("ibid.toml:2:1: there is no severity \"of\"");
    }
}
