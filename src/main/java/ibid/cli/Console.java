package ibid.cli;

import ibid.document.pdf.PdfWorkers;
import ibid.scan.ScanRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What the program sees of the world around it.
 *
 * @param out for machine output alone
 * @param err for everything that people read
 * @param terminal whether {@code err} is a terminal
 * @param pdfWorkers starts the processes that read PDFs
 */
record Console(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        Map<String, String> environment,
        Path workingDirectory,
        PdfWorkers pdfWorkers,
        InstantSource clock) {
    private static final int COLUMNS = 80;

    /**
     * Hands on what was written to {@code out}.
     *
     * @throws IOException where something of it was lost: print streams keep that to themselves
     */
    void flushOutput() throws IOException {
        if (out.checkError()) {
            throw new IOException("standard output is full or closed");
        }
    }

    /** Whether colours are wanted where nobody says so: on a terminal, unless NO_COLOR is set (no-color.org). */
    boolean colourful() {
        return terminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** The world of a run that reads documents on all cores. */
    ScanRun.World world(Path archiveDirectory, Optional<Duration> maxTime) {
        return new ScanRun.World(
                workingDirectory,
                workingDirectory.resolve(archiveDirectory),
                pdfWorkers,
                clock,
                RandomGenerator.getDefault(),
                Runtime.getRuntime().availableProcessors(),
                maxTime);
    }

    /** Columns of the terminal, where the shell says them; else those that every terminal has. */
    int columns() {
        var said = environment.getOrDefault("COLUMNS", "");
        return said.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(said) : COLUMNS;
    }
}
