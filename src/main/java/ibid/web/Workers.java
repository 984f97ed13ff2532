package ibid.web;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that send. */
final class Workers {
    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads;

    Workers(int most) {
        var number = new AtomicInteger();
        // The queue of hosts never starts more than this at once, so nothing ever waits here.
        this.threads = new ThreadPoolExecutor(
                Math.max(1, most),
                Math.max(1, most),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                    var thread = new Thread(task, "ibid-web-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** Runs on a thread of its own; false once closed. */
    boolean run(Runnable task) {
        try {
            threads.execute(task);
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    /** Lets go of what is under way; does not wait for it. */
    void close() {
        threads.shutdownNow();
    }
}
