package ibid.archive.wacz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.archive.warc.IndexedCapture;
import ibid.archive.warc.KeptCaptures;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * All captures of a folder as one WACZ 1.1.1 file, which replayweb.page and others open.
 *
 * <p>The same captures give the same bytes: nothing in it says when or where it was exported.
 */
public final class WaczExport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeptCaptures captures;
    private final String software;

    /**
     * An export of what the captures show.
     *
     * @param software name and version of the writer, such as {@code ibid/0.1.0}
     */
    public WaczExport(KeptCaptures captures, String software) {
        this.captures = captures;
        this.software = software;
    }

    /** How much was exported. */
    public record Exported(long captures, long pages, long bytes) {}

    /** Writes the file; one that is there is replaced when the new one is complete. */
    public Exported to(Path file) throws IOException {
        var beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            var found = write(beside);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            return new Exported(found.captures, found.pages, Files.size(file));
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static final class Found {
        private long captures;
        private long pages;
        private Instant last = Instant.EPOCH;
        private Optional<IndexedCapture> first = Optional.empty();
    }

    private Found write(Path file) throws IOException {
        var found = new Found();
        try (var zip = new StoredZip(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            for (var warc : captures.soundFiles().entrySet()) {
                var name = warc.getKey().getFileName();
                zip.add("archive/" + name, StoredZip.of(warc.getKey(), warc.getValue()));
            }
            zip.add("indexes/index.cdx", this::writeIndex);
            pages(zip, found);
            var about = zip.add("datapackage.json", StoredZip.of(described(zip, found)));
            var digest = JSON.createObjectNode().put("path", about.path()).put("hash", about.hash());
            zip.add("datapackage-digest.json", StoredZip.of(text(digest)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return found;
    }

    private void writeIndex(OutputStream out) throws IOException {
        captures.forEach(capture -> {
            try {
                out.write((capture.line() + "\n").getBytes(UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The pages are read once, into a file beside, and not twice. */
    private void pages(StoredZip zip, Found found) throws IOException {
        var list = Files.createTempFile("ibid-pages", ".jsonl");
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(list))) {
                writePages(out, found);
            }
            zip.add("pages/pages.jsonl", StoredZip.of(list, Files.size(list)));
        } finally {
            Files.delete(list);
        }
    }

    private void writePages(OutputStream out, Found found) throws IOException {
        var head = JSON.createObjectNode()
                .put("format", "json-pages-1.0")
                .put("id", "pages")
                .put("title", "All Pages");
        out.write(text(head));
        var reading = new PageEntries(captures);
        captures.forEach(capture -> {
            found.captures++;
            found.last = capture.at().isAfter(found.last) ? capture.at() : found.last;
            reading.entry(capture).ifPresent(entry -> {
                try {
                    out.write(text(entry));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                found.pages++;
                found.first = found.first.or(() -> Optional.of(capture));
            });
        });
    }

    private byte[] described(StoredZip zip, Found found) {
        var about = JSON.createObjectNode()
                .put("profile", "data-package")
                .put("wacz_version", "1.1.1")
                .put("title", "Cited pages")
                .put("description", "Pages cited in documents; no link in them was followed.")
                .put("software", software)
                // The time of the last capture: an export at another time says the same.
                .put("created", found.last.truncatedTo(ChronoUnit.SECONDS).toString());
        found.first.ifPresent(page -> about.put("mainPageUrl", page.url())
                .put("mainPageDate", page.at().truncatedTo(ChronoUnit.SECONDS).toString()));
        var resources = about.putArray("resources");
        for (var resource : zip.resources()) {
            resources
                    .addObject()
                    .put("name", resource.path().replaceFirst(".*/", ""))
                    .put("path", resource.path())
                    .put("hash", resource.hash())
                    .put("bytes", resource.bytes());
        }
        return text(about);
    }

    /** One line: the same on every system. */
    private static byte[] text(ObjectNode json) {
        return (json + "\n").getBytes(UTF_8);
    }
}
