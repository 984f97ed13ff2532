package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses that dots hang on are asked without them: what answers is whole, what does not was cut. */
class PerhapsCutScanTest {
    private CountingSite site;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        site = new CountingSite();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private JsonNode report(String text, String... options) throws IOException {
        Files.writeString(folder.resolve("a.txt"), text.replace("BASE", site.base()));
        new Program(folder)
                .run(Stream.concat(
                                Stream.of(
                                        "scan",
                                        "--allow-private",
                                        "--host-interval=0ms",
                                        "--retries=0",
                                        "--no-lookup",
                                        "--no-probes",
                                        "a.txt"),
                                Stream.of(options))
                        .toArray(String[]::new));
        return new ObjectMapper().readTree(folder.resolve("reports/ibid.json").toFile());
    }

    /** Rules and citations of the findings, the address of the site left out. */
    private List<String> findings(JsonNode report) {
        return StreamSupport.stream(report.get("findings").spliterator(), false)
                .map(finding -> finding.get("rule").asText() + " "
                        + text(report, finding.at("/citations/0").asText()))
                .toList();
    }

    private String text(JsonNode report, String id) {
        return StreamSupport.stream(report.get("citations").spliterator(), false)
                .filter(citation -> citation.get("id").asText().equals(id))
                .map(citation -> citation.get("text").asText().replace(site.base(), ""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatAnswersIsWholeAndWhatDoesNotWasCut() throws IOException {
        var report = report("""
                Cut: BASE/404/some/long/path/that-goes... and (BASE/404/item/48…)
                Whole: BASE/ok/page... and BASE/ok/other…
                Gone: BASE/404/report.pdf... and BASE/404/gone
                """);
        assertThat(findings(report))
                .containsExactly(
                        "truncated-url /404/some/long/path/that-goes...",
                        "truncated-url /404/item/48…",
                        "broken-link /404/report.pdf",
                        "broken-link /404/gone");
        assertThat(report.at("/summary/verdicts/ALIVE").asInt()).isEqualTo(2);
        assertThat(report.at("/citations/2/truncation").isNull()).isTrue();
        assertThat(report.at("/citations/1/truncation/mark").asText()).isEqualTo("…");
        assertThat(site.asked()).doesNotHaveDuplicates();
    }

    @Test
    void aHeadIsNoFullAddressOfAnother() throws IOException {
        var report = report("""
                BASE/404/some/long/path/that-goes... and BASE/404/some/long/pa… and BASE/ok/items/48...
                and BASE/404/it… and BASE/ok/it…
                """);
        assertThat(report.findValues("candidates"))
                .allSatisfy(candidates -> assertThat(candidates).isEmpty());
    }

    @Test
    void theEditPutsTheFullAddressInPlaceOfTheDotsToo() throws IOException {
        var report = report("See BASE/404/items/48… or BASE/ok/x, BASE/404/items/4821-full\n");
        var edit = report.at("/findings/0/fixes/0/edits/0");
        var bytes = Files.readAllBytes(folder.resolve("a.txt"));
        assertThat(new String(
                        bytes,
                        edit.get("byteOffset").asInt(),
                        edit.get("byteLength").asInt(),
                        StandardCharsets.UTF_8))
                .isEqualTo(site.base() + "/404/items/48…");
        assertThat(edit.get("replacement").asText()).isEqualTo(site.base() + "/404/items/4821-full");
        assertThat(report.at("/findings/0/fixes/0/safe").asBoolean()).isFalse();
    }

    @Test
    void offlineTheLikelierReadingIsTold() throws IOException {
        assertThat(findings(report("see BASE/404/item/4821… and BASE/404/some/path/page...\n", "--offline")))
                .containsExactly("truncated-url /404/item/4821…");
    }
}
