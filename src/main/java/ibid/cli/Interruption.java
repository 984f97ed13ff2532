package ibid.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C and SIGTERM: the run is stopped, and has a moment to write what it knows. */
final class Interruption {
    /** Longer than a report takes to write, shorter than patience lasts. */
    private static final long MOMENT_MILLIS = 5_000;

    private volatile Runnable action = () -> {};
    private final CountDownLatch done = new CountDownLatch(1);

    /** What to do when the user interrupts. */
    void onInterrupt(Runnable stop) {
        action = stop;
    }

    /** The run is over and its reports are written. */
    void done() {
        done.countDown();
    }

    /** The shutdown hook: called on interruption, and at every other end, when it finds nothing left to do. */
    void shutDown() {
        if (done.getCount() == 0) {
            return;
        }
        action.run();
        try {
            done.await(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
