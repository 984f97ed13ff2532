package ibid.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.resolution.Outcome;
import ibid.resolution.Reason;
import ibid.target.Target;
import ibid.target.Target.PlaceholderTarget;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Target TARGET = new PlaceholderTarget("k", "https://example.com/", "is an example");
    private static final Outcome FINE = Outcome.unasked(Reason.PLACEHOLDER, "is an example");

    private final ByteArrayOutputStream painted = new ByteArrayOutputStream();
    private Instant now = START;

    private Progress progress(int width) {
        return new Progress(new PrintStream(painted, true, UTF_8), () -> now, width);
    }

    /** What the last painting shows. */
    private String shown() {
        var all = painted.toString(UTF_8);
        return all.substring(all.lastIndexOf("\u001b[2K") + 4);
    }

    @Test
    void saysHowFastItGoesWhatIsLeftAndWhoIsWaitedFor() {
        var progress = progress(200);
        progress.started(0);
        for (var i = 0; i < 40; i++) {
            progress.targetQueued(TARGET);
        }
        assertThat(shown()).isEqualTo("0 of 0 documents read, 0 of 0 targets checked");
        for (var i = 0; i < 10; i++) {
            now = now.plusMillis(500);
            progress.targetResolved(TARGET, FINE);
        }
        assertThat(shown()).isEqualTo("0 of 0 documents read, 10 of 40 targets checked, 2.0 a second, about 15 s left");
        now = now.plusMillis(200);
        progress.hostDelayed("slow.example", now.plusSeconds(30));
        assertThat(shown()).endsWith("; slow.example asked to wait 30 s");
        now = now.plusSeconds(31);
        progress.targetResolved(TARGET, FINE);
        assertThat(shown()).doesNotContain("slow.example");
    }

    @Test
    void isGoneInTheEnd() {
        var progress = progress(200);
        progress.started(3);
        progress.finished();

        assertThat(shown()).isEmpty();
    }

    @Test
    void isPaintedTenTimesASecondAtMostAndFitsTheTerminal() {
        var progress = progress(20);
        progress.started(3);
        for (var i = 0; i < 1_000; i++) {
            now = now.plus(Duration.ofMillis(1));
            progress.targetResolved(TARGET, FINE);
        }

        assertThat(painted.toString(UTF_8).split("\u001b\\[2K", -1)).hasSizeLessThanOrEqualTo(12);
        assertThat(shown()).hasSize(19).endsWith("…");
    }
}
