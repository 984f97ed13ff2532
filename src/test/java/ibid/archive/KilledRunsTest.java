package ibid.archive;

import static ibid.archive.Responses.page;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.archive.wacz.ArchiveCheck;
import ibid.archive.warc.KeptCaptures;
import ibid.config.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty runs that are killed while they write, ten to a folder: what was reported as kept is there. */
class KilledRunsTest {
    private static final int FOLDERS = 5;
    private static final int KILLS = 10;

    @TempDir
    Path folder;

    @Test
    void holdsWhatEveryKilledRunReported() throws Exception {
        var random = new Random(3);
        var torn = 0;
        for (var i = 0; i < FOLDERS; i++) {
            var directory = folder.resolve("archive-" + i);
            var reported = new ArrayList<String>();
            for (var j = 0; j < KILLS; j++) {
                reported.addAll(killed(directory, i + "-" + j, random.nextInt(40)));
                torn += KeptCaptures.open(directory).problems().size();
                isThere(directory, reported);
            }
            mended(directory);
            assertThat(ArchiveCheck.of(directory).problems()).isEmpty();
            isThere(directory, reported);
        }
        // Else nothing was tried: about every second kill leaves half a record.
        assertThat(torn).isPositive();
    }

    private static void isThere(Path directory, List<String> urls) throws IOException {
        var captures = KeptCaptures.open(directory);
        for (var url : urls) {
            assertThat(captures.of(url)).as(url).hasSize(1);
        }
    }

    /** The next run. */
    private static void mended(Path directory) {
        try (var archive = WarcArchive.open(
                directory, Settings.DEFAULTS.archive(), InstantSource.system(), new Random(), "ibid/0.1.0")) {
            assertThat(archive.keep(page("http://e.com/next").get())).isPresent();
            assertThat(archive.problem()).isEmpty();
        }
    }

    /** Runs until it has kept something, and some milliseconds more; gives the addresses that it reported. */
    private List<String> killed(Path directory, String name, int milliseconds) throws Exception {
        var errors = folder.resolve("errors");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KeepUntilKilled.class.getName(),
                        directory.toString(),
                        name)
                .redirectError(errors.toFile())
                .start();
        var reported = new ArrayList<String>();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            var first = lines.readLine();
            assertThat(first).as(Files.readString(errors)).isNotNull();
            reported.add(first);
            assertThat(process.waitFor(milliseconds, TimeUnit.MILLISECONDS)).isFalse();
            // SIGKILL; by the handle, for the process itself would close its output before it is read.
            process.toHandle().destroyForcibly();
            lines.lines().forEach(reported::add);
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return reported;
    }
}
