package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
    @TempDir
    private Path folder;

    @Test
    void writesEveryOptionAndChangesNothing() throws IOException {
        var program = new Program(folder);
        assertThat(program.run("init").exitCode()).isZero();
        var text = Files.readString(folder.resolve("ibid.toml"));
        assertThat(text.lines()).allMatch(line -> line.isEmpty() || line.startsWith("# "));
        assertThat(program.run("scan", "--offline").exitCode()).isZero();

        // Each line is TOML without its #, and a key that Ibid knows.
        var settings = text.lines()
                .map(line -> line.replaceFirst("^# ", ""))
                .filter(line -> line.matches("[a-z-]+ = .*"))
                .takeWhile(line -> !line.startsWith("concurrency"))
                .collect(Collectors.joining("\n"));
        var read = new TomlMapper().readTree(settings);
        var help = program.run("scan", "--help").out();
        assertThat(settings.lines())
                .contains(
                        "bind = \"127.0.0.1\"",
                        "format = [\"json,html\"]",
                        "proxy = \"URL\"",
                        "retries = 2",
                        "timeout = \"20s\"");
        assertThat(read.size()).isGreaterThan(40);
        assertThat(text.lines().filter(line -> line.startsWith("# ----")))
                .as("each option stands once, below the commands that take it")
                .doesNotHaveDuplicates()
                .contains("# ---- ibid serve ----", "# ---- ibid scan, ibid fix ----");
        assertThat(text.substring(text.indexOf("# ---- ibid serve ----"))).contains("# bind = ");
        assertThat(help.lines()
                        .map(String::strip)
                        .filter(line -> line.matches("(-\\w, )?--.*"))
                        .map(line -> line.replaceFirst("^(-\\w, )?--([a-z-]+).*", "$2"))
                        .filter(name -> !name.matches("config|help|version")))
                .hasSizeGreaterThan(30)
                .allSatisfy(name -> assertThat(read.has(name)).as(name).isTrue());
        Files.writeString(
                folder.resolve("ibid.toml"),
                settings.lines().filter(line -> line.endsWith("= false")).collect(Collectors.joining("\n")));
        assertThat(program.run("scan", "--offline").exitCode()).isZero();
    }

    @Test
    void theTablesOfTheSampleAreSuchAsCanBeRead() throws IOException {
        var program = new Program(folder, Map.of("EXAMPLE_TOKEN", "secret"));
        assertThat(program.run("init").exitCode()).isZero();
        var sample = Files.readString(folder.resolve("ibid.toml"));
        var tables = sample.substring(sample.indexOf("# [hosts."))
                .lines()
                .filter(line -> line.matches("# (\\[.*]|[a-z-]+ = .*)"))
                .map(line -> line.substring(2))
                .toList();
        assertThat(tables)
                .contains("[paths.\"docs/archive/**\"]", "exclude = [\"^http://old\\\\.example\\\\.org/\"]", "[rules]");
        Files.write(folder.resolve("ibid.toml"), tables);
        assertThat(program.run("scan", "--offline").exitCode()).isZero();
    }

    @Test
    void leavesAnExistingOneAlone() throws IOException {
        Files.writeString(folder.resolve("ibid.toml"), "offline = true\n");
        var ended = new Program(folder).run("init");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).startsWith("ibid: there is an ibid.toml already");
        assertThat(folder.resolve("ibid.toml")).hasContent("offline = true\n");
    }
}
