package ibid.cli;

import ibid.citation.Citations;
import ibid.document.Document;
import ibid.report.view.Shown;
import ibid.report.view.Words;
import ibid.resolution.Outcome;
import ibid.scan.ScanListener;
import ibid.target.Target;
import ibid.web.WebListener;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line on the terminal that says how far the run is, how fast it goes, how long it may still take, and which host it
 * waits for; gone when the run is over.
 */
final class Progress implements ScanListener, WebListener {
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Before this a rate says nothing. */
    private static final Duration RATE_AFTER = Duration.ofSeconds(2);

    private static final String CLEAR = "\r\u001B[2K";

    private final PrintStream err;
    private final InstantSource clock;
    private final int width;
    private final Map<String, Instant> waiting = new TreeMap<>();
    private Instant begun = Instant.MIN;
    private Instant painted = Instant.MIN;
    private int documents;
    private int read;
    private int queued;
    private int resolved;
    private int toBeSaved;
    private int saved;

    /** @param width columns of the terminal; the line is cut to fit, for one that wraps cannot be cleared */
    Progress(PrintStream err, InstantSource clock, int width) {
        this.err = err;
        this.clock = clock;
        this.width = width;
    }

    @Override
    public synchronized void started(int count) {
        documents = count;
        begun = clock.instant();
        paint();
    }

    @Override
    public synchronized void documentRead(Document document, Citations found) {
        read++;
        paint();
    }

    @Override
    public synchronized void targetQueued(Target target) {
        queued++;
    }

    @Override
    public synchronized void targetResolved(Target target, Outcome outcome) {
        resolved++;
        paint();
    }

    @Override
    public synchronized void saved(int known, int all) {
        saved = Math.max(saved, known);
        toBeSaved = all;
        paint();
    }

    @Override
    public synchronized void hostDelayed(String host, Instant until) {
        waiting.put(host, until);
        paint();
    }

    @Override
    public void networkFoundDead() {}

    @Override
    public synchronized void finished() {
        err.print(CLEAR);
        err.flush();
    }

    private void paint() {
        var now = clock.instant();
        if (now.isBefore(painted.plus(PAUSE))) {
            return;
        }
        painted = now;
        err.print(CLEAR + fitted(line(now)));
        err.flush();
    }

    private String line(Instant now) {
        if (toBeSaved > 0) {
            return String.format(Locale.ROOT, "%,d of %,d pages sent to archives or known there", saved, toBeSaved)
                    + waits(now);
        }
        return String.format(
                        Locale.ROOT,
                        "%,d of %,d documents read, %,d of %,d targets checked",
                        read,
                        documents,
                        resolved,
                        queued)
                + pace(now)
                + waits(now);
    }

    /** How much is left is known only when all documents are read. */
    private String pace(Instant now) {
        var spent = Duration.between(begun, now);
        if (spent.compareTo(RATE_AFTER) < 0 || resolved == 0) {
            return "";
        }
        var each = spent.toMillis() / (double) resolved;
        var rate = String.format(Locale.ROOT, ", %,.1f a second", 1000 / each);
        return read < documents || resolved == queued
                ? rate
                : rate + ", about " + Words.duration(Duration.ofMillis((long) (each * (queued - resolved)))) + " left";
    }

    private String waits(Instant now) {
        waiting.values().removeIf(until -> !until.isAfter(now));
        return waiting.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(longest -> "; " + Shown.text(longest.getKey()) + " asked to wait "
                        + Words.duration(Duration.between(now, longest.getValue())))
                .orElse("");
    }

    private String fitted(String line) {
        return line.length() < width ? line : line.substring(0, Math.max(0, width - 2)) + "…";
    }
}
