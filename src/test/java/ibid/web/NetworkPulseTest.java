package ibid.web;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.web.AttemptResult.NoAnswer;
import ibid.web.WebFailure.Cause;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkPulseTest {
    private final ManualScheduler clock = new ManualScheduler();
    private final NetworkPulse pulse = new NetworkPulse(new FakeNames(), clock);

    @Test
    void threeHostsThatNobodyReachesAreADeadNetwork() {
        pulse.sent("a.org");
        clock.advance(Duration.ofSeconds(1));
        fail("a.org");
        fail("b.org");
        assertThat(pulse.isDead()).isFalse();
        fail("c.org");
        assertThat(pulse.isDead()).isTrue();
    }

    @Test
    void aHostThatWasJustAskedMayStillAnswer() {
        pulse.sent("a.org");
        clock.advance(Duration.ofSeconds(1));
        pulse.sent("slow.org");
        fail("a.org");
        fail("b.org");
        fail("c.org");
        assertThat(pulse.isDead()).as("while slow.org is being asked").isFalse();
        clock.advance(Duration.ofSeconds(4));
        fail("d.org");
        assertThat(pulse.isDead()).as("when it had its time").isTrue();
    }

    @Test
    void oneAnswerIsLife() {
        pulse.sent("a.org");
        clock.advance(Duration.ofSeconds(1));
        pulse.sent("slow.org");
        fail("a.org");
        fail("b.org");
        pulse.answered("slow.org");
        fail("c.org");
        fail("d.org");
        assertThat(pulse.isDead()).isFalse();
    }

    private void fail(String host) {
        pulse.sent(host);
        pulse.failed(
                host,
                new NoAnswer(Cause.DNS_FAILURE, "the name server did not answer", false, false, Optional.empty()));
    }
}
