package ibid.document.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The processes that read PDFs: few, started when they are needed, and used again as long as they are sound. */
final class WorkerPool implements AutoCloseable {
    /** Each may take half a gibibyte, on however many cores documents are read. */
    static final int MOST = 4;

    private final PdfWorkers workers;
    private final Semaphore free = new Semaphore(MOST, true);
    private final Deque<PdfWorkers.Worker> idle = new ArrayDeque<>();
    private final Set<PdfWorkers.Worker> all = new HashSet<>();
    private final ScheduledExecutorService clock;
    private boolean isClosed;

    WorkerPool(PdfWorkers workers) {
        this.workers = workers;
        this.clock = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "ibid-pdf-deadline");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * A process and whether others than this one's documents were read by it.
     *
     * @param isUsed whether it has answered before, so that what it dies of may be of another's making
     */
    record Taken(PdfWorkers.Worker process, boolean isUsed) {}

    /**
     * Takes a process, or waits for one.
     *
     * @throws IOException where none can be started, or the pool is closed
     */
    Taken take() throws IOException, InterruptedException {
        free.acquire();
        try {
            return taken();
        } catch (IOException | RuntimeException e) {
            free.release();
            throw e;
        }
    }

    private synchronized Taken taken() throws IOException {
        if (isClosed) {
            throw new IOException("the run was stopped");
        }
        var known = idle.pollFirst();
        if (known != null) {
            return new Taken(known, true);
        }
        var process = workers.start();
        all.add(process);
        return new Taken(process, false);
    }

    synchronized void giveBack(PdfWorkers.Worker process) {
        if (isClosed) {
            process.kill();
        } else {
            idle.addFirst(process);
        }
        free.release();
    }

    void drop(PdfWorkers.Worker process) {
        process.kill();
        synchronized (this) {
            all.remove(process);
        }
        free.release();
    }

    synchronized boolean isClosed() {
        return isClosed;
    }

    /** Has something done after a time, unless it is cancelled before. */
    Future<?> after(long millis, Runnable action) {
        return clock.schedule(action, millis, TimeUnit.MILLISECONDS);
    }

    /** Ends all processes, those at work too. */
    @Override
    public synchronized void close() {
        isClosed = true;
        all.forEach(PdfWorkers.Worker::kill);
        all.clear();
        idle.clear();
        clock.shutdownNow();
    }
}
