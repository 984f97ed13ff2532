package ibid.resolution.memory;

import ibid.config.Settings;
import ibid.page.Page;
import ibid.resolution.Outcome;
import ibid.resolution.Reason;
import ibid.resolution.Resolution;
import ibid.resolution.Verdict;
import ibid.store.RecordCodec;
import ibid.store.Shelf;
import ibid.store.Store;
import ibid.target.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * What runs under the same settings found, so that it need not be asked again.
 *
 * <p>Each result is kept when it is known, and counts in later runs for as long as its verdict does ({@link Lifetimes});
 * what could not be told counts in none. A run that was killed or stopped is gone on with by the next one within an hour:
 * to that one everything counts that the first had found, be it certain or not.
 */
public final class Memory {
    /** Whoever starts again later than this has another network, or hosts in another mood. */
    private static final Duration GOES_ON = Duration.ofHours(1);

    private static final Duration BETWEEN_SIGNS = Duration.ofMinutes(1);

    private final String settings;
    private final Path archiveDirectory;
    private final InstantSource clock;
    private final BooleanSupplier networkDead;
    private final Shelf<Remembered> results;
    private final Shelf<OpenRun> runs;
    private final FailureHistory history;
    /** Keys of earlier runs' results that were told again. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** Keys of what was found in this run; it may be asked for again, as a candidate for another target. */
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    private final Object lock = new Object();
    private Optional<OpenRun> run = Optional.empty();
    private volatile boolean stopped;

    /**
     * A memory in a store; nothing is read yet.
     *
     * @param version of the program
     * @param archiveDirectory where the copies lie that results name
     * @param networkDead whether what could not be told may be the network's fault
     */
    public Memory(
            Store store,
            Settings settings,
            String version,
            Path archiveDirectory,
            InstantSource clock,
            BooleanSupplier networkDead) {
        this.settings = SettingsPrint.of(settings, version, archiveDirectory);
        this.archiveDirectory = archiveDirectory;
        this.clock = clock;
        this.networkDead = networkDead;
        this.results = store.shelf("results", new RecordCodec<>(Remembered.class));
        this.runs = store.shelf("runs", new RecordCodec<>(OpenRun.class));
        this.history = new FailureHistory(store, settings.memory().confirm());
    }

    /** How many results of earlier runs were told again in this one. */
    public int told() {
        return told.size();
    }

    /** The run is stopped before its end: what fails from now on may fail because of that, and the next run goes on. */
    public void stop() {
        stopped = true;
    }

    /** The run came to its end, so that the next one begins anew. */
    public void end() {
        synchronized (lock) {
            if (run.isPresent() && !stopped) {
                runs.remove(settings);
            }
        }
    }

    /** When this run began, or the one that it goes on with. */
    Instant run() {
        synchronized (lock) {
            var now = clock.instant();
            if (run.isEmpty()) {
                var began = runs.get(settings, GOES_ON).map(OpenRun::began).orElse(now);
                sign(new OpenRun(began, now));
            }
            return run.orElseThrow().began();
        }
    }

    private void sign(OpenRun sign) {
        run = Optional.of(sign);
        runs.put(settings, sign);
    }

    private void signAtTimes() {
        synchronized (lock) {
            var began = run();
            var now = clock.instant();
            if (Duration.between(run.orElseThrow().seen(), now).compareTo(BETWEEN_SIGNS) > 0) {
                sign(new OpenRun(began, now));
            }
        }
    }

    /** What is known of a target and still counts; nothing was sent for it in this run. */
    Optional<Resolution> recall(Target target) {
        var run = run();
        var key = key(target);
        var known = results.get(key).filter(found -> counts(target, found, run));
        if (known.isPresent() && !kept.contains(key)) {
            told.add(key);
        }
        return known.map(Remembered::resolution)
                .map(found -> found.with(withoutAttempts(found.outcome())))
                .map(found -> history.judged(target, found));
    }

    private boolean counts(Target target, Remembered found, Instant run) {
        var resolution = found.resolution();
        var outcome = resolution.outcome();
        var age = Duration.between(outcome.checkedAt().orElse(Instant.MAX), clock.instant());
        var isOfThisRun = found.run().equals(run);
        var inTime = !age.isNegative() && age.compareTo(Lifetimes.of(outcome.verdict())) < 0;
        // Only what is asked again can be confirmed.
        var isCertain = outcome.verdict() != Verdict.BROKEN || history.confirms(target);
        var copiesAreThere = resolution.snapshots().isEmpty() || Files.isDirectory(archiveDirectory);
        return (isOfThisRun || (inTime && isCertain)) && copiesAreThere;
    }

    private static Outcome withoutAttempts(Outcome found) {
        return new Outcome(
                found.reason(),
                found.status(),
                found.finalUrl(),
                found.hops(),
                0,
                found.checkedAt(),
                found.evidence(),
                found.fragment());
    }

    /**
     * Keeps what was found, where somebody was asked and it is an answer.
     *
     * @return what may be said of it: a failure may have to be confirmed by further runs
     */
    Resolution keep(Target target, Resolution found) {
        if (isAnswer(found.outcome()) && found.whole()) {
            var run = run();
            history.add(target, found.outcome(), run);
            var summary = new Resolution(
                    found.outcome(), found.page().map(Page::summary), found.snapshots(), found.work(), true);
            var key = key(target);
            kept.add(key);
            results.put(key, new Remembered(run, summary));
            signAtTimes();
        }
        return history.judged(target, found);
    }

    /** An address of one's own site may be a file, for which nothing is sent; it is looked at in every run. */
    private boolean isAnswer(Outcome outcome) {
        var wasAsked = outcome.attempts() > 0 && outcome.checkedAt().isPresent();
        return wasAsked
                && switch (outcome.verdict()) {
                    case ALIVE, MOVED, BROKEN -> true;
                    case UNVERIFIED -> outcome.reason() != Reason.OFFLINE && !stopped && !networkDead.getAsBoolean();
                    case SKIPPED -> false;
                };
    }

    private String key(Target target) {
        return SettingsPrint.digest(settings + "\n" + target.key());
    }
}
