package ibid.cli;

import ibid.citation.Citation;
import ibid.config.Tables;
import ibid.config.UsageException;
import ibid.document.Problem;
import ibid.report.CitationLines;
import ibid.report.view.Shown;
import ibid.scan.Extraction;
import ibid.scan.Extraction.Detail;
import ibid.scan.Extraction.Extracted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ibid extract}: lists citations, one a line, on standard output. */
@Command(
        name = "extract",
        description = "Lists every citation of the documents, one a line.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class ExtractCommand implements Callable<Integer> {
    private final Console console;
    private final Tables tables;

    @Mixin
    private InputOptions inputs = new InputOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text: what is cited, alone; jsonl: the citation as in the JSON report. Default: text.")
    private Format format = Format.TEXT;

    private boolean unreadable;

    /** How a citation is listed. */
    enum Format {
        TEXT,
        JSONL
    }

    ExtractCommand(Console console, Tables tables) {
        this.console = console;
        this.tables = tables;
    }

    @Override
    public Integer call() throws UsageException, IOException {
        var settings = inputs.settings(console, tables);
        var walked = inputs.walk(console, settings);
        var detail = format == Format.TEXT ? Detail.CITED : Detail.WHOLE;
        var extraction = new Extraction(
                settings, detail, console.pdfWorkers(), Runtime.getRuntime().availableProcessors());
        try (var lines = new CitationLines(console.out())) {
            extraction.run(walked.files(), found -> list(found, lines));
        }
        try {
            console.flushOutput();
        } catch (IOException e) {
            console.err().println("ibid: the list is not whole (" + e.getMessage() + ").");
            return ExitCode.INCOMPLETE;
        }
        return unreadable ? ExitCode.INCOMPLETE : ExitCode.FINE;
    }

    private void list(Extracted found, CitationLines lines) {
        for (var problem : found.problems()) {
            unreadable |= problem.kind() == Problem.Kind.UNREADABLE;
            console.err().println(Shown.text(found.path() + ": " + problem.message()));
        }
        found.citations().problems().forEach(p -> console.err().println(Shown.text(found.path() + ": " + p.message())));
        if (format == Format.TEXT) {
            console.out().print(text(found.citations().citations()));
            return;
        }
        try {
            for (var citation : found.citations().citations()) {
                lines.write(citation);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document's lines together, for a print stream encodes what it is given as soon as it gets it. */
    private static String text(List<Citation> citations) {
        var text = new StringBuilder();
        for (var citation : citations) {
            text.append(Shown.whole(citation.cited())).append(System.lineSeparator());
        }
        return text.toString();
    }
}
