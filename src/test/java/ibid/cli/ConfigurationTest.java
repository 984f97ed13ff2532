package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(run("", "extract", "--config=gone.toml").err()).contains("gone.toml", "--config");
    }
}
