package ibid.archive;

import static ibid.archive.Responses.page;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.OptionalTool;
import ibid.config.Settings;
import ibid.web.WebResponse.Truncated;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;

/** Reads what the archive wrote with code that is neither ours nor jwarc's. */
class WarcInNodeTest {
    /** Warcinfo, eight captures of two records each, and where the first is cited. */
    private static final int RECORDS = 1 + 2 * 8 + 1;

    @TempDir
    Path folder;

    private Path node = Path.of("node");

    @BeforeEach
    void needsNode() {
        node = OptionalTool.NODE.require().get(0);
    }

    @Test
    void warcioReadsEveryRecord() throws Exception {
        var warc = written();

        var run = run("check-warc.mjs", warc);

        assertThat(run.errors()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.texts("type")).hasSize(RECORDS).startsWith("warcinfo", "response", "request", "metadata");
        assertThat(run.ofType("response"))
                .extracting(line -> line.get("status").asInt())
                .containsExactly(200, 301, 404, 200, 200, 204, 200);
        assertThat(run.ofType("response"))
                .extracting(line -> line.get("uri").asText())
                .contains("http://e.com/q?a|b={c}");
        assertThat(run.ofType("response").get(1).get("headers").toString()).contains("[\"Location\",\"/ä\"]");
    }

    @Test
    void digestsComputedAnewAgree() throws Exception {
        var run = run("recompute-digests.mjs", written());

        assertThat(run.errors()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.texts("type")).hasSize(RECORDS);
        assertThat(run.ofType("response"))
                .extracting(line -> line.get("truncated").asText())
                .containsExactly("null", "null", "null", "length", "disconnect", "null", "null");
        assertThat(run.ofType("response"))
                .extracting(line -> line.get("payloadBytes").asInt())
                .containsExactly(21, 0, 21, 100_000, 3, 0, 90_000);
    }

    @Test
    void jwarcFindsNothingToComplainOf() throws Exception {
        var warc = written();
        var run = start(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of(WarcReader.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString(),
                "org.netpreserve.jwarc.tools.WarcTool",
                "validate",
                warc.toString()));

        assertThat(run.errors()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    @Test
    void bothNoticeAChangedByte() throws Exception {
        for (var script : List.of("check-warc.mjs", "recompute-digests.mjs")) {
            var run = run(script, withAChangedByte(written()));

            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.errors()).containsIgnoringCase("-digest says sha256:");
        }
    }

    private Path written() throws IOException {
        var directory = Files.createTempDirectory(folder, "archive");
        var clock = InstantSource.fixed(Instant.EPOCH);
        var settings = new Settings.Archive(true, 100_000, 500L << 20);
        try (var archive = WarcArchive.open(directory, settings, clock, new Random(1), "ibid/0.1.0")) {
            archive.cited("http://e.com/", "docs/ä.md#L12");
            List.of(
                            page("http://e.com/").headers("Transfer-Encoding", "chunked"),
                            page("http://e.com/q?a|b={c}")
                                    .status(301, "")
                                    .headers("Location", "/ä", "Content-Length", "0")
                                    .body(new byte[0]),
                            page("https://e.com/gone")
                                    .over("h2")
                                    .status(404, "")
                                    .headers("", "x\r\n\r\ny\0"),
                            page("http://e.com/long").body(new byte[100_001]),
                            page("http://e.com/cut")
                                    .headers("Content-Length", "10", "Content-Encoding", "gzip")
                                    .body(new byte[] {0x1F, (byte) 0x8B, 8})
                                    .cut(Truncated.DISCONNECT),
                            page("http://e.com/none")
                                    .status(204, "No Content")
                                    .headers()
                                    .body(new byte[0]),
                            page("http://e.com/again").body(new byte[90_000]),
                            page("http://e.com/again").body(new byte[90_000]))
                    .forEach(
                            response -> assertThat(archive.keep(response.get())).isPresent());
        }
        return ReadBack.files(directory).get(0);
    }

    /** The same records, uncompressed and compressed again, with one letter of a page exchanged. */
    private static Path withAChangedByte(Path warc) throws IOException {
        var changed = warc.resolveSibling("changed.warc.gz");
        var records = new ArrayList<byte[]>();
        var offsets = ReadBack.of(warc).stream().map(ReadBack::offset).toList();
        var bytes = Files.readAllBytes(warc);
        for (var i = 0; i < offsets.size(); i++) {
            var end = i + 1 < offsets.size() ? offsets.get(i + 1).intValue() : bytes.length;
            var start = offsets.get(i).intValue();
            try (var member = new GZIPInputStream(new ByteArrayInputStream(bytes, start, end - start))) {
                records.add(member.readAllBytes());
            }
        }
        try (var out = Files.newOutputStream(changed)) {
            for (var record : records) {
                var text = new String(record, ISO_8859_1);
                var zip = new GZIPOutputStream(out);
                zip.write(text.replace("A page", "A cage").getBytes(ISO_8859_1));
                zip.finish();
            }
        }
        return changed;
    }

    private Run run(String script, Path warc) throws IOException, InterruptedException {
        var run = start(
                List.of(node.toString(), Path.of("src", "test", "node", script).toString(), warc.toString()));
        var lines = new ArrayList<JsonNode>();
        for (var line : run.output()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return new Run(run.exit(), lines, run.errors());
    }

    private record Started(int exit, List<String> output, String errors) {}

    private Started start(List<String> command) throws IOException, InterruptedException {
        var output = folder.resolve("output");
        var errors = folder.resolve("errors");
        var process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Started(process.exitValue(), Files.readAllLines(output, UTF_8), Files.readString(errors));
    }

    private record Run(int exit, List<JsonNode> lines, String errors) {
        List<String> texts(String field) {
            return lines.stream().map(line -> line.get(field).asText()).toList();
        }

        List<JsonNode> ofType(String type) {
            return lines.stream()
                    .filter(line -> line.get("type").asText().equals(type))
                    .toList();
        }
    }
}
