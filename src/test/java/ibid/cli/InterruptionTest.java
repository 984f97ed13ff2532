package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class InterruptionTest {
    private final Interruption interruption = new Interruption();
    private final ArrayList<String> told = new ArrayList<>();

    @Test
    void aRunIsStoppedAndItsExitCodeCounts() {
        interruption.onInterrupt(() -> {
            told.add("stop");
            interruption.done(3);
        });
        assertThat(interruption.shutDown()).hasValue(3);
        assertThat(told).containsExactly("stop");
    }

    @Test
    void whatIsNoRunEndsAtOnce() {
        assertThat(interruption.shutDown()).isEmpty();
    }

    @Test
    void whatHasEndedIsNotStopped() {
        interruption.onInterrupt(() -> told.add("stop"));
        interruption.done(0);
        assertThat(interruption.shutDown()).isEmpty();
        assertThat(told).isEmpty();
    }
}
