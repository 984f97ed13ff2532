package ibid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * One run of {@code ibid}, as a user starts it.
 *
 * @param took from its start to its end, the virtual machine's own work included
 * @param peakMegabytes the most memory that it held (VmHWM)
 * @param heapMegabytes the most heap that was still in use after a collection
 */
record IbidProcess(Took took, long peakMegabytes, long heapMegabytes) {
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final Pattern COLLECTION = Pattern.compile("\\d+M->(\\d+)M\\(");
    private static final long LONGEST_MINUTES = 10;

    /** @param options of Java, added to those of the launcher */
    static IbidProcess extract(Path launcher, Path documents, String format, String options, Path log)
            throws IOException, InterruptedException {
        Files.deleteIfExists(log);
        var builder = new ProcessBuilder(List.of(launcher.toString(), "extract", ".", "--format", format))
                .directory(documents.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("IBID_JAVA_OPTS", options + " -Xlog:gc:file=" + log);
        return watched(builder, log);
    }

    /**
     * Measures a process that ends with 0, or, as a scan that finds broken links does, with 1.
     *
     * @param log where Java was told to log its collections
     */
    static IbidProcess watched(ProcessBuilder builder, Path log) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var process = builder.start();
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        var peak = 0L;
        var processor = Duration.ZERO;
        while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peakKilobytes(status));
            processor = process.info().totalCpuDuration().orElse(processor);
            if (System.nanoTime() - start > TimeUnit.MINUTES.toNanos(LONGEST_MINUTES)) {
                process.destroyForcibly();
                throw new IOException("ibid did not end within " + LONGEST_MINUTES + " minutes");
            }
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() > 1) {
            throw new IOException("ibid ended with " + process.exitValue());
        }
        return new IbidProcess(new Took(seconds, processor.toNanos() / 1e9), peak / 1024, mostKept(log));
    }

    private static long peakKilobytes(Path status) {
        try {
            var peak = PEAK.matcher(Files.readString(status));
            return peak.find() ? Long.parseLong(peak.group(1)) : 0;
        } catch (IOException e) {
            // It has just ended, or this is no Linux.
            return 0;
        }
    }

    private static long mostKept(Path log) throws IOException {
        return Files.exists(log)
                ? COLLECTION
                        .matcher(Files.readString(log))
                        .results()
                        .mapToLong(collection -> Long.parseLong(collection.group(1)))
                        .max()
                        .orElse(0)
                : 0;
    }
}
