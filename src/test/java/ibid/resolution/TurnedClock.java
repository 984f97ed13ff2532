package ibid.resolution;

import ibid.web.Scheduler;
import ibid.web.WebFailure;
import ibid.web.WebListener;
import ibid.web.WebRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A clock whose hands leap to the next task whenever no request is under way: sockets take their time, waits none. */
final class TurnedClock implements Scheduler, WebListener {
    private record Task(Instant at, long number, Runnable work) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparingLong(Task::number));
    private final AtomicInteger underWay = new AtomicInteger();
    private Instant now = Scene.NOW;
    private long numbers;

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized Alarm after(Duration delay, Runnable work) {
        var task = new Task(now.plus(delay.isNegative() ? Duration.ZERO : delay), numbers++, work);
        tasks.add(task);
        return () -> {
            synchronized (this) {
                tasks.remove(task);
            }
        };
    }

    @Override
    public void sent(WebRequest request, int attempt) {
        underWay.incrementAndGet();
    }

    @Override
    public void answered(WebRequest request, int attempt, int status) {
        underWay.decrementAndGet();
    }

    @Override
    public void failed(WebRequest request, int attempt, WebFailure.Cause cause) {
        underWay.decrementAndGet();
    }

    <T> T await(CompletableFuture<T> future) throws InterruptedException, ExecutionException {
        for (var round = 0; round < 5000; round++) {
            try {
                return future.get(2, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                if (underWay.get() == 0) {
                    next();
                }
            }
        }
        throw new AssertionError("no outcome in 10 s");
    }

    private void next() {
        Optional<Task> due;
        synchronized (this) {
            due = Optional.ofNullable(tasks.poll());
            due.filter(task -> task.at().isAfter(now)).ifPresent(task -> now = task.at());
        }
        due.ifPresent(task -> task.work().run());
    }
}
