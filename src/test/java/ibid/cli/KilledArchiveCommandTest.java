package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ibid archive}, killed again and again: what {@code ibid archive list} showed once it shows for ever. */
class KilledArchiveCommandTest {
    private static final int PAGES = 5_000;
    private static final int KILLS = 6;
    private static final int WORDS = 300;

    private static final String[] KEEP = {"archive", "--allow-private", "--host-interval", "0ms", "a.md"};

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer site;

    @TempDir
    private Path folder;

    KilledArchiveCommandTest() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void open() {
        site.setExecutor(threads);
        site.createContext("/", KilledArchiveCommandTest::answer);
        site.start();
    }

    @AfterEach
    void close() {
        site.stop(0);
        threads.shutdownNow();
    }

    /** Each page has words of its own; what is no page is not there. */
    private static void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var isPage = path.startsWith("/page-");
        var words = new Random(path.hashCode());
        var text = IntStream.range(0, WORDS)
                .mapToObj(i -> Integer.toString(words.nextInt(Integer.MAX_VALUE), Character.MAX_RADIX))
                .collect(Collectors.joining(" "));
        var body = (isPage ? "<title>" + path + "</title><p>" + text : "nothing").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", isPage ? "text/html" : "text/plain");
        var isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(isPage ? 200 : 404, isHead ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(isHead ? new byte[0] : body);
        }
    }

    private String page(Object name) {
        return "- http://127.0.0.1:" + site.getAddress().getPort() + "/page-" + name + ".html\n";
    }

    @Test
    void losesNothingThatItHadAndEndsWell() throws Exception {
        var cited = folder.resolve("a.md");
        Files.writeString(cited, IntStream.range(0, PAGES).mapToObj(this::page).collect(Collectors.joining()));
        var random = new Random(7);
        var seen = new TreeSet<String>();
        for (var kill = 0; kill < KILLS; kill++) {
            kill(10_000 + random.nextInt(60_000));
            var listed = new TreeSet<>(listed());
            assertThat(listed).containsAll(seen).hasSizeGreaterThan(seen.size());
            seen.addAll(listed);
        }

        Files.writeString(cited, page("last"));
        assertThat(new Program(folder).run(KEEP).exitCode()).isZero();
        assertThat(listed()).containsAll(seen).hasSizeGreaterThan(seen.size());
        var verified = new Program(folder).run("archive", "verify", "reports/archive");
        assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
    }

    /** Lets it write so many bytes, and kills it. */
    private void kill(int bytes) throws Exception {
        var enough = written() + bytes;
        var process = new Program(folder).started(folder, Files.writeString(folder.resolve("in"), ""), KEEP);
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (written() < enough && System.nanoTime() < end) {
            assertThat(process.waitFor(1, TimeUnit.MILLISECONDS))
                    .as(Files.readString(folder.resolve("err")))
                    .isFalse();
        }
        assertThat(written()).isGreaterThanOrEqualTo(enough);
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private long written() throws IOException {
        var archive = folder.resolve("reports/archive");
        if (!Files.isDirectory(archive)) {
            return 0;
        }
        try (var files = Files.list(archive)) {
            return files.filter(file -> file.toString().endsWith(".warc.gz"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** A line of each copy. Of a torn end, which the next run mends, it speaks on the standard error. */
    private List<String> listed() {
        return new Program(folder).run("archive", "list").out().lines().toList();
    }
}
