package ibid.cli;

import ibid.citation.Citations;
import ibid.document.Document;
import ibid.resolution.Outcome;
import ibid.scan.ScanListener;
import ibid.target.Target;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** One line on the terminal that says how far the run is; gone when the run is over. */
final class Progress implements ScanListener {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String CLEAR = "\r\u001B[2K";

    private final PrintStream err;
    private final InstantSource clock;
    private Instant painted = Instant.MIN;
    private int documents;
    private int read;
    private int citations;
    private int queued;
    private int resolved;

    Progress(PrintStream err, InstantSource clock) {
        this.err = err;
        this.clock = clock;
    }

    @Override
    public synchronized void started(int count) {
        documents = count;
        paint();
    }

    @Override
    public synchronized void documentRead(Document document, Citations found) {
        read++;
        citations += found.citations().size();
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
        err.print(CLEAR
                + String.format(
                        Locale.ROOT,
                        "%,d of %,d documents read, %,d citations, %,d of %,d targets checked",
                        read,
                        documents,
                        citations,
                        resolved,
                        queued));
        err.flush();
    }
}
