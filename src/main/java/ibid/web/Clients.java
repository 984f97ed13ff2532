package ibid.web;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** The clients that threads share, made when the first request is sent: a run that asks nothing pays nothing. */
final class Clients {
    private final Supplier<OkHttpClient> maker;
    private final Object lock = new Object();
    private Optional<OkHttpClient> client = Optional.empty();
    private Optional<OkHttpClient> fresh = Optional.empty();

    Clients(Supplier<OkHttpClient> maker) {
        this.maker = maker;
    }

    /**
     * The client for an attempt of this number, from 1. A further attempt gets a connection of its own: one that was kept
     * open may have been closed by the host meanwhile, or hold what the host wrote too much.
     */
    OkHttpClient of(int attempt) {
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

    /** Cancels what is under way. */
    void close() {
        synchronized (lock) {
            client.ifPresent(made -> {
                made.dispatcher().cancelAll();
                made.connectionPool().evictAll();
            });
        }
    }
}
