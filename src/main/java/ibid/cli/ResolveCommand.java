package ibid.cli;

import ibid.citation.Citation;
import ibid.citation.CitationFinder;
import ibid.citation.Context;
import ibid.config.Settings;
import ibid.config.Tables;
import ibid.config.UsageException;
import ibid.document.Document;
import ibid.document.DocumentFile;
import ibid.document.Format;
import ibid.document.readers.DocumentReaders;
import ibid.identifier.Identifiers;
import ibid.report.JsonReport;
import ibid.report.TargetStory;
import ibid.scan.ScanListener;
import ibid.scan.ScanRun;
import ibid.web.WebListener;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ibid resolve}: the whole story of single citations. Each argument is read as a document of its own, so that it goes
 * the way that it would go in a scan.
 */
@Command(
        name = "resolve",
        description = "Tells the whole story of an address, a cut address, an identifier or a file: what was asked and"
                + " answered, the verdict and why.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class ResolveCommand implements Callable<Integer> {
    /** {@code issn = {0028-0836},}. */
    private static final Pattern FIELD = Pattern.compile(
            "(doi|isbn|issn|pmid|pmcid|hdl|orcid)\\s*=\\s*[{\"]?([^{}\"]*)[}\"]?,?", Pattern.CASE_INSENSITIVE);

    private final Console console;
    private final Interruption interruption;
    private final List<String> arguments;
    private final Tables tables;

    @Parameters(arity = "1..*", paramLabel = "CITATION", description = "What is cited, quoted for the shell.")
    private List<String> citations = List.of();

    @Option(names = "--title", paramLabel = "TEXT", description = "What the source is called.")
    private @Nullable String title;

    @Option(names = "--author", paramLabel = "TEXT", description = "Who wrote it.")
    private @Nullable String author;

    @Option(names = "--date", paramLabel = "DATE", description = "When it was published: 2020-06-03, 2020-06 or 2020.")
    private @Nullable String date;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, or json: a report as of a scan. Default: text.")
    private Output format = Output.TEXT;

    @Option(
            names = {"-v", "--verbose"},
            description = "Tell the story of every request, too.")
    private boolean verbose;

    /** Only for whoever names it: of single citations nothing is remembered, they are always asked. */
    @Option(names = "--no-cache", hidden = true, description = "Remember nothing between runs.")
    void noCache(boolean wanted) {}

    /** Only named here: {@link Configuration} has read the file before there are options. */
    @Option(names = "--config", paramLabel = "FILE", description = Configuration.SAYS)
    void config(Path file) {}

    /** How the story is told. */
    enum Output {
        TEXT,
        JSON
    }

    @Mixin
    private ResolvingOptions resolving = new ResolvingOptions();

    ResolveCommand(Console console, Interruption interruption, List<String> arguments, Tables tables) {
        this.console = console;
        this.interruption = interruption;
        this.arguments = arguments;
        this.tables = tables;
    }

    @Override
    public Integer call() throws UsageException, IOException {
        var documents = Settings.DEFAULTS.documents();
        var run = new ScanRun(
                resolving.settings(documents, root(), false, tables.hosts(), console.environment()),
                world(),
                new ScanRun.Title(Version.text(), Secrets.hiddenIn(arguments)),
                ScanListener.NONE,
                verbose ? new RequestStory(console.err()) : WebListener.NONE);
        var asked = new ArrayList<DocumentFile>();
        for (var citation : citations) {
            asked.add(document(documents, citation, asked.size() + 1));
        }
        interruption.onInterrupt(() -> run.stop("The run was interrupted."));
        var report = run.run(asked, this::supplemented);
        if (format == Output.JSON) {
            new JsonReport().write(report, console.out());
        } else {
            console.out().print(TargetStory.of(report));
        }
        console.flushOutput();
        if (!report.run().complete()) {
            return ExitCode.INCOMPLETE;
        }
        return FailOn.ERROR.isReached(report.findings()) ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    /** Who names a file has it in front of them, wherever it lies. */
    private List<Path> root() {
        return Optional.ofNullable(console.workingDirectory().getRoot()).stream()
                .toList();
    }

    private ScanRun.World world() {
        return new ScanRun.World(
                console.workingDirectory(),
                console.workingDirectory(),
                console.pdfWorkers(),
                console.clock(),
                RandomGenerator.getDefault(),
                1,
                Optional.empty());
    }

    /** Text where that shows a citation, as for an address or a cut one; else a link, as to a file. */
    private DocumentFile document(Settings.Documents settings, String written, int number) throws UsageException {
        if (written.isBlank()) {
            throw new UsageException("citation " + number + " is empty; write an address, an identifier or a file.");
        }
        var citation = labelled(written);
        var name = String.format(Locale.ROOT, "citation-%04d", number);
        var link = "[](<" + citation.strip() + ">)";
        try (var readers = new DocumentReaders(settings, console.pdfWorkers())) {
            var finder = new CitationFinder(settings);
            if (finds(finder, readers.read(file(name, Format.TEXT, citation)))) {
                return file(name, Format.TEXT, citation);
            }
            if (finds(finder, readers.read(file(name, Format.MARKDOWN, link)))) {
                return file(name, Format.MARKDOWN, link);
            }
        }
        throw new UsageException(
                "\"" + citation + "\" is no citation; write an address, an identifier or the path of a file.");
    }

    /** An ISBN alone and a field of BibTeX look like files; a file of that name is meant where there is one. */
    private String labelled(String citation) {
        var field = FIELD.matcher(citation.strip());
        if (field.matches()) {
            return field.group(1) + ":" + field.group(2);
        }
        try {
            return Files.exists(console.workingDirectory().resolve(citation))
                    ? citation
                    : Identifiers.labelledAlone(citation).orElse(citation);
        } catch (InvalidPathException noFile) {
            return citation;
        }
    }

    private static boolean finds(CitationFinder finder, Document document) {
        return !finder.find(document).citations().isEmpty();
    }

    private static DocumentFile file(String name, Format format, String text) {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return new DocumentFile(name, Optional.of(format), new DocumentFile.Stream(bytes));
    }

    private Citation supplemented(Citation written) {
        var known = written.context();
        return written.withContext(new Context(
                Optional.ofNullable(title).or(known::title),
                Optional.ofNullable(author).or(known::author),
                Optional.ofNullable(date).or(known::date),
                known.accessed(),
                known.committed(),
                known.heading(),
                known.linkText(),
                known.sentence()));
    }
}
