package ibid.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a run holds and how long it takes where very much is cited: every target three times, on sites that answer at once.
 *
 * <p>Arguments: how many targets (default 100,000), and the most heap (default {@code 512m}). A fifth of the targets is run
 * first, so that what each further one costs can be told, and all of them again at the end, when they are remembered.
 */
public final class ManyTargetsBenchmark {
    private static final int SITES = 32;
    private static final int CITED = 3;
    private static final int TARGETS_A_DOCUMENT = 100;

    private final Path temporary;
    private final String heap;
    private final PrintStream out;

    private ManyTargetsBenchmark(Path temporary, String heap, PrintStream out) {
        this.temporary = temporary;
        this.heap = heap;
        this.out = out;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var targets = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        var temporary = Files.createTempDirectory("ibid-bench");
        try {
            new ManyTargetsBenchmark(temporary, args.length > 1 ? args[1] : "512m", System.out).run(targets);
        } finally {
            Sample.delete(temporary);
        }
    }

    private void run(int targets) throws IOException, InterruptedException {
        try (var sites = new LoopbackSites(SITES)) {
            var few = measured(sites, "few", targets / 5);
            var many = measured(sites, "many", targets);
            var more = targets - targets / 5;
            out.printf(
                    Locale.ROOT,
                    "each further target, cited %d times: %d bytes of heap%n",
                    CITED,
                    (many.heapMegabytes() - few.heapMegabytes()) * 1_000_000 / more);
            again(sites, "many", targets);
        }
    }

    private IbidProcess measured(LoopbackSites sites, String name, int targets)
            throws IOException, InterruptedException {
        write(sites, temporary.resolve(name).resolve("documents"), targets);
        return again(sites, name, targets);
    }

    private IbidProcess again(LoopbackSites sites, String name, int targets) throws IOException, InterruptedException {
        var before = sites.requests();
        var run = scan(temporary.resolve(name));
        out.printf(
                Locale.ROOT,
                "%,d targets, %,d citations, %,d requests, %s of heap: %.1f s, %.1f s of processor time, at most %d MB"
                        + " in use after a collection, peak %d MB%n",
                targets,
                targets * CITED,
                sites.requests() - before,
                heap,
                run.took().seconds(),
                run.took().processor(),
                run.heapMegabytes(),
                run.peakMegabytes());
        return run;
    }

    private static void write(LoopbackSites sites, Path documents, int targets) throws IOException {
        Files.createDirectories(documents);
        for (var first = 0; first < targets; first += TARGETS_A_DOCUMENT) {
            var text = new StringBuilder();
            for (var time = 0; time < CITED; time++) {
                for (var i = first; i < Math.min(targets, first + TARGETS_A_DOCUMENT); i++) {
                    text.append("Paragraph ")
                            .append(time)
                            .append(" cites [source ")
                            .append(i)
                            .append("](");
                    text.append(sites.address(i)).append(") once more.\n\n");
                }
            }
            Files.writeString(documents.resolve("document-" + first + ".md"), text);
        }
    }

    private IbidProcess scan(Path folder) throws IOException, InterruptedException {
        var log = temporary.resolve("gc.log");
        Files.deleteIfExists(log);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-Xlog:gc:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                "ibid.cli.Main",
                "scan",
                "--allow-private",
                "--no-archive",
                "--no-lookup",
                "--host-interval=0ms",
                "--host-concurrency=8",
                "--no-progress",
                "documents"));
        return IbidProcess.watched(
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(folder.resolve("err").toFile()),
                log);
    }
}
