package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.Format;
import ibid.finding.RuleId;
import ibid.resolution.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README says is so. {@code -Drecreate=true} writes what can be written anew: the output, and the tables. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Path HERE = Path.of("").toAbsolutePath();

    static Stream<String> commands() throws IOException {
        return Files.readAllLines(README).stream()
                .filter(line -> line.startsWith("    ./ibid "))
                .map(line -> line.strip().substring("./ibid ".length()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyExampleRuns(String arguments) {
        var ended = new Program(HERE).run(arguments.split(" ", -1));
        assertThat(ended.exitCode()).isBetween(0, 1);
        assertThat(ended.out() + ended.err()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void theExampleIsShownAsItIs() throws IOException {
        var first = commands().findFirst().orElseThrow();
        var shown = new Program(HERE).run(first.split(" ", -1)).err().replaceAll(" in [0-9.]+ m?s", " in 0.5 s");
        assertBlock("output of the first command", "```\n" + shown + "```");
    }

    @Test
    void everyReasonIsInTheTable() throws IOException {
        var table = new StringBuilder("| verdict | reason | means | what to do |\n|---|---|---|---|");
        for (var reason : Reason.values()) {
            table.append(String.format(
                    Locale.ROOT,
                    "\n| `%s` | `%s` | %s | %s |",
                    reason.verdict(),
                    reason.label(),
                    reason.sentence(),
                    reason.advice()));
        }
        assertBlock("verdicts", table.toString());
    }

    @Test
    void everyRuleIsInTheTable() throws IOException {
        var table = new StringBuilder("| rule | severity | says |\n|---|---|---|");
        for (var rule : RuleId.values()) {
            table.append(String.format(
                    Locale.ROOT,
                    "\n| `%s` | %s | %s |",
                    rule.label(),
                    rule.severity().label(),
                    rule.says()));
        }
        assertBlock("rules", table.toString());
    }

    /** The last column, on what is read of a format, is for people to write. */
    @Test
    void everyFormatIsInTheTable() throws IOException {
        var rows =
                block("formats").lines().skip(2).map(row -> row.substring(0, row.lastIndexOf('|', row.length() - 2)));
        assertThat(rows)
                .containsExactlyElementsOf(
                        Stream.of(Format.values()).map(ReadmeTest::row).toList());
    }

    private static String row(Format format) {
        var endings =
                format.endings().stream().map(ending -> "`." + ending + "`").collect(Collectors.joining(" "));
        var walked = switch (format.group()) {
            case DOCUMENTS, CONTAINERS -> "yes";
            case DATA -> "with `--also-read data`";
            case CODE -> "with `--also-read code`";
        };
        return "| `" + format.label() + "` | " + endings + " | " + walked + " ";
    }

    private static String block(String comment) throws IOException {
        var text = Files.readString(README);
        var mark = "<!-- " + comment + " -->\n";
        assertThat(text).contains(mark);
        var start = text.indexOf(mark) + mark.length();
        return text.substring(start, text.indexOf("\n\n", start));
    }

    /** A block stands between its comment and the next empty line behind it that no fence encloses. */
    private static void assertBlock(String comment, String expected) throws IOException {
        var text = Files.readString(README);
        var block = Pattern.compile(
                        "(?<=<!-- " + Pattern.quote(comment) + " -->\n\n?)(```\n.*?```|(?:\\|[^\n]*\n?)*)",
                        Pattern.DOTALL)
                .matcher(text);
        assertThat(block.find()).as("the README has a block \"%s\"", comment).isTrue();
        if (Boolean.getBoolean("recreate")) {
            var behind = text.substring(block.end()).stripLeading();
            Files.writeString(README, text.substring(0, block.start()) + expected.strip() + "\n\n" + behind);
        } else {
            assertThat(block.group().strip()).isEqualTo(expected.strip());
        }
    }

    @Test
    void theListOfExitCodesIsWhole() throws IOException {
        var rows = Files.readAllLines(README).stream()
                .filter(line -> line.matches("\\| [0-9] \\|.*"))
                .map(line -> line.substring(2, 3))
                .toList();
        assertThat(rows).isEqualTo(List.of("0", "1", "2", "3"));
    }
}
