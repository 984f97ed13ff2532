package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixCommandTest {
    private static final String WRAPPED = "https://www.google.com/url?q=https://example.org/paper&sa=D";
    private static final String BEFORE = "See [a](" + WRAPPED + ")\r\nand\tmore\r\n";
    private static final String AFTER = "See [a](https://example.org/paper)\r\nand\tmore\r\n";

    @TempDir
    private Path folder;

    private Program program;
    private Path document;

    @BeforeEach
    void write() throws IOException {
        program = new Program(folder);
        document = Files.writeString(folder.resolve("a.md"), BEFORE);
    }

    @Test
    void showsWhatItWouldChangeAndChangesNothing() throws IOException {
        var ended = program.run("fix", "--offline");
        assertThat(ended.out())
                .isEqualTo("--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n-See [a](" + WRAPPED
                        + ")\r\n+See [a](https://example.org/paper)\r\n and\tmore\r\n");
        assertThat(ended.err()).isEqualTo("1 edit in 1 document; --apply makes them.\n");
        assertThat(ended.exitCode()).isZero();
        assertThat(Files.readString(document)).isEqualTo(BEFORE);
    }

    @Test
    void mendsFromAReportAndASecondTimeChangesNothing() throws IOException {
        program.run("scan", "--offline");
        assertThat(program.run("fix", "--apply", "reports/ibid.json").err()).isEqualTo("1 edit in 1 document made.\n");
        assertThat(Files.readString(document)).isEqualTo(AFTER);
        var again = program.run("fix", "--apply", "reports/ibid.json");
        assertThat(again.err()).isEqualTo("Nothing to change.\n");
        assertThat(again.exitCode()).isZero();
        assertThat(program.run("fix", "--apply", "--offline", "a.md").err()).isEqualTo("Nothing to change.\n");
        assertThat(Files.readString(document)).isEqualTo(AFTER);
    }

    @Test
    void refusesADocumentThatChangedSinceTheScan() throws IOException {
        program.run("scan", "--offline");
        Files.writeString(document, "More. " + BEFORE);
        var ended = program.run("fix", "--apply", "reports/ibid.json");
        assertThat(ended.err())
                .contains("ibid: a.md: It has changed since the scan")
                .contains("Nothing to change.");
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(Files.readString(document)).isEqualTo("More. " + BEFORE);
    }

    @Test
    void mendsTheRulesThatAreNamed() {
        assertThat(program.run("fix", "--offline", "--rule", "moved-link").err())
                .isEqualTo("Nothing to change.\n");
        assertThat(program.run("fix", "--offline", "--rule", "wrapped-link").out())
                .contains("+See");
        var ended = program.run("fix", "--offline", "--rule", "wraped-link");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).isEqualTo("ibid: there is no rule \"wraped-link\"; did you mean \"wrapped-link\"?\n");
    }

    @Test
    void readsADocumentInJsonThatIsNoReport() throws IOException {
        Files.writeString(folder.resolve("b.json"), "{\"see\": \"" + WRAPPED + "\"}\n");
        assertThat(program.run("fix", "--offline", "b.json").out())
                .contains("+{\"see\": \"https://example.org/paper\"}");
    }

    @Test
    void noEscapeSequenceOfADocumentReachesTheTerminal() throws IOException {
        Files.writeString(document, "\u001B[31mred\u009B1m \u202E " + WRAPPED + "\n");
        var ended = program.run("fix", "--offline");
        assertThat(ended.out()).contains("[U+001B][31mred[U+009B]1m [U+202E] https://example.org/paper");
        assertThat(ended.out() + ended.err()).doesNotContain("\u001B", "\u009B", "\u202E");
    }
}
