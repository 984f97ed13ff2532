package ibid.scan;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads that read documents. */
final class Readers {
    /** Markup nests deeper than the default stack of small machines allows. */
    private static final long STACK_BYTES = 16L << 20;

    private Readers() {}

    static ExecutorService pool(int threads) {
        return Executors.newFixedThreadPool(threads, work -> {
            var thread = new Thread(null, work, "ibid-reader", STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        });
    }
}
