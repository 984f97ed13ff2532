package ibid.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files by which services take Ibid in: they parse, name what there is, and take no input for a command. */
class WhereItIsUsedTest {
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
    private static final Pattern INPUT = Pattern.compile("inputs\\.([a-z-]+)");

    @TempDir
    private Path folder;

    private static JsonNode yaml(String file) throws IOException {
        var value = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(Path.of(file)));
        return new ObjectMapper().valueToTree(value);
    }

    private static String scanStep() throws IOException {
        return step("scan");
    }

    private static String step(String id) throws IOException {
        return steps().filter(step -> step.path("id").asText().equals(id))
                .map(step -> step.path("run").asText())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> steps() throws IOException {
        return yaml("action.yml").at("/runs/steps").valueStream();
    }

    private static JsonNode using(String action) throws IOException {
        return steps().filter(step -> step.path("uses").asText().startsWith(action + "@"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasAnsweredIsKeptAlsoWhereSomethingWasFound() throws IOException {
        var save = using("actions/cache/save");

        assertThat(save.path("if").asText()).contains("always()");
        assertThat(save.path("with").path("key"))
                .isEqualTo(using("actions/cache/restore").path("with").path("key"));
        assertThat(yaml("src/dist/gitlab-ci.yml").at("/ibid/cache/when").asText())
                .isEqualTo("always");
    }

    @ParameterizedTest
    @CsvSource({"javac 17.0.15, true", "javac 21-ea, true", "javac 11.0.2, false", "javac 1.8.0_402, false", "'', false"
    })
    void aJavaIsSetUpOnlyWhereThereIsNone(String says, boolean found) throws Exception {
        var javac = Files.createDirectories(folder.resolve("bin")).resolve("javac");
        if (!says.isEmpty()) {
            Files.writeString(javac, "#!/bin/sh\necho '" + says + "'\n");
            assertThat(javac.toFile().setExecutable(true)).isTrue();
        }
        var script = Files.writeString(folder.resolve("run.sh"), step("java"));
        var builder = new ProcessBuilder("bash", "-eo", "pipefail", script.toString());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", folder.toString(),
                        "GITHUB_OUTPUT", folder.resolve("output").toString()));

        assertThat(builder.start().waitFor()).isZero();
        assertThat(folder.resolve("output")).hasContent("found=" + found);
        assertThat(using("actions/setup-java").path("if").asText()).contains("steps.java.outputs.found != 'true'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"action.yml", ".pre-commit-hooks.yaml", "src/dist/gitlab-ci.yml"})
    void everyOptionIsOneOfScan(String file) throws IOException {
        assertThat(yaml(file)).isNotEmpty();
        var help = new Program(folder).run("scan", "--help").out();
        var named = OPTION.matcher(Files.readString(Path.of(file)))
                .results()
                .map(match -> match.group())
                .distinct()
                .toList();

        assertThat(named).isNotEmpty().allSatisfy(option -> assertThat(help).contains(option));
    }

    @Test
    void everyInputThatIsUsedIsThere() throws IOException {
        var inputs = yaml("action.yml").path("inputs");

        assertThat(INPUT.matcher(Files.readString(Path.of("action.yml")))
                        .results()
                        .map(match -> match.group(1)))
                .isNotEmpty()
                .allMatch(inputs::has);
    }

    @Test
    void noInputStandsInTheTextOfAShell() throws IOException {
        assertThat(scanStep()).doesNotContain("${{");
    }

    @Test
    void whatAnInputSaysIsAnArgumentAndNoCommand() throws Exception {
        var ibid = Files.writeString(folder.resolve("ibid"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertThat(ibid.toFile().setExecutable(true)).isTrue();
        var script = Files.writeString(folder.resolve("run.sh"), scanStep());
        var builder = new ProcessBuilder("bash", "-euo", "pipefail", script.toString()).directory(folder.toFile());
        builder.environment()
                .putAll(Map.of(
                        "IBID", ibid.toString(),
                        "PATHS", "docs/**\n-q; touch a\n$(touch b)\n",
                        "FAIL_ON", "`touch c`",
                        "BASELINE", "",
                        "OPTIONS", "--exclude=a b\n--offline",
                        "REPORT_DIR", "out",
                        "GITHUB_STEP_SUMMARY", folder.resolve("summary").toString(),
                        "GITHUB_OUTPUT", folder.resolve("output").toString()));
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(said.lines())
                .containsExactly(
                        "scan",
                        "--no-progress",
                        "--fail-on=`touch c`",
                        "--report-dir=out",
                        "--format=json,html,sarif,github=-,markdown=" + folder.resolve("summary"),
                        "--exclude=a b",
                        "--offline",
                        "--",
                        "docs/**",
                        "-q; touch a",
                        "$(touch b)");
        assertThat(folder.resolve("output")).hasContent("report-dir=out");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("ibid", "run.sh", "output");
    }

    @Test
    void theHooksRunAsTheyStand() throws IOException {
        Files.writeString(folder.resolve("a.md"), "See [one](gone.md).\n");
        for (var hook : yaml(".pre-commit-hooks.yaml")) {
            var entry = hook.path("entry").asText().split(" ");
            var arguments = Stream.concat(Arrays.stream(entry).skip(1), Stream.of("a.md"))
                    .toArray(String[]::new);
            var ended = new Program(folder).run(arguments);

            assertThat(entry[0]).isEqualTo("ibid");
            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.out()).startsWith("a.md:1:11: error: ");
        }
    }

    @Test
    void theCatalogNamesTheJarOfTheBuild() throws IOException {
        var alias = new ObjectMapper()
                .readTree(Path.of("src/dist/jbang-catalog.json").toFile())
                .at("/aliases/ibid");

        assertThat(Path.of("src/dist")
                        .resolve(alias.path("script-ref").asText())
                        .normalize())
                .isEqualTo(Path.of("target/ibid.jar"));
    }
}
