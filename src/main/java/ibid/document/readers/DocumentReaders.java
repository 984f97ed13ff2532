package ibid.document.readers;

import ibid.config.Settings;
import ibid.document.BlamedLines;
import ibid.document.ContainerReader;
import ibid.document.DeclaredCharset;
import ibid.document.Document;
import ibid.document.DocumentCharset;
import ibid.document.DocumentFile;
import ibid.document.Format;
import ibid.document.LineDates;
import ibid.document.PlainTextSieve;
import ibid.document.Problem;
import ibid.document.Reading;
import ibid.document.RobustLinks;
import ibid.document.RobustText;
import ibid.document.SourceText;
import ibid.document.bibliography.BibtexRobustLinks;
import ibid.document.markup.HtmlRobustLinks;
import ibid.document.markup.PlainTextReader;
import ibid.document.markup.WikitextRobustLinks;
import ibid.document.pdf.PdfWorkers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads documents, each with the reader of its format. Never throws for what a document holds. */
public final class DocumentReaders implements AutoCloseable {
    /** Digest of no bytes at all (FIPS 180-4). */
    private static final String SHA256_OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /** The formats in which a link can name a copy of what it leads to. */
    private static final Map<Format, Function<String, RobustLinks>> ROBUST = Map.of(
            Format.HTML, HtmlRobustLinks::of,
            Format.MARKDOWN, HtmlRobustLinks::inline,
            Format.BIBTEX, BibtexRobustLinks::of,
            Format.WIKITEXT, WikitextRobustLinks::of);

    private final Settings.Documents settings;
    private final FormatReaders readers;
    private final boolean isDigested;
    private final PlainTextSieve sieve;

    /** @param pdfWorkers starts the processes that read PDFs */
    public DocumentReaders(Settings.Documents settings, PdfWorkers pdfWorkers) {
        this(settings, pdfWorkers, true, PlainTextSieve.NONE);
    }

    private DocumentReaders(
            Settings.Documents settings, PdfWorkers pdfWorkers, boolean isDigested, PlainTextSieve sieve) {
        this.settings = settings;
        this.readers = new FormatReaders(pdfWorkers, source -> structured(Format.HTML, "", source));
        this.isDigested = isDigested;
        this.sieve = sieve;
    }

    /**
     * Readers whose documents have an empty digest: for whoever does not report it.
     *
     * @param sieve says what of plain text is read; where it leaves out something, places in the text are no places in the file
     */
    public static DocumentReaders withoutDigests(
            Settings.Documents settings, PdfWorkers pdfWorkers, PlainTextSieve sieve) {
        return new DocumentReaders(settings, pdfWorkers, false, sieve);
    }

    /** Ends the processes that read; a document that is being read comes back at once, with what was read by then. */
    @Override
    public void close() {
        readers.close();
    }

    /**
     * Reads one document. What cannot be read, or only in part, comes back with the {@link Problem} that says so: at most
     * {@code maxBytes} are read, cut at the border of a character.
     */
    public Document read(DocumentFile file) {
        try {
            if (file.content() instanceof DocumentFile.OnDisk onDisk) {
                try (var in = Files.newInputStream(onDisk.file())) {
                    return read(file, DocumentBytes.of(in, settings.maxBytes(), isDigested));
                }
            }
            if (file.content() instanceof DocumentFile.Stream stream) {
                return read(file, DocumentBytes.of(stream.in(), settings.maxBytes(), isDigested));
            }
            return unread(file, ((DocumentFile.Missing) file.content()).problem());
        } catch (IOException | SecurityException e) {
            return unread(file, Problem.unreadable(e));
        }
    }

    /**
     * The text of a document that was read before, for a look at its links; empty where its format has no place for copies, or
     * it is not what it was.
     *
     * @param format as it was read
     * @param sha256 of its bytes then
     */
    public Optional<RobustText> again(DocumentFile file, Format format, String sha256) {
        if (!ROBUST.containsKey(format) || !(file.content() instanceof DocumentFile.OnDisk)) {
            return Optional.empty();
        }
        var source = read(new DocumentFile(file.path(), Optional.of(format), file.content()));
        return Optional.of(source)
                .filter(document -> document.sha256().equals(sha256))
                .map(document -> new RobustText(
                        document.source(),
                        ROBUST.get(format).apply(document.source().text())));
    }

    private Document read(DocumentFile file, DocumentBytes bytes) {
        var problems = new ArrayList<Problem>();
        if (bytes.isCut()) {
            problems.add(Problem.limit(
                    "Only the first %,d of %,d bytes were read, which is the limit for one document.",
                    settings.maxBytes(), bytes.total()));
        }
        var read = bytes.read();
        if (file.format().isEmpty() || file.format().get().isContainer()) {
            var container = ContainerSniffer.of(read).or(file::format);
            if (container.isPresent()) {
                return container(file, container.get(), bytes, problems);
            }
        }
        var charset = DocumentCharset.of(read, file.format().orElse(Format.TEXT), bytes.isCut());
        if (file.format().isEmpty()
                && DeclaredCharset.of(read, sniffed(read, charset)).isPresent()) {
            charset = DocumentCharset.of(read, sniffed(read, charset), bytes.isCut());
        }
        if (isSieved(file, bytes, charset)) {
            read = sieve.kept(read);
        }
        var end = bytes.isCut() ? charset.lastBorder(read) : read.length;
        var source = new SourceText(read, charset.markLength(), end, charset.charset());
        Undecodable.of(source, read, charset.markLength(), end, charset.charset())
                .ifPresent(problems::add);
        var format = file.format().orElseGet(() -> FormatSniffer.of(source.text()));
        var reading = structured(format, file.path(), source);
        problems.addAll(reading.problems());
        return new Document(
                file.path(),
                format,
                charset.charset().name(),
                bytes.sha256(),
                source,
                reading,
                lineDates(file),
                problems);
    }

    /** What is no valid UTF-8 stays whole, for its problems are told with their lines. */
    private static boolean isSieved(DocumentFile file, DocumentBytes bytes, DocumentCharset charset) {
        return file.format().filter(Format.TEXT::equals).isPresent() && !bytes.isCut() && charset.isValidUtf8();
    }

    /** Some formats declare their charset, and which one it is shows in its ASCII letters. */
    private static Format sniffed(byte[] bytes, DocumentCharset charset) {
        return FormatSniffer.of(new String(
                bytes,
                charset.markLength(),
                Math.min(bytes.length, FormatSniffer.SNIFFED_CHARS) - charset.markLength(),
                StandardCharsets.ISO_8859_1));
    }

    private Reading structured(Format format, String name, SourceText source) {
        var limit = MarkupLimits.hit(format, source.text());
        if (limit.isPresent()) {
            return plainly(source, limit.get());
        }
        try {
            return readers.ofText(format, name).read(source);
        } catch (RuntimeException | StackOverflowError e) {
            // Parsers of hostile input may fail in ways nobody has seen yet; the text itself is still there to be
            // searched.
            var message = "Its markup could not be followed (" + e.getClass().getSimpleName()
                    + "), so the document was read as plain text.";
            return plainly(source, Problem.limit(message));
        }
    }

    private static Reading plainly(SourceText source, Problem why) {
        return new PlainTextReader().read(source).withProblem(why);
    }

    private LineDates lineDates(DocumentFile file) {
        return settings.blame() && file.content() instanceof DocumentFile.OnDisk onDisk
                ? new BlamedLines(onDisk.file())
                : LineDates.UNKNOWN;
    }

    private Document container(DocumentFile file, Format format, DocumentBytes bytes, List<Problem> problems) {
        var contents = contents(format, bytes);
        problems.addAll(contents.reading().problems());
        return new Document(
                file.path(),
                format,
                Document.NO_CHARSET,
                bytes.sha256(),
                contents.source(),
                contents.reading(),
                LineDates.UNKNOWN,
                problems);
    }

    private ContainerReader.Contents contents(Format format, DocumentBytes bytes) {
        try {
            return readers.ofContainer(format).read(bytes.read(), bytes.isCut());
        } catch (RuntimeException | StackOverflowError e) {
            return ContainerReader.Contents.unreadable("It cannot be read: its parts could not be followed ("
                    + e.getClass().getSimpleName() + ").");
        }
    }

    private static Document unread(DocumentFile file, Problem problem) {
        return new Document(
                file.path(),
                file.format().orElse(Format.TEXT),
                StandardCharsets.UTF_8.name(),
                SHA256_OF_NOTHING,
                new SourceText(new byte[0], 0, 0, StandardCharsets.UTF_8),
                Reading.NOTHING,
                LineDates.UNKNOWN,
                List.of(problem));
    }
}
