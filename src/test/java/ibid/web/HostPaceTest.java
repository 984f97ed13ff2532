package ibid.web;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.web.HostFeedback.Mood;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How fast a host is asked, by how it met what it was asked before. */
class HostPaceTest {
    private static final Duration INTERVAL = Duration.ofMillis(100);

    @Test
    void theIntervalGrowsWhereTheHostComplainsAndShrinksAgain() {
        var pace = new HostPace(INTERVAL);
        var now = ManualScheduler.START;
        pace.met(Mood.COMPLAINS, now, now);
        assertThat(pace.interval()).isEqualTo(Duration.ofMillis(500));
        pace.met(Mood.COMPLAINS, now.minusMillis(10), now.plusMillis(10));
        assertThat(pace.interval()).as("under way together").isEqualTo(Duration.ofMillis(500));
        for (var i = 1; i < 20; i++) {
            pace.met(Mood.COMPLAINS, now.plusSeconds(i), now.plusSeconds(i));
        }
        assertThat(pace.interval()).isEqualTo(HostPace.SLOWEST);
        for (var i = 0; i < 40; i++) {
            pace.met(Mood.CONTENT, now, now);
        }
        assertThat(pace.interval()).isEqualTo(INTERVAL);
        pace.met(Mood.SLOW, now.plusSeconds(60), now.plusSeconds(60));
        assertThat(pace.interval()).isEqualTo(Duration.ofMillis(150));
    }
}
