package ibid.cli;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ctrl-C and SIGTERM: the run is stopped, and has a moment to write what it knows. */
final class Interruption {
    /** A run ends within two seconds; only the reports of very many findings take longer to write, and half of one is none. */
    private static final long MOMENT_MILLIS = 30_000;

    private volatile Optional<Runnable> action = Optional.empty();
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

    /** What to do when the user interrupts; whatever is under way before that ends at once. */
    void onInterrupt(Runnable stop) {
        action = Optional.of(stop);
    }

    /** The run is over, its reports are written, and it would have ended with this code. */
    void done(int code) {
        exitCode.complete(code);
    }

    /**
     * The shutdown hook: called on interruption, and at every other end, when it finds nothing left to do.
     *
     * @return the code of a run that was stopped and came to its end; without one the signal says how it ended
     */
    OptionalInt shutDown() {
        var stop = action;
        if (exitCode.isDone() || stop.isEmpty()) {
            return OptionalInt.empty();
        }
        stop.get().run();
        try {
            return OptionalInt.of(exitCode.get(MOMENT_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        } catch (ExecutionException | TimeoutException e) {
            return OptionalInt.empty();
        }
    }
}
