package ibid.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** A scheduler whose hands are turned by the test; tasks run on the turning thread. */
public final class ManualScheduler implements Scheduler {
    public static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private record Task(Instant at, long number, Runnable work) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparingLong(Task::number));
    private Instant now = START;
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

    synchronized int waiting() {
        return tasks.size();
    }

    /** Turns the hands to the next task and runs it; false when there is none. */
    public boolean next() {
        Optional<Task> due;
        synchronized (this) {
            due = Optional.ofNullable(tasks.poll());
            due.filter(task -> task.at().isAfter(now)).ifPresent(task -> now = task.at());
        }
        due.ifPresent(task -> task.work().run());
        return due.isPresent();
    }

    /** Turns the hands by {@code time}, running on the way what is due. */
    public void advance(Duration time) {
        var end = now().plus(time);
        while (isDue(end)) {
            next();
        }
        synchronized (this) {
            now = end;
        }
    }

    private synchronized boolean isDue(Instant end) {
        var first = tasks.peek();
        return first != null && !first.at().isAfter(end);
    }
}
