package ibid.document.readers;

import ibid.document.ContainerReader;
import ibid.document.DocumentReader;
import ibid.document.Format;
import ibid.document.bibliography.BibtexReader;
import ibid.document.bibliography.CitationCffReader;
import ibid.document.bibliography.CslJsonReader;
import ibid.document.bibliography.RisReader;
import ibid.document.data.CodeReader;
import ibid.document.data.CsvReader;
import ibid.document.data.JsonReader;
import ibid.document.data.NotebookReader;
import ibid.document.data.TomlReader;
import ibid.document.data.YamlReader;
import ibid.document.mail.MailReader;
import ibid.document.mail.MboxReader;
import ibid.document.markup.AsciiDocReader;
import ibid.document.markup.HtmlReader;
import ibid.document.markup.LatexReader;
import ibid.document.markup.MarkdownReader;
import ibid.document.markup.PlainTextReader;
import ibid.document.markup.RestReader;
import ibid.document.markup.WikitextReader;
import ibid.document.office.DocxReader;
import ibid.document.office.EpubReader;
import ibid.document.office.OdfReader;
import ibid.document.office.PptxReader;
import ibid.document.office.XlsxReader;
import ibid.document.pdf.PdfReader;
import ibid.document.pdf.PdfWorkers;
import ibid.document.xml.XmlReader;
import java.util.Locale;
import java.util.Optional;

/** Which reader reads a format. */
final class FormatReaders implements AutoCloseable {
    private final PdfReader pdf;
    private final DocumentReader chapters;

    /** @param chapters reads the chapters of e-books, within the limits of a page */
    FormatReaders(PdfWorkers pdfWorkers, DocumentReader chapters) {
        this.pdf = new PdfReader(pdfWorkers);
        this.chapters = chapters;
    }

    /**
     * @param format one that is text
     * @param name of the file, whose ending tells MDX from Markdown, and the languages of program text
     */
    DocumentReader ofText(Format format, String name) {
        return switch (format) {
            case MARKDOWN -> isMdx(name) ? MarkdownReader.ofMdx() : new MarkdownReader();
            case HTML -> new HtmlReader();
            case REST -> new RestReader();
            case ASCIIDOC -> new AsciiDocReader();
            case BIBTEX -> new BibtexReader();
            case LATEX -> new LatexReader();
            case RIS -> new RisReader();
            case WIKITEXT -> new WikitextReader();
            case JATS -> new XmlReader();
            case FEED -> new XmlReader();
            case MAIL -> new MailReader(this::attached);
            case MBOX -> new MboxReader(this::attached);
            case XML -> new XmlReader();
            case CSL_JSON -> new CslJsonReader();
            case CITATION_CFF -> new CitationCffReader();
            case NOTEBOOK -> new NotebookReader(new MarkdownReader());
            case CSV -> new CsvReader(Optional.empty());
            case TSV -> new CsvReader(Optional.of('\t'));
            case JSON -> new JsonReader();
            case YAML -> new YamlReader();
            case TOML -> new TomlReader();
            case CODE -> new CodeReader(name);
            case TEXT, LOG -> new PlainTextReader();
            case DOCX, XLSX, PPTX, ODT, ODS, ODP, EPUB, PDF ->
                throw new IllegalArgumentException(format.label() + " is no text");
        };
    }

    private static boolean isMdx(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".mdx");
    }

    /** The reader of a text that lies inside another document under a name of its own. */
    private Optional<DocumentReader> attached(String name) {
        return Format.ofName(name)
                .filter(format -> !format.isContainer() && format != Format.MAIL && format != Format.MBOX)
                .map(format -> source -> MarkupLimits.hit(format, source.text())
                        .map(limit -> new PlainTextReader().read(source).withProblem(limit))
                        .orElseGet(() -> ofText(format, name).read(source)));
    }

    /** @param format one whose files are not text */
    ContainerReader ofContainer(Format format) {
        return switch (format) {
            case DOCX -> new DocxReader();
            case XLSX -> new XlsxReader();
            case PPTX -> new PptxReader();
            case ODT, ODS, ODP -> new OdfReader();
            case EPUB -> new EpubReader(chapters);
            case PDF -> pdf;
            default -> throw new IllegalArgumentException(format.label() + " is text");
        };
    }

    /** Ends the processes that read; what they are reading is given up. */
    @Override
    public void close() {
        pdf.close();
    }
}
