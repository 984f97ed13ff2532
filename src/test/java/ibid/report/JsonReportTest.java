package ibid.report;

import static ibid.report.Golden.written;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.finding.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static JsonNode json(Report report) throws IOException {
        return MAPPER.readTree(written(new JsonReport(), report));
    }

    @Test
    void looksAsTheGoldenFilesShow() throws IOException {
        Golden.matches("founding.json", written(new JsonReport(), Reports.founding()));
        Golden.matches("recovered.json", written(new JsonReport(), Reports.recovered()));
    }

    @Test
    void hasTheContractsKeysInTheContractsOrder() throws IOException {
        var report = json(Reports.founding());

        assertThat(names(report))
                .containsExactly(
                        "schemaVersion", "tool", "run", "summary", "documents", "citations", "targets", "findings");
        assertThat(names(report.at("/citations/1")))
                .containsExactly(
                        "id",
                        "document",
                        "line",
                        "column",
                        "endLine",
                        "endColumn",
                        "byteOffset",
                        "byteLength",
                        "page",
                        "location",
                        "kind",
                        "role",
                        "text",
                        "cited",
                        "target",
                        "truncation",
                        "split",
                        "ignored",
                        "context");
        assertThat(names(report.at("/citations/1/truncation")))
                .containsExactly("head", "mark", "tail", "dialects", "minimumLength", "recovery");
        assertThat(names(report.at("/targets/1/outcome")))
                .containsExactly(
                        "verdict", "reason", "status", "finalUrl", "hops", "attempts", "checkedAt", "evidence");
        assertThat(report.at("/summary/verdicts").toString())
                .isEqualTo("{\"ALIVE\":0,\"MOVED\":0,\"BROKEN\":0,\"UNVERIFIED\":1,\"SKIPPED\":1}");
        assertThat(report.at("/summary/rules").toString())
                .isEqualTo("{\"truncated-url\":1,\"duplicate-citation\":1,\"duplicate-passage\":1}");
        assertThat(report.at("/citations/3/context/inheritedFrom").asText()).isEqualTo("c2");
        assertThat(report.at("/citations/0/truncation").isNull()).isTrue();
        assertThat(report.at("/targets/1/url").isNull()).isTrue();
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void nullsStandWhereAContainerFormatHasNoLines() throws IOException {
        var citations = json(Everything.report()).get("citations");
        var inPdf = citations.get(citations.size() - 1);

        assertThat(List.of("line", "column", "endLine", "endColumn", "byteOffset", "byteLength"))
                .allMatch(name -> inPdf.get(name).isNull());
        assertThat(inPdf.get("page").asInt()).isEqualTo(3);
        assertThat(inPdf.get("location").asText()).isEqualTo("entry knuth84");
    }

    @Test
    void hidesCredentialsAndSecretsEverywhere() {
        var json = new String(written(new JsonReport(), Everything.report()), UTF_8);

        assertThat(json).doesNotContain("hunter2").doesNotContain("s3cr3t").doesNotContain("me:secret");
        assertThat(json).contains("https://***@e.com/in?token=***&x=1").contains("http://***@proxy:3128");
    }

    @Test
    void leavesOutAnEditWhoseReplacementIsASecret() throws IOException {
        var fix = json(Everything.report()).at("/findings/6/fixes/0");

        assertThat(fix.get("edits")).isEmpty();
        assertThat(fix.get("safe").asBoolean()).isFalse();
    }

    @Test
    void hasNoCharacterThatSteersATerminalOrATextsDirection() throws IOException {
        var bytes = written(new JsonReport(), Everything.report());

        assertThat(new String(bytes, UTF_8)).doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]");
        var text = MAPPER.readTree(bytes).at("/citations/0/text").asText();
        assertThat(text)
                .contains("\u001b[31m", "\u009b", "\u202e", "\ud83d\ude00", "\ufffd")
                .doesNotContain("\ud800 ");
    }

    @Test
    void theSameReportGivesTheSameBytes() {
        assertThat(written(new JsonReport(), Everything.report()))
                .isEqualTo(written(new JsonReport(), Everything.report()));
        assertThat(new String(written(new JsonReport(), Reports.empty()), UTF_8))
                .endsWith("}\n")
                .doesNotContain("\r")
                .contains("\n  \"findings\": []");
    }

    @Test
    void runsDifferInVolatileFieldsOnly() {
        var first = Reports.founding();
        var run = first.run();
        var later = new Report(
                new Report.Run(
                        run.version(),
                        run.startedAt().plus(Duration.ofDays(1)),
                        run.duration().plusMillis(1),
                        run.complete(),
                        run.offline(),
                        run.notes(),
                        run.arguments()),
                first.documents(),
                first.citations(),
                first.targets(),
                first.findings());

        var one = written(new JsonReport(), first);
        var two = written(new JsonReport(), later);
        assertThat(one).isNotEqualTo(two);
        assertThat(Volatile.without(one)).isEqualTo(Volatile.without(two));
        assertThat(Volatile.without(one))
                .isNotEqualTo(Volatile.without(written(new JsonReport(), Reports.recovered())));
    }

    @Test
    void leavesTheStreamOpenAndPassesItsFailureOn() throws IOException {
        var closed = new boolean[1];
        new JsonReport().write(Reports.founding(), new OutputStream() {
            @Override
            public void write(int b) {}

            @Override
            public void close() {
                closed[0] = true;
            }
        });
        assertThat(closed[0]).isFalse();

        for (var writer : List.of(new JsonReport(), new HtmlReport())) {
            assertThatThrownBy(() -> writer.write(Reports.founding(), new FullDisk()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("disk full");
        }
    }

    /** Takes nothing. */
    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("disk full");
        }
    }
}
