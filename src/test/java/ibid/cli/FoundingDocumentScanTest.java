package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document that Ibid was founded on, as the contract describes its report. It is not part of the project. */
class FoundingDocumentScanTest {
    private static final Path CORPUS_FOLDER =
            Path.of("../shared/corpus/founding").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private int exitCode;
    private JsonNode report;

    @BeforeEach
    void scan() throws IOException {
        assumeTrue(Files.exists(CORPUS_FOLDER), "the corpus is not beside the project");
        var program = new Program(CORPUS_FOLDER);
        exitCode = program.run("scan", "--offline", "--report-dir", folder.toString(), "forum-post.txt")
                .exitCode();
        report = new ObjectMapper().readTree(folder.resolve("ibid.json").toFile());
    }

    @Test
    void fourCitationsOfTwoTargetsGiveThreeFindings() {
        assertThat(exitCode).isEqualTo(1);
        assertThat(report.at("/summary/citations").asInt()).isEqualTo(4);
        assertThat(report.at("/summary/targets").asInt()).isEqualTo(2);
        assertThat(report.at("/summary/rules").toString())
                .isEqualTo("{\"truncated-url\":1,\"duplicate-citation\":1,\"duplicate-passage\":1}");
        assertThat(report.at("/summary/verdicts").toString())
                .isEqualTo("{\"ALIVE\":0,\"MOVED\":0,\"BROKEN\":0,\"UNVERIFIED\":1,\"SKIPPED\":1}");
        assertThat(report.at("/summary/findings").toString()).isEqualTo("{\"error\":1,\"warning\":1,\"note\":1}");
        assertThat(report.at("/citations").findValuesAsText("line")).containsExactly("18", "31", "38", "51");
    }

    @Test
    void theCutAddressIsXenForosAndLacksTwentyOneCharacters() {
        var cut = report.at("/citations/1");
        assertThat(cut.get("column").asInt()).isEqualTo(1);
        assertThat(cut.get("endColumn").asInt()).isEqualTo(84);
        assertThat(cut.get("byteOffset").asInt()).isEqualTo(9076);
        assertThat(cut.get("byteLength").asInt()).isEqualTo(83);
        assertThat(cut.at("/truncation/head").asText()).hasSize(35);
        assertThat(cut.at("/truncation/tail").asText()).hasSize(45);
        assertThat(cut.at("/truncation/dialects").toString()).isEqualTo("[\"xenforo\"]");
        assertThat(cut.at("/truncation/minimumLength").asInt()).isEqualTo(101);
        assertThat(cut.at("/truncation/recovery").asText()).isEqualTo("unresolved");
    }

    @Test
    void theSecondCopyInheritsTheTitleOfTheFirst() {
        for (var number : new int[] {1, 3}) {
            var context = report.at("/citations/" + number + "/context");
            assertThat(context.get("title").asText())
                    .isEqualTo("Central Asian Salafi-Jihadi Groups and the US-Taliban Peace Agreement");
            assertThat(context.get("author").asText()).isEqualTo("Uran Botobekov");
            assertThat(context.get("date").asText()).isEqualTo("2020-06-03");
        }
        assertThat(report.at("/citations/1/context/inheritedFrom").isNull()).isTrue();
        assertThat(report.at("/citations/3/context/inheritedFrom").asText()).isEqualTo("c2");
    }

    @Test
    void thePassageIsNamedByItsLines() {
        var messages = report.at("/findings").findValuesAsText("message");
        assertThat(messages)
                .anySatisfy(m -> assertThat(m).contains("ines 12-31").contains("lines 32-51"));
    }
}
