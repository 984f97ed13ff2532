package ibid.web;

import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** The threads that send, and the clients that they share, made when the first one asks: a run that asks nothing pays nothing. */
final class Workers {
    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads;
    private final Supplier<OkHttpClient> maker;
    private final Object lock = new Object();
    private Optional<OkHttpClient> client = Optional.empty();
    private Optional<OkHttpClient> fresh = Optional.empty();

    Workers(int most, Supplier<OkHttpClient> maker) {
        this.maker = maker;
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

    /**
     * The client for an attempt of this number, from 1. A further attempt gets a connection of its own: one that was kept
     * open may have been closed by the host meanwhile, or hold what the host wrote too much.
     */
    OkHttpClient client(int attempt) {
        synchronized (lock) {
            if (client.isEmpty()) {
                var made = maker.get();
                client = Optional.of(made);
                fresh = Optional.of(made.newBuilder()
                        .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                        .build());
            }
            return attempt == 1 ? client.get() : fresh.orElseThrow();
        }
    }

    /** Cancels what is under way; does not wait for it. */
    void close() {
        threads.shutdownNow();
        synchronized (lock) {
            client.ifPresent(made -> {
                made.dispatcher().cancelAll();
                made.connectionPool().evictAll();
            });
        }
    }
}
