package ibid.document;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.Citation;
import ibid.citation.CitationFinder;
import ibid.config.Settings;
import ibid.document.pdf.JavaWorkers;
import ibid.document.pdf.PdfWorkers;
import ibid.document.readers.DocumentReaders;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Reads containers in tests: the samples, and what tests make themselves. */
public final class Samples {
    private Samples() {}

    /** Processes as the program starts them. */
    public static PdfWorkers workers() {
        return new JavaWorkers(
                Path.of(System.getProperty("java.home")),
                System.getProperty("java.class.path"),
                "ibid.cli.PdfWorkerMain");
    }

    /** The bytes of a sample. */
    public static byte[] bytes(String name) {
        try (var in = Samples.class.getResourceAsStream("/ibid/document/samples/" + name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Document read(String name) {
        return read(name, bytes(name));
    }

    /** Reads bytes as a file of this name; PDFs in a process of their own. */
    public static Document read(String name, byte[] bytes) {
        var content = new DocumentFile.Stream(new ByteArrayInputStream(bytes));
        try (var readers = new DocumentReaders(Settings.DEFAULTS.documents(), workers())) {
            return readers.read(new DocumentFile(name, Format.ofName(name), content));
        }
    }

    /** Each citation of a document as {@code place: what is cited}. */
    public static List<String> cited(Document document) {
        return citations(document).stream()
                .map(c -> place(c) + ": " + c.cited())
                .toList();
    }

    public static List<Citation> citations(Document document) {
        return new CitationFinder(Settings.DEFAULTS.documents()).find(document).citations();
    }

    private static String place(Citation citation) {
        var page = citation.place().page();
        return page.isPresent()
                ? "page " + page.getAsInt()
                : citation.place().location().orElse("nowhere");
    }

    /** What the source shows where a link stands. */
    public static String shown(Document document, ExplicitLink link) {
        return document.source().text().substring(link.start(), link.end());
    }

    public static Optional<String> problem(Document document) {
        return document.problems().stream().map(Problem::message).findFirst();
    }

    /** A zip file of parts that alternate with their names. */
    public static byte[] zip(String... namesAndParts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var i = 0; i < namesAndParts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndParts[i]));
                zip.write(namesAndParts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
