package ibid.archive.wacz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.archive.WarcArchive;
import ibid.archive.warc.KeptCaptures;
import ibid.config.Settings;
import ibid.url.Url;
import ibid.web.Body;
import ibid.web.Header;
import ibid.web.WebRequest;
import ibid.web.WebResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaczTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00.500Z");

    @TempDir
    Path folder;

    @BeforeEach
    void keep() {
        var text = "<title>Ä page</title>" + "word ".repeat(300);
        keep(page("http://e.com/a", 200, "text/html; charset=utf-8", text, AT));
        keep(page("http://e.com/again", 200, "text/html", text, AT.plusSeconds(5)));
        keep(page("http://e.com/i.png", 200, "image/png", "no image", AT));
        keep(page("http://e.com/gone", 404, "text/html", "<title>Gone</title>", AT));
    }

    private void keep(WebResponse response) {
        try (var archive = WarcArchive.open(
                archive(), Settings.DEFAULTS.archive(), InstantSource.fixed(AT), new Random(), "ibid/0")) {
            assertThat(archive.keep(response)).isPresent();
        }
    }

    private Path archive() {
        return folder.resolve("archive");
    }

    private static WebResponse page(String url, int status, String type, String text, Instant at) {
        return new WebResponse(
                new WebRequest(WebRequest.Method.GET, Url.parse(url).orElseThrow(), List.of()),
                url,
                "http/1.1",
                status,
                "",
                List.of(),
                List.of(new Header("Content-Type", type)),
                new Body(text.getBytes(UTF_8)),
                Optional.empty(),
                Optional.empty(),
                at,
                1);
    }

    private Path exported() throws IOException {
        var file = folder.resolve("a.wacz");
        new WaczExport(KeptCaptures.open(archive()), "ibid/0").to(file);
        return file;
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    /** The same entries with one thing changed, written as any tool may: the archives stored, the rest compressed. */
    private Path changed(Consumer<Map<String, byte[]>> change) throws IOException {
        var entries = entries(exported());
        change.accept(entries);
        var file = folder.resolve("changed.wacz");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setMethod(ZipOutputStream.DEFLATED);
            for (var entry : entries.entrySet()) {
                var stored = new ZipEntry(entry.getKey());
                if (entry.getKey().startsWith("archive/")) {
                    var sum = new CRC32();
                    sum.update(entry.getValue());
                    stored.setMethod(ZipEntry.STORED);
                    stored.setSize(entry.getValue().length);
                    stored.setCrc(sum.getValue());
                }
                zip.putNextEntry(stored);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    private static byte[] replaced(byte[] text, String what, String by) {
        return new String(text, UTF_8).replace(what, by).getBytes(UTF_8);
    }

    @Test
    void hasWhatTheFormatAsksFor() throws IOException {
        var entries = entries(exported());

        assertThat(entries.keySet())
                .containsExactly(
                        "archive/ibid-20261122100000-00000.warc.gz",
                        "indexes/index.cdx",
                        "pages/pages.jsonl",
                        "datapackage.json",
                        "datapackage-digest.json");
        assertThat(new String(entries.get("pages/pages.jsonl"), UTF_8).lines())
                .satisfiesExactly(
                        head -> assertThat(head)
                                .isEqualTo("{\"format\":\"json-pages-1.0\",\"id\":\"pages\",\"title\":\"All Pages\"}"),
                        page -> assertThat(page)
                                .contains(
                                        "\"url\":\"http://e.com/a\",\"ts\":\"2026-11-22T10:00:00.500Z\",\"title\":\"Ä page\""),
                        page -> assertThat(page).contains("\"url\":\"http://e.com/again\"", "Ä page"));
        var about = new ObjectMapper().readTree(entries.get("datapackage.json"));
        assertThat(about.path("wacz_version").asText()).isEqualTo("1.1.1");
        assertThat(about.path("created").asText()).isEqualTo("2026-11-22T10:00:05Z");
        assertThat(about.path("resources").findValuesAsText("path")).hasSize(3);
        try (var zip = new ZipFile(exported().toFile())) {
            assertThat(zip.stream())
                    .allSatisfy(entry -> assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED));
        }
    }

    @Test
    void isWhole() throws IOException {
        var checked = ArchiveCheck.of(exported());

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.captures()).isEqualTo(4);
        assertThat(ArchiveCheck.of(changed(entries -> {})).problems()).isEmpty();
        assertThat(ArchiveCheck.of(archive()).problems()).isEmpty();
    }

    @Test
    void leavesOutATornEnd() throws IOException {
        var warc = archive().resolve("ibid-20261122100000-00000.warc.gz");
        try (OutputStream more = Files.newOutputStream(warc, StandardOpenOption.APPEND)) {
            more.write(new byte[] {0x1F, (byte) 0x8B, 8, 0, 1, 2, 3});
        }

        assertThat(ArchiveCheck.of(archive()).problems())
                .singleElement()
                .asString()
                .contains("no whole record");
        assertThat(ArchiveCheck.of(exported()).problems()).isEmpty();
    }

    @Test
    void eachFaultIsFound() throws IOException {
        var warc = "archive/ibid-20261122100000-00000.warc.gz";
        var faults = new HashMap<String, Consumer<Map<String, byte[]>>>();
        faults.put("pages/pages.jsonl is missing", entries -> entries.remove("pages/pages.jsonl"));
        faults.put("datapackage.json is missing", entries -> entries.remove("datapackage.json"));
        faults.put("archive/*.warc.gz is missing", entries -> entries.remove(warc));
        faults.put("extra.txt is not listed", entries -> entries.put("extra.txt", new byte[1]));
        faults.put(
                "where no such capture of",
                entries -> entries.computeIfPresent(
                        "indexes/index.cdx", (name, text) -> replaced(text, "\"offset\":\"", "\"offset\":\"1")));
        faults.put(
                "is not in the index",
                entries -> entries.computeIfPresent(
                        "indexes/index.cdx",
                        (name, text) -> replaced(
                                text,
                                new String(text, UTF_8).lines().findFirst().orElseThrow() + "\n",
                                "")));
        faults.put(
                "is not sorted",
                entries -> entries.computeIfPresent(
                        "indexes/index.cdx", (name, text) -> replaced(text, "com,e)/a ", "com,z)/a ")));
        faults.put(
                "is no head of a list of pages",
                entries -> entries.computeIfPresent(
                        "pages/pages.jsonl", (name, text) -> replaced(text, "json-pages-1.0", "x")));
        faults.put(
                "datapackage.json has another hash",
                entries ->
                        entries.computeIfPresent("datapackage.json", (name, text) -> replaced(text, "Cited", "Other")));
        faults.put(
                warc + " has another hash",
                entries -> entries.computeIfPresent(warc, (name, bytes) -> {
                    bytes[900] ^= 1;
                    return bytes;
                }));
        areFound(faults);
    }

    private void areFound(Map<String, Consumer<Map<String, byte[]>>> faults) throws IOException {
        for (var fault : faults.entrySet()) {
            assertThat(ArchiveCheck.of(changed(fault.getValue())).problems())
                    .anySatisfy(problem -> assertThat(problem).contains(fault.getKey()));
        }
    }

    @Test
    void aWarcThatIsCompressedAgainIsAFault() throws IOException {
        var file = folder.resolve("again.wacz");
        var entries = entries(exported());
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }

        assertThat(ArchiveCheck.of(file).problems())
                .anySatisfy(
                        problem -> assertThat(problem).endsWith("is compressed in the ZIP file and must be stored"));
    }

    @Test
    void noZipFileAtAllIsAFaultAndNoException() throws IOException {
        var bytes = Files.readAllBytes(exported());
        for (var length : new int[] {0, 10, bytes.length / 2, bytes.length - 1}) {
            var file = Files.write(folder.resolve("cut.wacz"), Arrays.copyOf(bytes, length));
            assertThat(ArchiveCheck.of(file).problems()).isNotEmpty();
        }
    }
}
