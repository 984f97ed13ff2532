package ibid.scan;

import ibid.archive.Archive;
import ibid.citation.Citation;
import ibid.citation.CitationFinder;
import ibid.citation.Citations;
import ibid.citation.PassageTrace;
import ibid.document.Document;
import ibid.document.DocumentFile;
import ibid.document.Problem;
import ibid.document.readers.DocumentReaders;
import ibid.finding.Report.ReportedDocument;
import ibid.finding.ReportBuilder.Cited;
import ibid.finding.ReportBuilder.Examined;
import ibid.resolution.Outcome;
import ibid.resolution.Reason;
import ibid.resolution.Resolution;
import ibid.resolution.Resolver;
import ibid.target.Target;
import ibid.target.Target.IdentifierTarget;
import ibid.target.Target.UrlTarget;
import ibid.target.TargetParser;
import ibid.url.Url;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;

/**
 * One pass over the documents, overlapped: readers run on all cores, and a target goes to the resolver as soon as it is
 * known, once.
 */
final class Scan {
    private final DocumentReaders readers;
    private final CitationFinder finder;
    private final TargetParser parser;
    private final Resolver resolver;
    private final ScanListener listener;
    private final UnaryOperator<Citation> supplement;
    private final Archive archive;
    private final int threads;
    private final Map<String, CompletableFuture<Resolution>> resolutions = new ConcurrentHashMap<>();
    private final CompletableFuture<Optional<Optional<Examined>>> letGo = new CompletableFuture<>();
    private volatile boolean stopped;

    Scan(
            DocumentReaders readers,
            CitationFinder finder,
            TargetParser parser,
            Resolver resolver,
            ScanListener listener,
            UnaryOperator<Citation> supplement,
            Archive archive,
            int threads) {
        this.readers = readers;
        this.finder = finder;
        this.parser = parser;
        this.resolver = resolver;
        this.listener = listener;
        this.supplement = supplement;
        this.archive = archive;
        this.threads = threads;
    }

    /**
     * What a pass came to know.
     *
     * @param documents in the order of the files; those that a stop kept from being read are missing, and those that the
     *     scope leaves nothing of
     * @param resolutions by the key of the target
     * @param unread how many documents a stop kept from being read
     */
    record Pass(List<Examined> documents, Map<String, Resolution> resolutions, int unread) {}

    /** Reads every file and resolves every target in scope; comes back when all is known, or soon after {@link #stop}. */
    Pass run(List<DocumentFile> files, Scope scope) {
        listener.started(files.size());
        var pool = Readers.pool(threads);
        try {
            var read = examined(files, scope, pool);
            Map<String, Resolution> known = new ConcurrentHashMap<>();
            resolutions.forEach((key, future) -> known.put(key, future.join()));
            var found = read.stream().flatMap(Optional::stream).toList();
            var readings = new Readings(parser, known, FullAddresses.of(found));
            askAlso(readings.toAskAlso(found), known);
            var documents = found.stream().map(readings::settled).toList();
            documents.forEach(document -> document.cited()
                    .forEach(cited -> passedOver(cited)
                            .ifPresent(
                                    outcome -> known.putIfAbsent(cited.target().key(), Resolution.of(outcome)))));
            return new Pass(documents, known, files.size() - read.size());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Asks for the other readings of addresses that dots hang on, where what was asked before leaves it open. */
    private void askAlso(List<Cited> others, Map<String, Resolution> known) {
        for (var other : others) {
            if (!stopped) {
                noted(other.target(), other.citation());
                resolutions.computeIfAbsent(other.target().key(), key -> resolve(other.target()));
            }
        }
        resolutions.forEach((key, future) -> known.computeIfAbsent(key, unknown -> future.join()));
    }

    /** Reads no further document, and waits for no PDF; what is being resolved is let go by the web. */
    void stop() {
        stopped = true;
        readers.close();
    }

    /** Waits for no document any more: a long one that is still being read after {@link #stop} counts as not read. */
    void letGo() {
        letGo.complete(Optional.empty());
    }

    /** One for each document that was read, empty where nothing of it is in scope. */
    private List<Optional<Examined>> examined(List<DocumentFile> files, Scope scope, ExecutorService pool) {
        var futures = new ArrayList<CompletableFuture<Optional<Optional<Examined>>>>();
        for (var file : files) {
            futures.add(CompletableFuture.supplyAsync(
                    () -> stopped ? Optional.empty() : Optional.of(examine(file, scope)), pool));
        }
        var documents = new ArrayList<Optional<Examined>>();
        for (var future : futures) {
            try {
                future.applyToEither(letGo, read -> read).get().ifPresent(documents::add);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stop();
            } catch (ExecutionException e) {
                // A reader that fails is a defect of Ibid, not of the document: it must not be passed over in silence.
                throw new IllegalStateException(e.getCause());
            }
        }
        return documents;
    }

    private Optional<Examined> examine(DocumentFile file, Scope scope) {
        var document = readers.read(file);
        var found = finder.find(document);
        if (scope.isWhole(file)) {
            listener.documentRead(document, found);
            return Optional.of(
                    new Examined(reported(document, found, document.problems()), cited(found), trace(document, found)));
        }
        var reached = new Citations(
                found.citations().stream()
                        .filter(citation -> scope.reaches(parser.parse(citation)))
                        .toList(),
                List.of());
        listener.documentRead(document, reached);
        return reached.citations().isEmpty()
                ? Optional.empty()
                : Optional.of(new Examined(reported(document, reached, List.of()), cited(reached), PassageTrace.NONE));
    }

    private List<Cited> cited(Citations found) {
        var cited = new ArrayList<Cited>(found.citations().size());
        for (var written : found.citations()) {
            var citation = supplement.apply(written);
            var own = parser.parse(citation);
            cited.add(new Cited(citation, own));
            if (citation.passedOver().isEmpty() && !stopped) {
                var target = citation.otherwise().isEmpty() ? own : parser.parse(citation.read(false));
                noted(target, citation);
                resolutions.computeIfAbsent(target.key(), key -> resolve(target));
                // A publisher's page may be gone where the identifier that it spells leads elsewhere.
                page(target).ifPresent(page -> resolutions.computeIfAbsent(page.key(), key -> resolver.resolve(page)));
            }
        }
        return cited;
    }

    private void noted(Target target, Citation citation) {
        target.address().flatMap(Url::parse).ifPresent(url -> archive.cited(url.address(), place(citation)));
    }

    /** Document and line, or what a document without lines has instead. */
    private static String place(Citation citation) {
        var place = citation.place();
        return citation.document()
                + place.span().map(span -> "#L" + span.line()).orElseGet(() -> "#" + place.name());
    }

    private static Optional<UrlTarget> page(Target target) {
        return target instanceof IdentifierTarget identifier ? identifier.page().map(UrlTarget::of) : Optional.empty();
    }

    /** A passage is compared for what it cites, so that a text that cites nothing is not taken apart. */
    private static PassageTrace trace(Document document, Citations found) {
        return found.citations().isEmpty() ? PassageTrace.NONE : PassageTrace.of(document.source());
    }

    /** What is known of a target that every citation of which is passed over. */
    private static Optional<Outcome> passedOver(Cited cited) {
        return cited.citation().passedOver().map(passed -> switch (passed.why()) {
            case IGNORED -> Outcome.unasked(Reason.IGNORED, "ignored: " + passed.reason());
            case EXCLUDED -> Outcome.unasked(Reason.EXCLUDED, passed.reason());
        });
    }

    private CompletableFuture<Resolution> resolve(Target target) {
        listener.targetQueued(target);
        return resolver.resolve(target).whenComplete((known, failure) -> {
            if (known != null) {
                listener.targetResolved(target, known.outcome());
            }
        });
    }

    private static ReportedDocument reported(Document document, Citations found, List<Problem> known) {
        var problems = new ArrayList<Problem>(known);
        problems.addAll(found.problems());
        return new ReportedDocument(
                document.path(),
                document.format().label(),
                document.charset(),
                document.sha256(),
                found.citations().size(),
                problems);
    }
}
