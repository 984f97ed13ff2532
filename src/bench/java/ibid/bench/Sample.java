package ibid.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * One set of documents, as bytes: they are repeated as often as a measurement needs them.
 *
 * @param ending of the names of its files, which says what they are
 */
record Sample(String ending, List<byte[]> documents) {

    /** Markdown and reStructuredText as what both also are: plain text. */
    static Sample plainText(Path corpus) throws IOException {
        return new Sample(".txt", bytes(corpus, ".md", ".rst"));
    }

    static Sample markdown(Path corpus) throws IOException {
        return new Sample(".md", bytes(corpus, ".md"));
    }

    /** What a site generator makes of the Markdown. */
    static Sample html(Path corpus) throws IOException {
        var extensions = List.of(TablesExtension.create(), FootnotesExtension.create());
        var parser = Parser.builder().extensions(extensions).build();
        var renderer = HtmlRenderer.builder().extensions(extensions).build();
        return new Sample(
                ".html",
                bytes(corpus, ".md").stream()
                        .map(bytes -> renderer.render(parser.parse(new String(bytes, StandardCharsets.UTF_8)))
                                .getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    private static List<byte[]> bytes(Path corpus, String... endings) throws IOException {
        try (var files = Files.walk(corpus)) {
            var documents = files.filter(Files::isRegularFile)
                    .filter(file -> List.of(endings).stream().anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
            if (documents.isEmpty()) {
                throw new IOException("there is no " + String.join(" or ", endings) + " file in " + corpus);
            }
            return documents.stream().map(Sample::read).toList();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    long size() {
        return documents.stream().mapToLong(bytes -> bytes.length).sum();
    }

    /** How often the documents are to be repeated for at least so many bytes. */
    int timesFor(long bytes) {
        return (int) Math.max(1, (bytes + size() - 1) / size());
    }

    /** Writes the documents into a new folder, each as often as said, 1,000 files to a folder. */
    void write(Path folder, int times) throws IOException {
        var number = 0;
        for (var round = 0; round < times; round++) {
            for (var document : documents) {
                var inner = folder.resolve("part-" + number / 1000);
                if (number % 1000 == 0) {
                    Files.createDirectories(inner);
                }
                Files.write(inner.resolve("document-" + number++ + ending), document);
            }
        }
    }

    /** Deletes what {@link #write} wrote. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
