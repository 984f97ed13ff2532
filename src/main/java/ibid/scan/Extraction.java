package ibid.scan;

import ibid.citation.CitationFinder;
import ibid.citation.Citations;
import ibid.citation.PassedOver.Why;
import ibid.citation.SignSieve;
import ibid.config.Settings;
import ibid.document.Document;
import ibid.document.DocumentFile;
import ibid.document.PlainTextSieve;
import ibid.document.Problem;
import ibid.document.pdf.PdfWorkers;
import ibid.document.readers.DocumentReaders;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Lists citations without judging them: documents are read side by side and handed on in order, few at a time. */
public final class Extraction {
    private final Settings.Documents settings;
    private final PdfWorkers pdfWorkers;
    private final CitationFinder finder;
    private final PlainTextSieve sieve;
    private final int threads;

    /** What is wanted of each citation. */
    public enum Detail {
        /** What is cited alone. */
        CITED,
        /** All that its document says about it. */
        WHOLE
    }

    /** @param pdfWorkers starts the processes that read PDFs */
    public Extraction(Settings.Documents settings, Detail detail, PdfWorkers pdfWorkers, int threads) {
        var whole = new CitationFinder(settings);
        this.settings = settings;
        this.pdfWorkers = pdfWorkers;
        this.finder = detail == Detail.WHOLE ? whole : whole.citedAlone();
        this.sieve = detail == Detail.WHOLE ? PlainTextSieve.NONE : new SignSieve();
        this.threads = threads;
    }

    /** One document's citations; its text is already let go. */
    public record Extracted(String path, Citations citations, List<Problem> problems) {
        public Extracted {
            problems = List.copyOf(problems);
        }
    }

    /** Hands on what each file holds, in the order of the files. */
    public void run(List<DocumentFile> files, Consumer<Extracted> sink) {
        var pool = Readers.pool(threads);
        try (var readers = DocumentReaders.withoutDigests(settings, pdfWorkers, sieve)) {
            // Few documents are read ahead, so that memory does not grow with the number of files.
            var ahead = new ArrayDeque<Future<Extracted>>();
            for (var file : files) {
                if (ahead.size() >= threads * 4) {
                    sink.accept(finished(ahead.removeFirst()));
                }
                ahead.addLast(pool.submit(() -> extracted(readers, file)));
            }
            while (!ahead.isEmpty()) {
                sink.accept(finished(ahead.removeFirst()));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private Extracted extracted(DocumentReaders readers, DocumentFile file) {
        Document document = readers.read(file);
        var found = finder.find(document);
        var listed = found.citations().stream()
                .filter(citation -> citation.passedOver()
                        .filter(p -> p.why() == Why.EXCLUDED)
                        .isEmpty())
                .toList();
        return new Extracted(document.path(), new Citations(listed, found.problems()), document.problems());
    }

    private static Extracted finished(Future<Extracted> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
