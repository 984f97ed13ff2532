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

/** Addresses that dots hang on are asked without them, then with them: what answers is whole, what does not was cut. */
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
        return reportOf("a.txt", text, options);
    }

    private JsonNode reportOf(String name, String text, String... options) throws IOException {
        Files.writeString(folder.resolve(name), text.replace("BASE", site.base()));
        new Program(folder)
                .run(Stream.concat(
                                Stream.of(
                                        "scan",
                                        "--allow-private",
                                        "--host-interval=0ms",
                                        "--retries=0",
                                        "--no-lookup",
                                        "--no-probes",
                                        name),
                                Stream.of(options))
                        .toArray(String[]::new));
        return new ObjectMapper().readTree(folder.resolve("reports/ibid.json").toFile());
    }

    /** Severity of the only finding and evidence of its target, the address of the site left out. */
    private List<String> grounds(JsonNode report) {
        assertThat(report.get("findings")).hasSize(1);
        return Stream.concat(
                        Stream.of(report.at("/findings/0/severity").asText()),
                        evidence(report, report.at("/findings/0/target").asText()).stream())
                .toList();
    }

    private List<String> evidence(JsonNode report, String target) {
        return StreamSupport.stream(report.get("targets").spliterator(), false)
                .filter(reported -> reported.get("id").asText().equals(target))
                .flatMap(reported ->
                        StreamSupport.stream(reported.at("/outcome/evidence").spliterator(), false))
                .map(sentence -> sentence.asText().replace(site.base(), ""))
                .toList();
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

    @Test
    void aTitleMayEndInDots() throws IOException {
        var report = report("see BASE/dots/what-is-this... and so on\n");
        assertThat(report.get("findings")).isEmpty();
        assertThat(report.at("/targets/0/url").asText()).isEqualTo(site.base() + "/dots/what-is-this...");
        assertThat(report.at("/targets/0/outcome/verdict").asText()).isEqualTo("ALIVE");
        assertThat(evidence(report, "t1"))
                .containsExactly("nothing is at /dots/what-is-this: the \"...\" behind it belongs to the address");
        assertThat(report.at("/citations/0/truncation").isNull()).isTrue();
        assertThat(report.at("/citations/0/text").asText()).isEqualTo(site.base() + "/dots/what-is-this...");
        assertThat(site.asked()).containsOnlyOnce("/dots/what-is-this", "/dots/what-is-this...");
    }

    @Test
    void nothingIsSaidToBeCutBeforeItWasAskedWithItsDots() throws IOException {
        assertThat(grounds(report("see BASE/404/some/long/path/that-goes... on\n")))
                .containsExactly(
                        "error",
                        "the address was cut at \"...\": there is nothing without it, and nothing with it",
                        "/404/some/long/path/that-goes: GET answered 404",
                        "/404/some/long/path/that-goes...: GET answered 404");
        assertThat(site.asked()).containsOnlyOnce("/404/some/long/path/that-goes...");
    }

    @Test
    void nobodyTypesAnEllipsisIntoATitle() throws IOException {
        assertThat(grounds(report("see BASE/404/some/long/path/that-goes… on\n")))
                .startsWith("error", "the address was cut at \"…\": there is nothing without it");
        assertThat(site.asked()).noneMatch(path -> path.contains("…"));
    }

    @Test
    void theEvidenceTellsWhatWasAskedWithoutTheDots() throws IOException {
        var report = report("see BASE/ok/page… on\n");
        assertThat(report.get("findings")).isEmpty();
        assertThat(evidence(report, "t1")).containsExactly("written with \"…\" behind it, and asked without that");
    }

    @Test
    void aNumberThatWasCutIsNotTakenForAnotherPage() throws IOException {
        var report = report("see BASE/ok/item/48… on\n");
        assertThat(grounds(report))
                .startsWith(
                        "warning",
                        "the address may have been cut at \"…\": without it a page is at /ok/item/48,"
                                + " which need not be the one that is meant",
                        "it may stand for the rest of a number, because the address ends in one before it");
        assertThat(report.at("/findings/0/message").asText())
                .endsWith("may have been cut, and what was asked does not tell. Paste the full address in its place, or"
                        + " take the dots away where it is whole.");
        assertThat(report.at("/targets/0/outcome/reason").asText()).isEqualTo("truncated");
    }

    @Test
    void aWordThatAnotherAddressGoesOnWithMayHaveBeenCut() throws IOException {
        var report = report("see BASE/ok/jour... on\nor BASE/ok/a1... on\nBASE/ok/journal/9\nBASE/ok/a1b\n");
        assertThat(grounds(report)).contains("warning", "it may stand for /ok/journal/9, which the run cites");
        assertThat(report.at("/findings/0/message").asText())
                .endsWith("It may be " + site.base() + "/ok/journal/9: look before you use it.");
        assertThat(report.at("/findings/0/fixes/0/safe").asBoolean()).isFalse();
    }

    @Test
    void aDestinationIsAskedWithItsDotsAndThenWithoutThem() throws IOException {
        assertThat(grounds(reportOf("a.md", "[x](BASE/404/journal/2021/aeria...)\n")))
                .containsExactly(
                        "error",
                        "the address was cut at \"...\": there is nothing with it, and nothing without it",
                        "/404/journal/2021/aeria...: GET answered 404",
                        "/404/journal/2021/aeria: GET answered 404");
        assertThat(site.asked()).containsOnlyOnce("/404/journal/2021/aeria...", "/404/journal/2021/aeria");
    }

    @Test
    void aPageBesideADestinationNeedNotBeTheOneThatIsMeant() throws IOException {
        assertThat(grounds(reportOf("a.md", "[x](BASE/bare/journal/2021/aeria...)\n")))
                .startsWith(
                        "warning",
                        "the address may have been cut at \"...\": with it there is nothing, and without it a page is at"
                                + " /bare/journal/2021/aeria, which need not be the one that is meant");
    }
}
