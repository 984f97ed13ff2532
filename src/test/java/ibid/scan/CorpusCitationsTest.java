package ibid.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ibid.citation.Citation;
import ibid.citation.CitationFinder;
import ibid.config.Settings;
import ibid.config.UsageException;
import ibid.document.DocumentFile;
import ibid.document.DocumentWalk;
import ibid.document.Format;
import ibid.document.pdf.PdfWorkers;
import ibid.document.readers.DocumentReaders;
import ibid.scan.Extraction.Detail;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold for every citation of real documents, wherever these are at hand. */
class CorpusCitationsTest {
    private static final Path CORPUS =
            Path.of("../shared/corpus").toAbsolutePath().normalize();
    private static final Settings.Documents SETTINGS = Settings.DEFAULTS.documents();

    @TempDir
    private Path folder;

    private static List<DocumentFile> files(Path root) throws UsageException {
        return new DocumentWalk(root, InputStream.nullInputStream(), SETTINGS)
                .find(List.of("."))
                .files();
    }

    @Test
    void theBytesOfEachCitationAreItsTextAndStandForThemselves() throws Exception {
        assumeTrue(Files.isDirectory(CORPUS), "the corpus is not here");
        var finder = new CitationFinder(SETTINGS);
        var count = 0;
        try (var readers = new DocumentReaders(SETTINGS, PdfWorkers.NONE)) {
            for (var file : files(CORPUS)) {
                var document = readers.read(file);
                var bytes = Files.readAllBytes(CORPUS.resolve(file.path()));
                var rewritten = ByteBuffer.wrap(bytes.clone());
                for (var citation : finder.find(document).citations()) {
                    var span = citation.place().span().orElseThrow();
                    var from = (int) span.byteOffset();
                    var slice = Arrays.copyOfRange(bytes, from, from + span.byteLength());
                    assertThat(new String(slice, Charset.forName(document.charset())))
                            .as("%s:%d:%d", file.path(), span.line(), span.column())
                            .isEqualTo(citation.text());
                    rewritten.position(from);
                    rewritten.put(citation.text().getBytes(Charset.forName(document.charset())));
                    count++;
                }
                assertThat(rewritten.array()).as(file.path()).isEqualTo(bytes);
            }
        }
        assertThat(count).isGreaterThan(20_000);
    }

    @Test
    void whatIsCitedIsTheSameForWhoeverWantsNothingElse() throws Exception {
        assumeTrue(Files.isDirectory(CORPUS), "the corpus is not here");
        var asText = files(CORPUS).stream()
                .map(file -> new DocumentFile(file.path(), Optional.of(Format.TEXT), file.content()))
                .toList();
        var whole = new ArrayList<String>();
        new Extraction(SETTINGS, Detail.WHOLE, PdfWorkers.NONE, 2)
                .run(asText, found -> found.citations().citations().forEach(c -> whole.add(c.cited())));
        var cited = new ArrayList<String>();
        new Extraction(SETTINGS, Detail.CITED, PdfWorkers.NONE, 2)
                .run(asText, found -> found.citations().citations().forEach(c -> cited.add(c.cited())));
        assertThat(cited).hasSizeGreaterThan(10_000).isEqualTo(whole);
    }

    private static Map<String, List<Citation>> extracted(Path root) throws UsageException {
        var byPath = new TreeMap<String, List<Citation>>();
        new Extraction(SETTINGS, Detail.WHOLE, PdfWorkers.NONE, 2)
                .run(
                        files(root),
                        found -> byPath.put(found.path(), found.citations().citations()));
        return byPath;
    }

    /** A long, a wrapped and a cut neighbour, and one in another charset, side by side with those that are left alone. */
    @Test
    void whatHappensToOneDocumentChangesNoCitationOfAnother() throws Exception {
        assumeTrue(Files.isDirectory(CORPUS), "the corpus is not here");
        var sampled = sampled();
        var before = extracted(folder);
        assertThat(before).hasSizeGreaterThan(40);
        for (var i = 0; i < sampled.size(); i += 12) {
            var name = sampled.get(i);
            var original = Files.readAllBytes(folder.resolve(name));
            for (var mutated : mutations(original)) {
                Files.write(folder.resolve(name), mutated);
                var after = extracted(folder);
                after.remove(name);
                var expected = new TreeMap<>(before);
                expected.remove(name);
                assertThat(after).as("beside a changed %s", name).isEqualTo(expected);
            }
            Files.write(folder.resolve(name), original);
        }
    }

    /** Each twentieth document of the corpus, flat in the test's folder, where its relative links are other ones. */
    private List<String> sampled() throws IOException, UsageException {
        var names = new ArrayList<String>();
        var files = files(CORPUS);
        for (var i = 0; i < files.size(); i += 20) {
            var name = i + "-" + CORPUS.resolve(files.get(i).path()).getFileName();
            Files.copy(CORPUS.resolve(files.get(i).path()), folder.resolve(name));
            names.add(name);
        }
        return names;
    }

    private static List<byte[]> mutations(byte[] original) {
        var text = new String(original, StandardCharsets.UTF_8);
        return List.of(
                Arrays.copyOf(original, original.length / 2 + 1),
                text.replaceAll("(.{40}) ", "$1\n> ").getBytes(StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.UTF_16));
    }
}
