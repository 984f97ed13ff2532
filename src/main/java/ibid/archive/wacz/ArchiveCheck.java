package ibid.archive.wacz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.archive.warc.FileSlice;
import ibid.archive.warc.IndexedCapture;
import ibid.archive.warc.KeptCaptures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Whether an archive is what it says: a WACZ file, a folder of WARC files with its index, or a single WARC file.
 *
 * <p>Checked are, of a WACZ file, that it has what WACZ 1.1.1 asks for and that archives and compressed indexes are stored and
 * not compressed again; every hash of the package; of every record its block and payload digests; and every line of the
 * index against the record that it names. A signature in the package is not looked at.
 */
public final class ArchiveCheck {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final long MOST_JSON_BYTES = 64 << 20;

    private final Findings findings = new Findings();
    private final WarcCheck warcs = new WarcCheck(findings);
    private long captures;

    private ArchiveCheck() {}

    /**
     * What was checked.
     *
     * @param captures lines of the index, where there is one
     * @param problems one sentence each; empty where all is well
     */
    public record Checked(long records, long captures, List<String> problems) {}

    /** Checks a file or folder; whatever is wrong with it is a problem and no exception. */
    public static Checked of(Path path) {
        var check = new ArchiveCheck();
        try {
            if (Files.isDirectory(path)) {
                check.folder(path);
            } else if (path.toString().endsWith(".warc.gz")) {
                check.warc(path, path.getFileName().toString(), FileSlice.of(path));
            } else {
                check.wacz(path);
            }
        } catch (ZipException e) {
            check.findings.add("it is no whole ZIP file");
        } catch (IOException e) {
            check.findings.add(Optional.ofNullable(e.getMessage()).orElse("it cannot be read"));
        }
        return new Checked(check.warcs.records(), check.captures, check.findings.all());
    }

    private void warc(Path path, String name, FileSlice slice) throws IOException {
        try (slice) {
            warcs.read(slice, name);
        }
        if (warcs.records() == 0) {
            findings.add(path.getFileName() + " has no record");
        }
    }

    private void folder(Path directory) throws IOException {
        var files = KeptCaptures.open(directory).soundFiles().keySet();
        for (var file : files) {
            warc(file, file.getFileName().toString(), FileSlice.of(file));
        }
        if (files.isEmpty()) {
            findings.add("it has no WARC file (*.warc.gz)");
        }
        var index = directory.resolve(KeptCaptures.INDEX);
        try (var in = Files.isRegularFile(index) ? Files.newInputStream(index) : InputStream.nullInputStream()) {
            index(in, KeptCaptures.INDEX);
        }
        warcs.end();
    }

    private void wacz(Path path) throws IOException {
        var entries = new HashMap<String, ZipDirectory.Entry>();
        for (var entry : ZipDirectory.read(path)) {
            if (entries.put(entry.name(), entry) != null) {
                findings.add(entry.name() + " is there twice");
            }
        }
        try (var zip = new ZipFile(path.toFile())) {
            structure(entries);
            packaged(zip, entries.keySet());
            for (var entry : entries.values().stream()
                    .filter(found -> isWarc(found.name()) && found.stored())
                    .toList()) {
                warc(
                        path,
                        entry.name().substring("archive/".length()),
                        FileSlice.of(path, entry.start(), entry.bytes()));
            }
            for (var name :
                    entries.keySet().stream().filter(ArchiveCheck::isIndex).toList()) {
                try (var in = opened(zip, name)) {
                    index(name.endsWith(".gz") ? new GZIPInputStream(in) : in, name);
                }
            }
        }
        warcs.end();
    }

    private static boolean isWarc(String name) {
        return name.matches("archive/[^/]+\\.warc\\.gz");
    }

    private static boolean isIndex(String name) {
        return name.matches("indexes/[^/]+\\.cdxj?(\\.gz)?");
    }

    private void structure(Map<String, ZipDirectory.Entry> entries) {
        for (var entry : entries.values()) {
            if (!entry.stored() && entry.name().matches("(archive/.*\\.gz|indexes/.*\\.gz)")) {
                findings.add(entry.name() + " is compressed in the ZIP file and must be stored");
            }
        }
        needs(entries.keySet().stream().anyMatch(ArchiveCheck::isWarc), "archive/*.warc.gz");
        needs(entries.keySet().stream().anyMatch(ArchiveCheck::isIndex), "indexes/*.cdx");
        needs(entries.containsKey("pages/pages.jsonl"), "pages/pages.jsonl");
        needs(entries.containsKey("datapackage.json"), "datapackage.json");
    }

    private void needs(boolean there, String what) {
        if (!there) {
            findings.add(what + " is missing");
        }
    }

    private static InputStream opened(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(name + " is missing");
        }
        return zip.getInputStream(entry);
    }

    /** The package's description, each file that it lists, and each that it does not. */
    private void packaged(ZipFile zip, Set<String> names) throws IOException {
        if (!names.contains("datapackage.json")) {
            return;
        }
        var about = json(zip, "datapackage.json");
        if (!about.path("profile").asText().equals("data-package")) {
            findings.add("datapackage.json has another profile than data-package");
        }
        if (about.path("wacz_version").asText().isEmpty()) {
            findings.add("datapackage.json has no wacz_version");
        }
        var listed = new HashSet<>(Set.of("datapackage.json", "datapackage-digest.json"));
        for (var resource : about.path("resources")) {
            var name = resource.path("path").asText();
            listed.add(name);
            compare(
                    zip,
                    name,
                    resource.path("hash").asText(),
                    resource.path("bytes").asLong(-1));
        }
        names.stream()
                .filter(name -> !name.endsWith("/") && !listed.contains(name))
                .sorted()
                .forEach(name -> findings.add(name + " is not listed in datapackage.json"));
        if (names.contains("datapackage-digest.json")) {
            var digest = json(zip, "datapackage-digest.json");
            compare(zip, digest.path("path").asText(), digest.path("hash").asText(), -1);
        }
        if (names.contains("pages/pages.jsonl")) {
            pages(zip);
        }
    }

    private static JsonNode json(ZipFile zip, String name) throws IOException {
        try (var in = opened(zip, name)) {
            var bytes = in.readNBytes((int) MOST_JSON_BYTES);
            return JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new IOException(name + " is no JSON", e);
        }
    }

    private void compare(ZipFile zip, String name, String hash, long bytes) throws IOException {
        if (zip.getEntry(name) == null) {
            findings.add(name + ", which the package names, is missing");
            return;
        }
        var digest = StoredZip.sha256();
        var count = 0L;
        try (var in = opened(zip, name)) {
            var buffer = new byte[1 << 16];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                count += read;
            }
        }
        if (!hash.equals("sha256:" + HexFormat.of().formatHex(digest.digest()))) {
            findings.add(name + " has another hash than the package says");
        }
        if (bytes >= 0 && bytes != count) {
            findings.add(name + " has " + count + " bytes, and not " + bytes + " as the package says");
        }
    }

    private void pages(ZipFile zip) throws IOException {
        try (var lines = lines(opened(zip, "pages/pages.jsonl"))) {
            var number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!isPageLine(line, number == 1)) {
                    findings.add("line " + number + " of pages/pages.jsonl is "
                            + (number == 1 ? "no head of a list of pages" : "no page with url and ts"));
                }
            }
            if (number == 0) {
                findings.add("pages/pages.jsonl is empty");
            }
        }
    }

    private static boolean isPageLine(String line, boolean first) {
        try {
            var json = JSON.readTree(line);
            return first ? json.path("format").asText().equals("json-pages-1.0") : json.has("url") && json.has("ts");
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private void index(InputStream in, String name) throws IOException {
        var last = new byte[0];
        try (var lines = lines(in)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var bytes = line.getBytes(UTF_8);
                if (Arrays.compareUnsigned(last, bytes) > 0) {
                    findings.add(name + " is not sorted by bytes at " + line.replaceFirst(" \\{.*", ""));
                }
                last = bytes;
                captures++;
                IndexedCapture.parse(line)
                        .ifPresentOrElse(warcs::compare, () -> findings.add(name + " has a line that is none of CDXJ"));
            }
        }
    }

    private static BufferedReader lines(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, UTF_8));
    }
}
