package ibid.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/**
 * Compares {@code ibid extract}, as a whole process, with the bare libraries on the same documents in the same run.
 *
 * <p>Arguments: the launcher, a folder with Markdown and reStructuredText, and perhaps how many megabytes to repeat it to.
 */
public final class ExtractBenchmark {
    private static final int WARM_ROUNDS = 2;
    private static final int ROUNDS = 3;
    private static final List<String> FORMATS = List.of("text", "jsonl");
    private static final int TIMES_MORE = 8;
    private static final int SMALL_SHARE = 20;

    private final Path launcher;
    private final Path temporary;
    private final long bytes;
    private final int threads;
    private final PrintStream out;

    private ExtractBenchmark(Path launcher, Path temporary, long bytes, int threads, PrintStream out) {
        this.launcher = launcher;
        this.temporary = temporary;
        this.bytes = bytes;
        this.threads = threads;
        this.out = out;
    }

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        if (args.length < 2) {
            System.err.println("usage: LAUNCHER CORPUS [MEGABYTES]");
            System.exit(2);
        }
        var corpus = Path.of(args[1]);
        var megabytes = args.length > 2 ? Integer.parseInt(args[2]) : 400;
        var temporary = Files.createTempDirectory("ibid-bench");
        try {
            new ExtractBenchmark(
                            Path.of(args[0]).toAbsolutePath().normalize(),
                            temporary,
                            megabytes * 1_000_000L,
                            Runtime.getRuntime().availableProcessors(),
                            System.out)
                    .run(corpus);
        } finally {
            Sample.delete(temporary);
        }
    }

    private void run(Path corpus) throws IOException, InterruptedException, ExecutionException {
        out.printf(Locale.ROOT, "%d threads, %,d bytes of each, best of %d%n", threads, bytes, ROUNDS);
        compare("plain text", Sample.plainText(corpus), BareLibrary.AUTOLINK);
        compare("Markdown", Sample.markdown(corpus), BareLibrary.COMMONMARK);
        compare("HTML", Sample.html(corpus), BareLibrary.JSOUP);
        memory(Sample.plainText(corpus));
    }

    /** All take turns, so that what else the machine does hits all. */
    private void compare(String name, Sample sample, BareLibrary library)
            throws IOException, InterruptedException, ExecutionException {
        var times = sample.timesFor(bytes);
        var folder = temporary.resolve(sample.ending().substring(1));
        sample.write(folder, times);
        for (var i = 0; i < WARM_ROUNDS; i++) {
            library.run(sample, Math.max(1, times / WARM_ROUNDS), threads);
        }
        var bare = Took.FOREVER;
        var took = new Took[] {Took.FOREVER, Took.FOREVER};
        var peak = new long[FORMATS.size()];
        for (var i = 0; i < ROUNDS; i++) {
            bare = bare.best(library.run(sample, times, threads));
            for (var format = 0; format < FORMATS.size(); format++) {
                var run = extract(folder, FORMATS.get(format), "");
                took[format] = took[format].best(run.took());
                peak[format] = Math.max(peak[format], run.peakMegabytes());
            }
        }
        Sample.delete(folder);
        var megabytes = sample.size() * times / 1e6;
        out.printf(Locale.ROOT, "%s, %d files%n", name, sample.documents().size() * times);
        out.printf(Locale.ROOT, "  %-30s%s%n", library.label(), speeds(megabytes, bare));
        for (var format = 0; format < FORMATS.size(); format++) {
            out.printf(
                    Locale.ROOT,
                    "  %-30s%s   ratio %.2f, by processor time %.2f   peak %d MB%n",
                    "ibid extract --format " + FORMATS.get(format),
                    speeds(megabytes, took[format]),
                    bare.seconds() / took[format].seconds(),
                    bare.processor() / took[format].processor(),
                    peak[format]);
        }
    }

    private static String speeds(double megabytes, Took took) {
        return String.format(
                Locale.ROOT,
                "%6.1f MB/s, %5.1f MB per second of processor time",
                megabytes / took.seconds(),
                megabytes / took.processor());
    }

    /** With little heap the collector runs often, so that what is left after it is what is really held. */
    private void memory(Sample sample) throws IOException, InterruptedException {
        var once = sample.timesFor(bytes / SMALL_SHARE);
        for (var times = once; times <= once * TIMES_MORE; times *= TIMES_MORE) {
            var folder = temporary.resolve("memory");
            sample.write(folder, times);
            var run = extract(folder, "jsonl", "-XX:+UseSerialGC -Xmx128m");
            Sample.delete(folder);
            out.printf(
                    Locale.ROOT,
                    "%6d files, 128 MB of heap: at most %d MB in use after a collection, peak %d MB%n",
                    sample.documents().size() * times,
                    run.heapMegabytes(),
                    run.peakMegabytes());
        }
    }

    private IbidProcess extract(Path folder, String format, String options) throws IOException, InterruptedException {
        return IbidProcess.extract(launcher, folder, format, options, temporary.resolve("gc.log"));
    }
}
