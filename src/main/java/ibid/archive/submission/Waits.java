package ibid.archive.submission;

import ibid.web.Scheduler;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Waits without a thread that can all be cut short. Safe for many threads. */
final class Waits {
    private final Scheduler scheduler;
    private final Set<Wait> open = new HashSet<>();
    private boolean ended;

    Waits(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Complete after this time, or at once when waits are cut short. */
    CompletableFuture<Void> after(Duration time) {
        var wait = new Wait(new CompletableFuture<>());
        synchronized (open) {
            if (ended) {
                return CompletableFuture.completedFuture(null);
            }
            open.add(wait);
        }
        scheduler.after(time, () -> complete(wait));
        return wait.over;
    }

    private static final class Wait {
        private final CompletableFuture<Void> over;

        Wait(CompletableFuture<Void> over) {
            this.over = over;
        }
    }

    private void complete(Wait wait) {
        synchronized (open) {
            open.remove(wait);
        }
        wait.over.complete(null);
    }

    /** Cuts all short, those that are still to come, too. */
    void end() {
        List<Wait> cut;
        synchronized (open) {
            ended = true;
            cut = List.copyOf(open);
            open.clear();
        }
        cut.forEach(wait -> wait.over.complete(null));
    }
}
