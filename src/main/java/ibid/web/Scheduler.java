package ibid.web;

import java.time.Duration;
import java.time.Instant;

/** The clock and the timer: everything that waits in this package waits here, so that a test can turn the hands. */
public interface Scheduler {

    Instant now();

    /** Runs {@code task} once, {@code delay} from now, on the timer's thread: a task is short and never blocks. */
    Alarm after(Duration delay, Runnable task);

    /** A task that waits for its time. */
    interface Alarm {

        /** Lets go of the task; without effect once it runs. */
        void cancel();
    }
}
