package ibid.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import ibid.archive.WarcArchive;
import ibid.archive.wacz.ArchiveCheck;
import ibid.archive.wacz.WaczExport;
import ibid.archive.warc.KeptCaptures;
import ibid.config.Settings;
import ibid.url.Url;
import ibid.web.Body;
import ibid.web.Header;
import ibid.web.WebRequest;
import ibid.web.WebResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Keeps many pages, exports them and checks the export; says how long each took, bytes, and what memory is held meanwhile.
 *
 * <p>Arguments: number of captures (10,000), bytes of each (20,000). Run it with little memory, such as {@code -Xmx48m}.
 */
public final class ArchiveBenchmark {
    private static final int TIMES_MEASURED = 10;

    private final int captures;
    private final int bytes;
    private final Random random = new Random(1);

    private ArchiveBenchmark(int captures, int bytes) {
        this.captures = captures;
        this.bytes = bytes;
    }

    public static void main(String[] arguments) throws IOException {
        var captures = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        var bytes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        new ArchiveBenchmark(captures, bytes).run(Files.createTempDirectory("ibid-archive"));
    }

    private void run(Path folder) throws IOException {
        var start = System.nanoTime();
        keep(folder.resolve("archive"));
        said("kept", start, size(folder.resolve("archive")));
        start = System.nanoTime();
        var file = folder.resolve("a.wacz");
        new WaczExport(KeptCaptures.open(folder.resolve("archive")), "ibid").to(file);
        said("exported", start, Files.size(file));
        start = System.nanoTime();
        var checked = ArchiveCheck.of(file);
        said("verified " + checked.records() + " records, " + checked.problems().size() + " problems", start, 0);
    }

    private void keep(Path directory) {
        var settings = new Settings.Archive(true, 5L << 20, 1L << 40);
        try (var archive = WarcArchive.open(directory, settings, InstantSource.system(), random, "ibid")) {
            for (var i = 1; i <= captures; i++) {
                if (archive.keep(page(i)).isEmpty()) {
                    throw new IllegalStateException("not kept: " + archive.problem());
                }
                if (i % Math.max(1, captures / TIMES_MEASURED) == 0) {
                    System.out.printf(Locale.ROOT, "%,9d captures, %.1f MB of memory held%n", i, held());
                }
            }
        }
    }

    /** Text with the entropy of text, so that it is compressed as pages are. */
    private WebResponse page(int number) {
        var text = new StringBuilder("<title>Page " + number + "</title><p>");
        while (text.length() < bytes) {
            text.append(Integer.toString(random.nextInt(60_000), Character.MAX_RADIX))
                    .append(' ');
        }
        var url = "http://e" + number % 100 + ".com/" + number;
        return new WebResponse(
                new WebRequest(WebRequest.Method.GET, Url.parse(url).orElseThrow(), List.of()),
                url,
                "http/1.1",
                200,
                "OK",
                List.of(),
                List.of(new Header("Content-Type", "text/html")),
                new Body(text.substring(0, bytes).getBytes(UTF_8)),
                Optional.empty(),
                Optional.empty(),
                InstantSource.system().instant(),
                1);
    }

    private static double held() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }

    private static long size(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void said(String what, long start, long bytes) {
        System.out.printf(Locale.ROOT, "%s: %.1f s, %,d bytes%n", what, (System.nanoTime() - start) / 1e9, bytes);
    }
}
