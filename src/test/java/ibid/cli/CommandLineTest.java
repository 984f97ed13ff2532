package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    @TempDir
    private Path folder;

    private Program program;

    @BeforeEach
    void enter() {
        program = new Program(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "scan --no-such-option | --no-such-option",
                "scan --fail-on sometimes | sometimes",
                "scan --timeout soon | soon",
                "scan --retries many | many",
                "scan --retries -1 | --retries",
                "scan --max-concurrency 0 | --max-concurrency",
                "scan --timeout 0 | --timeout",
                "scan --cacert nowhere.pem . | nowhere.pem",
                "scan --proxy ftp://e.com . | proxy",
                "scan --exclude ( | regular expression",
                "scan --accept 2xx | 2xx",
                "scan --accept 500..400 | 500..400",
                "scan --timeout 999999999h | 999999999h",
                "scan --format html= | html=PATH",
                "scan --format pdf | pdf",
                "scan --format json=-,text=- | only one",
                "scan --header Authorization:secret . | Authorization",
                "scan --root-dir nowhere | nowhere",
                "scan --shortener go . | \"go\" must be a host",
                "scan --shortener go.e.com=shut . | =closed",
                "scan --shortener https://go.e.com/ . | must be a host",
                "scan missing.md | missing.md",
                "scan *.nothing | *.nothing",
                "extract missing.md | missing.md",
                "extract --format xml | xml",
                "scan --files-from missing.txt | missing.txt",
                "judge | judge",
            })
    void aMistakeIsOneSentenceAndExitCode2(String arguments, String named) {
        var ended = program.run(arguments.split(" ", -1));
        assertThat(ended.err().strip().lines()).hasSize(1);
        assertThat(ended.err()).startsWith("ibid: ").contains(named).doesNotContain("Exception", "\tat ");
        assertThat(ended.out()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderWithoutDocumentsIsFineAndSaidSo() {
        var ended = program.run("scan", "--offline");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).contains("no documents");
        assertThat(folder.resolve("reports/ibid.json")).exists();
        assertThat(folder.resolve("reports/ibid.html")).exists();
    }

    @Test
    void theVersionIsOnStandardOutput() {
        assertThat(program.run("--version").out()).matches("ibid \\d+\\.\\d+\\.\\d+\\R");
    }

    @Test
    void helpNamesEveryCommand() {
        var ended = program.run("--help");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("scan", "extract", "schema");
    }

    @Test
    void theSchemaIsJson() throws IOException {
        var schema = new ObjectMapper().readTree(program.run("schema").out());
        assertThat(schema.get("$schema").asText()).contains("2020-12");
    }

    @Test
    void machineOutputStandsAloneOnStandardOutput() throws IOException {
        write("a.md", "[one](missing.md)\n");
        var ended = program.run("scan", "--offline", "--format", "json=-", "a.md");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(json(ended.out()).at("/findings/0/rule").asText()).isEqualTo("missing-file");
        assertThat(ended.err()).contains("a.md:1:7: error: ").contains("[missing-file]");
        assertThat(folder.resolve("reports")).doesNotExist();
    }

    @Test
    void eachReportIsNamedAfterItsFormat() throws IOException {
        write("a.md", "Nothing here.\n");
        program.run("scan", "--offline", "--format", "json,html,text", "a.md");
        assertThat(folder.resolve("reports")).isDirectoryContaining("glob:**/ibid.json");
        assertThat(folder.resolve("reports")).isDirectoryContaining("glob:**/ibid.html");
        assertThat(folder.resolve("reports")).isDirectoryContaining("glob:**/ibid.text");
    }

    @Test
    void aReportThatCannotBeWrittenIsSaidWithItsReason() throws IOException {
        write("a.md", "Nothing here.\n");
        write("reports", "A file.\n");
        var ended = program.run("scan", "--offline", "a.md");
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.err()).contains("ibid.json cannot be written (a file stands where a folder is wanted)");
        assertThat(ended.err())
                .as("what was not written is not named among the reports")
                .doesNotContain("Report");
    }

    @Test
    void aPathWithASecretOrAnEscapeIsShownHarmless() {
        var ended = program.run("extract", "https://me:word@e.com/a", "b\u001b[31m");
        assertThat(ended.err()).contains("https://***@e.com/a").doesNotContain("word", "\u001b");
        assertThat(program.run("extract", "b\u001b[31m").err())
                .contains("[U+001B]")
                .doesNotContain("\u001b");
    }

    @ParameterizedTest
    @CsvSource({"error, 1", "warning, 1", "note, 1", "never, 0"})
    void failOnDecidesTheExitCode(String severity, int exitCode) throws IOException {
        write("a.md", "[one](missing.md)\n");
        assertThat(program.run("scan", "--offline", "--fail-on", severity, "a.md")
                        .exitCode())
                .isEqualTo(exitCode);
    }

    @Test
    void anUnreadableDocumentLeavesTheRestScannedAndTheRunIncomplete() throws IOException {
        write("a.md", "https://e.com/a\n");
        Files.createSymbolicLink(folder.resolve("b.md"), folder.resolve("gone.md"));
        var ended = program.run("scan", "--offline", ".");
        assertThat(ended.exitCode()).isEqualTo(3);
        var report = json(Files.readString(folder.resolve("reports/ibid.json")));
        assertThat(report.at("/run/complete").asBoolean()).isFalse();
        assertThat(report.at("/summary/rules/document-problem").asInt()).isEqualTo(1);
        assertThat(report.at("/citations")).hasSize(1);
    }

    @Test
    void standardInputIsADocument() {
        var ended = program.runWith("see https://e.com/a.\n", "extract", "-");
        assertThat(ended.out()).isEqualTo("https://e.com/a\n");
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void extractListsCitationsAsJsonLines() throws IOException {
        write("a.md", "# Sources\n\n- [One](https://e.com/a)\n- ftp://e.com/b\n");
        var lines = program.run("extract", "--format", "jsonl", "a.md")
                .out()
                .lines()
                .toList();
        assertThat(lines).hasSize(2);
        var first = json(lines.get(0));
        assertThat(first.get("cited").asText()).isEqualTo("https://e.com/a");
        assertThat(first.get("line").asInt()).isEqualTo(3);
        assertThat(first.at("/context/heading").asText()).isEqualTo("Sources");
        assertThat(first.get("target").isNull()).isTrue();
    }

    @Test
    void extractOfNothingIsNothing() throws IOException {
        write("a.md", "Nothing here.\n");
        var ended = program.run("extract", "--format", "jsonl", ".");
        assertThat(ended.out()).isEmpty();
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void secretsOfTheCommandLineAreNotInTheReport() throws IOException {
        write("a.md", "https://me:word@e.com/?token=abc\n");
        program.run(
                "scan",
                "--offline",
                "--header",
                "https://e.com=Authorization: Bearer hidden1",
                "--header=X-Thing: hidden2",
                "--proxy",
                "http://me:hidden3@127.0.0.1:9",
                "a.md");
        var files = Files.readString(folder.resolve("reports/ibid.json"))
                + Files.readString(folder.resolve("reports/ibid.html"));
        assertThat(files).doesNotContain("hidden1", "hidden2", "hidden3", "me:word", "token=abc");
        assertThat(files).contains("https://***@e.com/?token=***", "Authorization:***");
    }

    @Test
    void twoRunsWriteTheSameBytesButForTheRunItself() throws IOException {
        write("a.md", "[one](missing.md) and https://e.com/a and http://www.e.com/a/\n");
        var first = withoutRun(
                program.run("scan", "--offline", "--format", "json=-", "a.md").out());
        var second = withoutRun(
                program.run("scan", "--offline", "--format", "json=-", "a.md").out());
        assertThat(first).isEqualTo(second).contains("inconsistent-citation");
    }

    private static String withoutRun(String report) throws IOException {
        var tree = (ObjectNode) json(report);
        tree.remove("run");
        return tree.toPrettyString().replaceAll("\"checkedAt\" : \"[^\"]*\"", "");
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
