package ibid.scan;

import ibid.archive.submission.Saved;
import ibid.citation.Citation;
import ibid.citation.CitationFinder;
import ibid.citation.Dialects;
import ibid.config.Settings;
import ibid.config.UsageException;
import ibid.document.DocumentFile;
import ibid.document.Format;
import ibid.document.Problem;
import ibid.document.RobustText;
import ibid.document.pdf.PdfWorkers;
import ibid.document.readers.DocumentReaders;
import ibid.finding.Living;
import ibid.finding.Report;
import ibid.finding.Report.ReportedDocument;
import ibid.finding.ReportBuilder;
import ibid.resolution.Outcome;
import ibid.resolution.Reason;
import ibid.resolution.Resolution;
import ibid.resolution.memory.Memory;
import ibid.scan.Scan.Pass;
import ibid.target.TargetParser;
import ibid.url.Shorteners;
import ibid.web.WebListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** One run from documents to report: the place where the stages are wired together. */
public final class ScanRun {
    /** What is under way when a run is stopped has this long to come back; who interrupts does not wait for more. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final Settings settings;
    private final World world;
    private final Title title;
    private final ScanListener listener;
    private final Stages stages;
    private final Dialects dialects = Dialects.load();
    private Optional<String> stopped = Optional.empty();
    private Runnable stopper = () -> {};

    /**
     * What a run needs of the world.
     *
     * @param archiveDirectory where captures are kept
     * @param pdfWorkers starts the processes that read PDFs
     * @param processors threads that read documents
     */
    public record World(
            Path workingDirectory,
            Path archiveDirectory,
            PdfWorkers pdfWorkers,
            InstantSource clock,
            RandomGenerator random,
            int processors,
            Optional<Duration> maxTime) {}

    /** What the report says of the program and its call; the arguments are free of secrets. */
    public record Title(String version, List<String> arguments) {}

    /**
     * Prepares a run; nothing is opened yet.
     *
     * @throws UsageException where a setting cannot be used, such as a file of certificates that is none
     */
    public ScanRun(Settings settings, World world, Title title, ScanListener listener, WebListener webListener)
            throws UsageException {
        this.settings = settings;
        this.world = world;
        this.title = title;
        this.listener = listener;
        this.stages = new Stages(settings, world, title.version(), webListener, dialects);
    }

    /** Reads, resolves and judges; a run is run once. */
    public Report run(List<DocumentFile> files) {
        return run(files, Scope.ALL);
    }

    /** The same, of what is in scope alone. */
    public Report run(List<DocumentFile> files, Scope scope) {
        return run(files, scope, UnaryOperator.identity());
    }

    /**
     * The same, of citations of which more is known than their documents say.
     *
     * @param supplement adds it; place and text of a citation stay as they are
     */
    public Report run(List<DocumentFile> files, UnaryOperator<Citation> supplement) {
        return run(files, Scope.ALL, supplement);
    }

    private Report run(List<DocumentFile> files, Scope scope, UnaryOperator<Citation> supplement) {
        var start = world.clock().instant();
        try (stages;
                var readers = new DocumentReaders(settings.documents(), world.pdfWorkers())) {
            var scan = scan(readers, supplement);
            var web = stages.web();
            stopWith(() -> {
                scan.stop();
                stages.memory().ifPresent(Memory::stop);
                stages.lookups().budget().end();
                stages.submissions().end("the run was stopped");
                web.stop();
                stages.scheduler().after(GRACE, () -> {
                    web.close();
                    scan.letGo();
                });
            });
            world.maxTime()
                    .ifPresent(limit -> stages.scheduler().after(limit, () -> stop("The run reached its time limit.")));
            var found = found(scan, files, scope);
            stages.memory().ifPresent(Memory::end);
            var missing = missing(found.pass());
            var run = new Report.Run(
                    title.version(),
                    start,
                    Duration.between(start, world.clock().instant()),
                    missing.isEmpty(),
                    settings.check().offline(),
                    Stream.concat(missing.stream(), remarks().stream()).toList(),
                    title.arguments());
            return report(run, found, again(files, readers));
        }
    }

    /** What a pass came to know, what its cut addresses may have meant, and what became of the addresses that archives were to keep. */
    private record Found(Pass pass, Recoveries recoveries, Map<String, List<Saved>> saved, Living living) {}

    private Found found(Scan scan, List<DocumentFile> files, Scope scope) {
        try {
            var pass = scan.run(files, scope);
            var copies = copies(pass, files);
            var recoveries = settings.check().recover()
                    ? Recoveries.of(
                            pass.documents(),
                            pass.resolutions(),
                            dialects,
                            stages::candidateSources,
                            stages.pages(),
                            stages.deadRecovery())
                    : Recoveries.NONE;
            var resolutions = copies.told(pass.resolutions());
            var living = copies.living(settings.copies().unarchived());
            stages.archive().finish();
            if (stages.web().networkDead()) {
                listener.networkFoundDead();
            }
            var known = new Pass(pass.documents(), resolutions, pass.unread());
            return new Found(known, recoveries, saved(known), living);
        } finally {
            listener.finished();
        }
    }

    /** They are looked for while successors of the same pages are. */
    private CopiesToCite copies(Pass pass, List<DocumentFile> files) {
        var dates = new FileDates(files, world.clock().instant());
        var nearest = stages.archives().nearestCopy();
        var copies = CopiesToCite.begin(pass.documents(), pass.resolutions(), nearest, dates::of);
        return settings.copies().ofLiving()
                ? copies.andOfLiving(
                        pass.documents(),
                        pass.resolutions(),
                        nearest,
                        dates::of,
                        settings.copies().drift() ? Optional.of(stages.livingPages()) : Optional.empty())
                : copies;
    }

    private Map<String, List<Saved>> saved(Pass pass) {
        return settings.saving().any()
                ? stages.submissions()
                        .save(PagesToSave.of(pass.documents(), pass.resolutions()), listener::saved)
                        .join()
                : Map.of();
    }

    /** Ends the run early: what is known by then is reported, and the report says why it is not complete. */
    public synchronized void stop(String why) {
        if (stopped.isEmpty()) {
            stopped = Optional.of(why);
        }
        stopper.run();
    }

    /** Whoever stopped the run before there was anything to stop is heard now. */
    private synchronized void stopWith(Runnable action) {
        stopper = action;
        stopped.ifPresent(this::stop);
    }

    private synchronized Optional<String> whyStopped() {
        return stopped;
    }

    private Scan scan(DocumentReaders readers, UnaryOperator<Citation> supplement) {
        return new Scan(
                readers,
                new CitationFinder(settings.documents(), dialects),
                new TargetParser(),
                stages.resolver(),
                listener,
                supplement,
                stages.archive(),
                world.processors());
    }

    /** What makes this run incomplete, a sentence each. */
    private List<String> missing(Pass pass) {
        var notes = new ArrayList<String>();
        whyStopped().ifPresent(notes::add);
        var proxyTrouble = stages.web().proxyTrouble();
        if (proxyTrouble.isPresent()) {
            notes.add("Not every web address could be asked: " + proxyTrouble.get() + ".");
        } else if (stages.web().networkDead()) {
            notes.add(
                    stages.web().anyHostAnswered()
                            ? "The network could not be reached for a while, so not every web address was judged."
                            : "The network could not be reached, so no web address was judged.");
        }
        var unread = pass.unread();
        if (unread > 0) {
            notes.add(unread == 1 ? "One document was not read." : unread + " documents were not read.");
        }
        var unreadable = pass.documents().stream()
                .filter(d -> d.document().problems().stream().anyMatch(p -> p.kind() == Problem.Kind.UNREADABLE))
                .count();
        if (unreadable > 0) {
            notes.add(
                    unreadable == 1 ? "One document could not be read." : unreadable + " documents could not be read.");
        }
        stages.archive().problem().ifPresent(notes::add);
        return notes;
    }

    /** What is to be known of a run that may be complete all the same. */
    private List<String> remarks() {
        var remarks = new ArrayList<>(stages.store().problems());
        remarks.addAll(stages.archive().repairs());
        remarks.addAll(stages.submissions().remarks());
        if (whyStopped().isEmpty()) {
            stages.archives().lookedUp().remark().ifPresent(remarks::add);
        }
        if (settings.web().proxy().isPresent() && !settings.web().allowPrivate() && asks()) {
            remarks.add(
                    "The web was asked through a proxy, which looks names up itself: of names that this machine does"
                            + " not know it cannot be said that they lead to no private network.");
        }
        var told = stages.memory().map(Memory::told).orElse(0);
        if (told > 0) {
            remarks.add((told == 1 ? "One target was" : told + " targets were")
                    + " not asked again, because what an earlier run found still counts; --no-cache asks all.");
        }
        return remarks;
    }

    private boolean asks() {
        return settings.check().enabled() && !settings.check().offline();
    }

    /** A look at a document that was read. */
    private static Function<ReportedDocument, Optional<RobustText>> again(
            List<DocumentFile> files, DocumentReaders readers) {
        Map<String, DocumentFile> byPath = new HashMap<>();
        files.forEach(file -> byPath.put(file.path(), file));
        return document -> Optional.ofNullable(byPath.get(document.path()))
                .flatMap(file -> Format.labelled(document.format())
                        .flatMap(format -> readers.again(file, format, document.sha256())));
    }

    private Report report(Report.Run run, Found found, Function<ReportedDocument, Optional<RobustText>> again) {
        var pass = found.pass();
        var unknown = Resolution.of(Outcome.unasked(Reason.NOT_CHECKED, "the run ended before this was checked"));
        return new ReportBuilder(
                        settings.check().offline(),
                        dialects,
                        Shorteners.with(settings.check().shorteners()))
                .lookingAgain(settings.copies().robustLinks(), again)
                .knowing(found.living())
                .build(
                        run,
                        pass.documents(),
                        target -> pass.resolutions().getOrDefault(target.key(), unknown),
                        found.recoveries()::of,
                        target -> PagesToSave.address(target)
                                .map(address -> found.saved().getOrDefault(address, List.of()))
                                .orElse(List.of()));
    }
}
