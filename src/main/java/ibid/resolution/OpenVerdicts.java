package ibid.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * Failures whose verdict hangs on how other hosts fare: is this one dead, or the network? They stay open until that is
 * clear or until nothing else is under way that could make it clear. An open verdict holds no thread.
 */
final class OpenVerdicts {
    private final List<Open> open = new ArrayList<>();
    private int underWay;

    private record Open(BooleanSupplier clear, CompletableFuture<Void> decided) {}

    /** One more address is being resolved. */
    synchronized void begin() {
        underWay++;
    }

    /** One address has its verdict. */
    void end() {
        synchronized (this) {
            underWay--;
        }
        settle();
    }

    /** Completes when the verdict can be given. */
    CompletableFuture<Void> decidable(BooleanSupplier clear) {
        var decided = new CompletableFuture<Void>();
        synchronized (this) {
            open.add(new Open(clear, decided));
        }
        settle();
        return decided;
    }

    private void settle() {
        var ripe = new ArrayList<Open>();
        synchronized (this) {
            var nothingElse = open.size() >= underWay;
            open.removeIf(o -> (nothingElse || o.clear().getAsBoolean()) && ripe.add(o));
        }
        // Outside the lock: each of these runs the rest of a resolution.
        ripe.forEach(o -> o.decided().complete(null));
    }
}
