package ibid.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.config.ConfigFile.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {
    @TempDir
    private Path folder;

    private ConfigFile read(String text) throws UsageException, IOException {
        return ConfigFile.read(
                Files.writeString(folder.resolve("ibid.toml"), text),
                folder.resolve("docs"),
                Map.of("TOKEN", "a$1\\b", "EMPTY", ""));
    }

    @Test
    void keysAreOptionsAndListsRepeatThem() throws UsageException, IOException {
        var config = read("offline = true\nretries = 3\nexclude = ['a', 'b']\ntimeout = \"3s\"\n");
        assertThat(config.keys()).containsExactly("offline", "retries", "exclude", "timeout");
        assertThat(config.values("offline", Form.SWITCH)).containsExactly("true");
        assertThat(config.values("retries", Form.NUMBER)).containsExactly("3");
        assertThat(config.values("exclude", Form.TEXTS)).containsExactly("a", "b");
        assertThat(config.values("timeout", Form.TEXT)).containsExactly("3s");
        assertThat(config.values("timeout", Form.TEXTS)).containsExactly("3s");
        assertThat(config.values("header", Form.TEXTS)).isEmpty();
        assertThat(config.tables().hosts()).isEmpty();
    }

    @Test
    void theTableOfRegistriesSaysWhatTheOptionDoes() throws UsageException, IOException {
        var config = read("[registries]\nhandle = 'https://h.example.org'\ncrossref = 'https://c.example.org'\n");
        assertThat(config.keys()).containsExactly("registry");
        assertThat(config.values("registry", Form.TEXTS))
                .containsExactly("handle=https://h.example.org", "crossref=https://c.example.org");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "\"yes\" | SWITCH | must be true or false.",
                "\"true\" | SWITCH | must be true or false.",
                "1 | SWITCH | must be true or false.",
                "[] | SWITCH | must be true or false.",
                "[true] | SWITCH | must be true or false.",
                "2020-01-01 | SWITCH | must be true or false.",
                "\"3\" | NUMBER | must be a whole number",
                "1.5 | NUMBER | must be a whole number",
                "true | NUMBER | must be a whole number",
                "30 | TEXT | must be text in quotes.",
                "false | TEXT | must be text in quotes.",
                "[\"3s\"] | TEXT | must be text in quotes.",
                "5 | TEXTS | must be text in quotes, or a list",
                "[\"a\", 5] | TEXTS | must be text in quotes, or a list",
                "[[\"a\"]] | TEXTS | must be text in quotes, or a list",
            })
    void aValueOfAnotherTypeIsAMistake(String value, Form form, String remedy) throws UsageException, IOException {
        var config = read("# mine\n key = " + value + "\n");
        assertThatThrownBy(() -> config.values("key", form))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("ibid.toml:2:2: \"key\" " + remedy);
    }

    @Test
    void aHostHasATableOfItsOwn() throws UsageException, IOException {
        var hosts = read("""
            [hosts."Slow.Example.org"]
            concurrency = 1
            interval = "2s"
            [hosts."*.example.net"]
            accept = "401..403"
            headers = { Authorization = "Bearer ${TOKEN}", X-Plain = "1" }
            """).tables().hosts();
        assertThat(hosts).extracting(Settings.Host::host).containsExactly("slow.example.org", "*.example.net");
        assertThat(hosts.get(0).concurrency()).hasValue(1);
        assertThat(hosts.get(0).interval()).hasValue(Duration.ofSeconds(2));
        assertThat(hosts.get(1).concurrency()).isEmpty();
        assertThat(hosts.get(1).accepted().contains(402)).isTrue();
        assertThat(hosts.get(1).headers()).containsExactlyInAnyOrder("Authorization:Bearer a$1\\b", "X-Plain:1");
    }

    @Test
    void documentsHaveATableOfTheirOwn() throws UsageException, IOException {
        var tables = read("""
                [paths."docs/old/**"]
                exclude = ["example", '^http:']
                rules = { broken-link = "warning" }
                [paths."*.txt".rules]
                unverified-link = "off"
                """).tables().documents();
        assertThat(tables).hasSize(2);
        assertThat(tables.get(0).exclude().toString()).isEqualTo("[example, ^http:]");
        assertThat(tables.get(0).rules())
                .containsExactly(
                        new DocumentTable.Weight("broken-link", "warning", folder.resolve("ibid.toml") + ":3:11"));
        assertThat(tables.get(1).rules())
                .containsExactly(
                        new DocumentTable.Weight("unverified-link", "off", folder.resolve("ibid.toml") + ":5:1"));
    }

    /** The file lies above the working directory, {@code docs}, which the paths of documents are relative to. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "docs/old/** | old/a.md | true",
                "docs/old/** | old/b/a.md | true",
                "docs/old/** | new/a.md | false",
                "docs/old | old/b/a.md | true",
                "docs/old/ | old/b/a.md | true",
                "./docs/old | old/b/a.md | true",
                "old | old/b/a.md | true",
                "old | a/old/b.md | true",
                "/old | old/a.md | false",
                "*.md | a/b.md | true",
                "*.md | a/b.mdx | false",
                "docs/*.md | b.md | true",
                "docs/*.md | a/b.md | false",
                "docs/**/*.md | b.md | true",
                "other/** | ../other/a.md | true",
                "docs | ../other/a.md | false",
            })
    void aPatternNamesDocumentsAsSeenFromTheFile(String pattern, String document, boolean holds)
            throws UsageException, IOException {
        var table =
                read("[paths.\"%s\"]\n".formatted(pattern)).tables().documents().get(0);
        assertThat(table.holds(document)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "a = | ibid.toml:1:4: | no TOML",
                "x = 1~x = 2 | ibid.toml:2: | Duplicate key",
                "~~  [table]~a = 1 | ibid.toml:3:4: | there is no table \"table\"",
                "a = 1~[hosts.\"e.org\"]~intervall = '1s' | ibid.toml:3:1: | did you mean \"interval\"?",
                "[hosts.\"e.org\"]~colour = 'red' | ibid.toml:2:1: | choose from concurrency",
                "[hosts.\"e.org\"]~interval = 'soon' | ibid.toml:2:1: | 500ms",
                "[hosts.\"e.org\"]~concurrency = 0 | ibid.toml:2:1: | at least 1",
                "[hosts.\"e.org\"]~concurrency = 'two' | ibid.toml:2:1: | at least 1",
                "[hosts.\"e.org\"]~accept = '2xx' | ibid.toml:2:1: | 2xx",
                "[hosts.\"e.org\"]~headers = { K = '${NOT_SET}' } | ibid.toml:2:1: | NOT_SET",
                "[paths.\"a\"]~exclud = 'x' | ibid.toml:2:1: | did you mean \"exclude\"?",
                "[paths.\"a\"]~colour = 'x' | ibid.toml:2:1: | choose from exclude and rules.",
                "[paths.\"a\"]~[paths.\"b\"]~ exclude = 1 | ibid.toml:3:2: | a list of such",
                "[paths.a]~exclude = '1'~[paths.b]~ exclude = ['('] | ibid.toml:4:2: | no regular expression",
                "[paths.\"a\"]~rules = 'off' | ibid.toml:2:1: | { broken-link = \"warning\" }",
                "[paths.\"a\"]~rules = { broken-link = true } | ibid.toml:2:11: | \"off\"",
                "[paths.\"a\".rules]~broken-link = true | ibid.toml:2:1: | \"off\"",
                "[paths]~a = 'x' | ibid.toml:2:1: | [paths.\"PATTERN\"]",
                "~[paths.\"a[\"] | ibid.toml:2:9: | not well formed",
                "[path.\"a\"]~exclude = 'x' | ibid.toml:1:2: | did you mean \"paths\"?",
                "[hosts.\"e.org\"]~headers = { K = '${EMPTY}' } | ibid.toml:2:1: | EMPTY",
            })
    void aMistakeIsSaidWithItsPlaceAndTheRemedy(String text, String place, String remedy) {
        assertThatThrownBy(() -> read(text.replace('~', '\n')))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(place)
                .hasMessageContaining(remedy);
    }

    @Test
    void theNearestFileAboveCounts() throws IOException {
        var inner = Files.createDirectories(folder.resolve("a/b"));
        assertThat(ConfigFile.above(inner).filter(file -> file.startsWith(folder)))
                .isEmpty();
        Files.writeString(folder.resolve("ibid.toml"), "");
        assertThat(ConfigFile.above(inner)).hasValue(folder.resolve("ibid.toml"));
        Files.writeString(folder.resolve("a/ibid.toml"), "");
        assertThat(ConfigFile.above(inner)).hasValue(folder.resolve("a/ibid.toml"));
    }

    @Test
    void whatIsTooLargeOrNoTextIsAMistake() throws IOException {
        var large = Files.writeString(folder.resolve("large.toml"), "#".repeat((1 << 20) + 1));
        assertThatThrownBy(() -> ConfigFile.read(large, folder, Map.of())).hasMessageContaining("too large");
        var bytes = Files.write(folder.resolve("bytes.toml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> ConfigFile.read(bytes, folder, Map.of())).hasMessageContaining("UTF-8");
        var gone = folder.resolve("gone.toml");
        assertThatThrownBy(() -> ConfigFile.read(gone, folder, Map.of()))
                .hasMessageContaining("gone.toml does not exist");
    }
}
