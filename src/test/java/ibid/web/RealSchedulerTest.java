package ibid.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RealSchedulerTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void tasksRunOnADaemonThreadAndTheClockIsTheOneGiven() throws InterruptedException {
        var ran = new CopyOnWriteArrayList<String>();
        var done = new CountDownLatch(3);
        try (var scheduler = new RealScheduler(() -> NOON)) {
            for (var delay : List.of(40, 20, -5)) {
                scheduler.after(Duration.ofMillis(delay), () -> {
                    ran.add(delay + " " + Thread.currentThread().isDaemon());
                    done.countDown();
                });
            }
            assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(scheduler.now()).isEqualTo(NOON);
        }
        assertThat(ran).containsExactlyInAnyOrder("-5 true", "20 true", "40 true");
    }

    @Test
    void whatIsCancelledOrComesAfterTheEndDoesNotRun() throws InterruptedException {
        var ran = new CopyOnWriteArrayList<String>();
        var held = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var scheduler = new RealScheduler(() -> NOON);
        scheduler.after(Duration.ZERO, () -> {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        scheduler.after(Duration.ZERO, () -> ran.add("cancelled")).cancel();
        scheduler.after(Duration.ofMillis(1), done::countDown);
        held.countDown();
        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
        scheduler.close();
        scheduler.after(Duration.ZERO, () -> ran.add("late")).cancel();
        assertThat(ran).isEmpty();
    }
}
