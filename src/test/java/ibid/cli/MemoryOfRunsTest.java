package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.store.Codec;
import ibid.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several runs over one folder: what the later ones ask, and what they say of it. */
class MemoryOfRunsTest {
    private CountingSite site;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        site = new CountingSite();
        Files.writeString(
                folder.resolve("a.md"),
                "[a](BASE/ok/1) [b](BASE/404/2) [c](BASE/403/3) [d](b.md) [e](BASE/ok/4#part)\n"
                        .replace("BASE", site.base()));
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @Test
    void aSecondRunAsksOnlyWhatCouldNotBeToldAndReportsTheSame() throws IOException {
        assertThat(scan().exitCode()).isEqualTo(1);
        assertThat(site.asked()).containsExactlyInAnyOrder("/ok/1", "/404/2", "/403/3", "/ok/4", "/robots.txt");
        var first = lasting();
        site.forget();
        var second = scan();
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(site.asked()).containsExactly("/403/3");
        assertThat(lasting()).isEqualTo(first);
        assertThat(report().at("/run/complete").asBoolean()).isTrue();
        assertThat(report().at("/run/notes/0").asText())
                .isEqualTo("3 targets were not asked again, because what an earlier run found still counts;"
                        + " --no-cache asks all.");
        assertThat(report().at("/targets/0/outcome/attempts").asInt()).isZero();
        assertThat(report().at("/targets/0/outcome/checkedAt").asText())
                .isLessThan(report().at("/run/startedAt").asText() + "~");
        assertThat(second.err()).contains("3 targets were not asked again");
        assertThat(folder.resolve(".ibid/.gitignore")).hasContent("*");
    }

    @Test
    void withoutCacheNothingIsReadOrWritten() throws IOException {
        scan("--no-cache");
        assertThat(folder.resolve(".ibid")).doesNotExist();
        scan();
        site.forget();
        scan("--no-cache");
        assertThat(site.asked()).hasSize(5).contains("/robots.txt");
        assertThat(report().at("/run/notes")).isEmpty();
    }

    @Test
    void aFolderCanBeNamedAndARunThatAsksNobodyMakesNone() throws IOException {
        scan("--cache-dir", "memory/of/ibid");
        assertThat(folder.resolve("memory/of/ibid")).isDirectory();
        scan("--offline");
        scan("--no-check");
        assertThat(folder.resolve(".ibid")).doesNotExist();
    }

    @Test
    void whatIsFoundOnlyUnderOtherSettingsIsAskedAgain() throws IOException {
        scan();
        site.forget();
        scan("--user-agent", "another");
        assertThat(site.asked()).hasSize(5).contains("/robots.txt");
    }

    @Test
    void aLinkThatIsToBeConfirmedIsNoErrorAtFirst() throws IOException {
        Files.writeString(folder.resolve("b.md"), "no link");
        assertThat(scan("--confirm", "2").exitCode()).isZero();
        assertThat(report().at("/targets/1/outcome/reason").asText()).isEqualTo("unconfirmed");
        assertThat(report().at("/summary/rules").toString()).isEqualTo("{\"unverified-link\":2}");
        assertThat(scan("--confirm", "2").exitCode()).isEqualTo(1);
        assertThat(report().at("/targets/1/outcome/reason").asText()).isEqualTo("not-found");
    }

    @Test
    void ofTwoRunsAtOnceTheSecondSaysSoAndIsCompleteAllTheSame() throws IOException {
        Codec<byte[]> codec = new Codec<>() {
            @Override
            public byte[] bytes(byte[] value) {
                return value;
            }

            @Override
            public Optional<byte[]> value(byte[] bytes) {
                return Optional.of(bytes);
            }
        };
        try (var other = Store.in(folder.resolve(".ibid"), InstantSource.system())) {
            other.shelf("any", codec).put("key", new byte[1]);
            assertThat(scan().exitCode()).isEqualTo(1);
            assertThat(notes())
                    .containsExactly(
                            "Another run uses what is remembered in \".ibid\", so this one remembers nothing.");
            assertThat(report().at("/run/complete").asBoolean()).isTrue();
        }
        assertThat(scan().exitCode()).isEqualTo(1);
        assertThat(notes()).isEmpty();
    }

    @Test
    void aDamagedMemoryIsPutAsideAndARunGoesOn() throws IOException {
        scan();
        Files.writeString(folder.resolve(".ibid/memory-1.mv"), "nothing of ours, again and again. ".repeat(400));
        Files.delete(folder.resolve(".ibid/memory-1.journal"));
        assertThat(scan().exitCode()).isEqualTo(1);
        assertThat(notes()).singleElement().asString().contains("is damaged").contains("put aside");
        scan();
        assertThat(notes()).singleElement().asString().contains("3 targets were not asked again");
    }

    @Test
    void aPlaceThatCannotBeUsedIsSaidAndARunGoesOn() throws IOException {
        Files.writeString(folder.resolve("file"), "no folder");
        assertThat(scan("--cache-dir", "file").exitCode()).isEqualTo(1);
        assertThat(notes())
                .containsExactly("Nothing is remembered between runs: \"file\" cannot be used (it is no folder).");
        assertThat(scan("--cache-dir", "file/below").exitCode()).isEqualTo(1);
        assertThat(notes()).singleElement().asString().startsWith("Nothing is remembered between runs");
    }

    private Program.Ended scan(String... more) {
        var arguments = new ArrayList<>(List.of(
                "scan",
                "--allow-private",
                "--host-interval",
                "0ms",
                "--retries",
                "0",
                "--no-lookup",
                "--no-probes",
                "a.md"));
        arguments.addAll(List.of(more));
        var ended = new Program(folder).run(arguments.toArray(String[]::new));
        assertThat(ended.err()).doesNotContain("Exception");
        return ended;
    }

    private List<String> notes() throws IOException {
        var notes = new ArrayList<String>();
        report().at("/run/notes").forEach(note -> notes.add(note.asText()));
        return notes;
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("reports/ibid.json").toFile());
    }

    /** The report but for the fields that the contract lists as changing from run to run. */
    private String lasting() throws IOException {
        var report = report();
        ((ObjectNode) report).remove("run");
        return report.toString().replaceAll("\"(attempts|checkedAt|capturedAt)\":(\"[^\"]*\"|\\d+|null)", "");
    }
}
