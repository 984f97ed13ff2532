package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are killed, with no chance to say goodbye, and the ones that go on with them. */
class ResumeTest {
    private static final int LINKS = 900;
    private static final int AT_ONCE = 4;
    private static final int KILLS = 50;
    private static final List<String> KINDS = List.of("ok", "404", "403", "ok");

    private final SplittableRandom random = new SplittableRandom();
    private final List<List<String>> askedByRun = new ArrayList<>();
    private CountingSite site;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        site = new CountingSite();
        site.delay(10);
        var links = IntStream.range(0, LINKS).mapToObj(i -> "- [" + i + "](" + site.base() + path(i) + ")\n");
        Files.writeString(folder.resolve("a.md"), String.join("", links.toList()));
        Files.createFile(folder.resolve("in"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static String path(int link) {
        return "/" + KINDS.get(link % KINDS.size()) + "/" + link;
    }

    @Test
    @Tag("slow")
    void fiftyKillsLoseNothing() throws Exception {
        for (var i = 0; i < KILLS; i++) {
            killedRun();
        }
        var last = start();
        assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(last.exitValue()).isEqualTo(1);
        askedByRun.add(site.asked());
        onlyWhatWasUnderWayWasAskedAgain();
        everyResultIsThereOnce();
    }

    private Process start() throws IOException {
        site.forget();
        return new Program(folder)
                .started(
                        folder,
                        folder.resolve("in"),
                        "scan",
                        "--allow-private",
                        "--host-interval=0ms",
                        "--retries=0",
                        "--no-lookup",
                        "--no-probes",
                        "--max-concurrency=" + AT_ONCE,
                        "--host-concurrency=" + AT_ONCE,
                        "a.md");
    }

    /** Killed at any point: before the first request, between requests, or while the reports are written. */
    private void killedRun() throws IOException, InterruptedException {
        var process = start();
        var enough = random.nextInt(30);
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (site.asked().size() < enough && process.isAlive() && System.nanoTime() < until) {
            process.waitFor(1, TimeUnit.MILLISECONDS);
        }
        process.waitFor(random.nextInt(20), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        askedByRun.add(site.asked());
    }

    /**
     * A worker asks for the next target once the last one is kept, so a kill finds as many open as there are workers; and as many
     * more where it comes while the first pages of a run wait for the robots.txt, which each run asks.
     */
    private void onlyWhatWasUnderWayWasAskedAgain() {
        for (var run = 0; run < askedByRun.size(); run++) {
            var again = new HashSet<>(askedByRun.get(run));
            assertThat(again).as("asked twice by run " + run).hasSameSizeAs(askedByRun.get(run));
            var later = new HashSet<String>();
            askedByRun.subList(run + 1, askedByRun.size()).forEach(later::addAll);
            again.retainAll(later);
            again.remove("/robots.txt");
            assertThat(again).as("asked by run " + run + " and later again").hasSizeLessThanOrEqualTo(2 * AT_ONCE);
        }
    }

    private void everyResultIsThereOnce() throws IOException {
        var report =
                new ObjectMapper().readTree(folder.resolve("reports/ibid.json").toFile());
        assertThat(report.at("/run/complete").asBoolean()).isTrue();
        var reasons = new HashMap<String, String>();
        report.at("/targets").forEach(target -> {
            var path = target.at("/url").asText().substring(site.base().length());
            var isThere = path.startsWith("/ok/");
            assertThat(target.at("/snapshots")).as("copies of " + path).hasSize(isThere ? 1 : 0);
            assertThat(reasons.put(path, target.at("/outcome/reason").asText()))
                    .as("results of " + path)
                    .isNull();
        });
        assertThat(reasons).hasSize(LINKS);
        for (var i = 0; i < LINKS; i++) {
            assertThat(reasons.get(path(i)))
                    .isEqualTo(List.of("ok", "not-found", "forbidden", "ok").get(i % 4));
        }
    }
}
