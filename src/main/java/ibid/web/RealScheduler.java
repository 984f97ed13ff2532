package ibid.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The scheduler of a real run: one daemon thread, beside the clock that it is given. */
public final class RealScheduler implements Scheduler, AutoCloseable {
    private final InstantSource clock;
    private final ScheduledThreadPoolExecutor timer;

    public RealScheduler(InstantSource clock) {
        this.clock = clock;
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "ibid-timer");
            thread.setDaemon(true);
            return thread;
        });
        // Each request sets an alarm for its overall limit; those of finished requests must not pile up.
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
        try {
            // A millisecond more, because the clock may be coarser than the timer.
            var set = timer.schedule(task, Math.max(0, delay.toMillis()) + 1, TimeUnit.MILLISECONDS);
            return () -> set.cancel(false);
        } catch (RejectedExecutionException closed) {
            return () -> {};
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
