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

/** A run that knows what was found before speaks of what is new. */
class BaselineTest {
    @TempDir
    private Path folder;

    private Program program;

    @BeforeEach
    void write() throws IOException {
        program = new Program(folder);
        Files.writeString(folder.resolve("a.md"), "See [one](gone.md) and [two](lost.md).\n");
    }

    private Program.Ended scan(String... more) {
        var arguments = new String[more.length + 3];
        arguments[0] = "scan";
        arguments[1] = "--offline";
        arguments[2] = "--format=text=-";
        System.arraycopy(more, 0, arguments, 3, more.length);
        return program.run(arguments);
    }

    @Test
    void theFirstRunWritesTheFileAndTellsAll() {
        var first = scan("--baseline", "known.json");

        assertThat(first.exitCode()).isEqualTo(1);
        assertThat(first.out()).contains("gone.md", "lost.md", "known.json was written");
        assertThat(folder.resolve("known.json")).content().contains("\"rule\": \"missing-file\"", "\"places\": 1");
    }

    @Test
    void whatIsKnownIsLeftOutThoughItsLineMoved() throws IOException {
        scan("--baseline", "known.json");
        Files.writeString(folder.resolve("a.md"), "A line more.\n\nSee [one](gone.md) and [two](lost.md).\n");
        var second = scan("--baseline", "known.json");

        assertThat(second.exitCode()).isZero();
        assertThat(second.out()).contains("2 findings known from known.json are left out.", "No findings.");
    }

    @Test
    void theSameFaultInAnotherDocumentOrOnceMoreIsNew() throws IOException {
        scan("--baseline", "known.json");
        Files.writeString(folder.resolve("b.md"), "Also [one](gone.md).\n");
        var elsewhere = scan("--baseline", "known.json");
        Files.delete(folder.resolve("b.md"));
        Files.writeString(folder.resolve("a.md"), "See [one](gone.md), [one](gone.md) and [two](lost.md).\n");
        var onceMore = scan("--baseline", "known.json");

        assertThat(elsewhere.exitCode()).isEqualTo(1);
        assertThat(elsewhere.out()).contains("b.md:1:").doesNotContain("a.md:1:", "lost.md");
        assertThat(onceMore.exitCode()).isEqualTo(1);
        assertThat(onceMore.out())
                .contains("a.md:1:27: error: gone.md")
                .doesNotContain("a.md:1:11:", "more place", "lost.md");
    }

    @Test
    void theFileIsWrittenAnewWhereThatIsAsked() throws IOException {
        scan("--baseline", "known.json");
        Files.writeString(folder.resolve("b.md"), "Also [three](away.md).\n");
        scan("--baseline", "known.json", "--update-baseline");

        assertThat(scan("--baseline", "known.json").exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}      | holds no known findings of Ibid",
                "no JSON | is no JSON",
            })
    void anotherFileIsAMistake(String content, String says) throws IOException {
        Files.writeString(folder.resolve("known.json"), content);
        var ended = scan("--baseline", "known.json");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains(says, "--update-baseline");
        assertThat(folder.resolve("known.json")).hasContent(content);
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidAndTheReportsAreWrittenAllTheSame() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        var ended = program.run("scan", "--offline", "--baseline", "file/known.json");

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.err())
                .contains("known.json cannot be written (", "make room or choose another place")
                .doesNotContain("was written:", "\tat ");
        assertThat(folder.resolve("reports/ibid.json")).content().contains("gone.md");
    }

    @Test
    void aNewFileIsWrittenOnlyWhereOneIsNamed() {
        var ended = scan("--update-baseline");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("--baseline FILE");
    }

    @Test
    void aProjectSaysHowMuchARuleMatters() throws IOException {
        assertThat(scan("--severity", "missing-file=note").exitCode()).isZero();
        assertThat(scan("--severity", "missing-file=note").out()).contains(": note: ");
        assertThat(scan("--severity", "missing-file=off").out()).contains("No findings.");
        Files.writeString(folder.resolve("ibid.toml"), "[rules]\nmissing-file = \"warning\"\n");
        assertThat(scan().exitCode()).isZero();
        assertThat(scan().out()).contains(": warning: ");
        assertThat(scan("--fail-on", "warning").exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "missing-fil=note   | did you mean \"missing-file\"?",
                "missing-file=fatal | choose from error, warning, note, off",
                "missing-file       | write it like broken-link=warning",
            })
    void aWrongSeverityIsAMistake(String value, String says) {
        var ended = scan("--severity", value);

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains(says);
    }

    @Test
    void quietStillSaysWhatWasFound() {
        var ended = program.run("scan", "--offline", "-q");

        assertThat(ended.err().lines()).hasSize(2).allMatch(line -> line.endsWith("[missing-file]"));
    }

    @Test
    void theTextNamesEachPlaceAndIsSaidOnce() throws IOException {
        Files.writeString(folder.resolve("b.md"), "Also [one](gone.md).\n");
        var ended = scan();

        assertThat(ended.out()).contains("a.md:1:", "b.md:1:").doesNotContain("more place");
        assertThat(ended.err()).doesNotContain("missing-file");
    }
}
