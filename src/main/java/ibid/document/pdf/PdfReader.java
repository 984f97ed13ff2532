package ibid.document.pdf;

import ibid.document.ContainerReader;
import ibid.document.Problem;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads PDF, page by page: the text in the order in which it is drawn, and the link annotations joined with the text under them.
 *
 * <p>The work is done in processes of their own with little memory and time; the pages that one had read before it failed are
 * kept. May be used by many threads; at most {@value WorkerPool#MOST} files are read at once.
 */
public final class PdfReader implements ContainerReader, AutoCloseable {
    /** Readers look for the header this far (ISO 32000-1, annex H, notes 13 and 18), and for the end mark, too. */
    private static final int HEADER_REACH = 1024;

    private static final int TRAILER_REACH = 2048;
    private static final Problem ENDS_EARLY =
            Problem.limit("The file ends early: its end mark is missing, and only what stands before could be read.");

    private final WorkerPool pool;
    private final Duration time;

    public PdfReader(PdfWorkers workers) {
        this(workers, PdfWorker.TIME);
    }

    /** @param time longest that one file may take */
    PdfReader(PdfWorkers workers, Duration time) {
        this.pool = new WorkerPool(workers);
        this.time = time;
    }

    /** How a process ended its answer. */
    private enum End {
        ANSWERED,
        OVERDUE,
        DEAD
    }

    @Override
    public Contents read(byte[] bytes, boolean isCut) {
        if (!holds(bytes, "%PDF-", 0, HEADER_REACH)) {
            return Contents.unreadable("It cannot be read: it is no PDF.");
        }
        var contents = read(bytes);
        // What is cut at a limit has been said to be so.
        var endsEarly = !isCut && !holds(bytes, "%%EOF", bytes.length - TRAILER_REACH, bytes.length);
        if (!endsEarly) {
            return contents;
        }
        var isRead = contents.reading().problems().stream().noneMatch(p -> p.kind() == Problem.Kind.UNREADABLE);
        return isRead
                ? new Contents(contents.source(), contents.reading().withProblem(ENDS_EARLY))
                : Contents.unreadable("It cannot be read: the file ends early, its end mark is missing.");
    }

    private static boolean holds(byte[] bytes, String mark, int from, int to) {
        var start = Math.max(0, from);
        var length = Math.max(0, Math.min(bytes.length, to) - start);
        return new String(bytes, start, length, StandardCharsets.ISO_8859_1).contains(mark);
    }

    private Contents read(byte[] bytes) {
        try {
            var taken = pool.take();
            var answer = new Answer(taken.process());
            var end = answer.to(bytes);
            if (end == End.DEAD && taken.isUsed() && !pool.isClosed()) {
                // It may have died of what was read before, and what one file says must not hang on another.
                answer = new Answer(pool.take().process());
                end = answer.to(bytes);
            }
            return answer.contents(end);
        } catch (IOException e) {
            return Contents.unreadable("It cannot be read: " + e.getMessage() + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Contents.unreadable("It cannot be read: the run was stopped.");
        }
    }

    /** What one process says of one file. */
    private final class Answer {
        private final PdfWorkers.Worker process;
        private final List<PdfPage> pages = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        Answer(PdfWorkers.Worker process) {
            this.process = process;
        }

        End to(byte[] bytes) {
            var isOverdue = new AtomicBoolean();
            var isSound = false;
            try {
                var deadline = pool.after(time.toMillis(), () -> {
                    isOverdue.set(true);
                    process.kill();
                });
                try {
                    isSound = converse(bytes) && deadline.cancel(false);
                } finally {
                    deadline.cancel(false);
                }
                return isOverdue.get() ? End.OVERDUE : End.ANSWERED;
            } catch (IOException | RejectedExecutionException e) {
                return isOverdue.get() ? End.OVERDUE : End.DEAD;
            } finally {
                if (isSound) {
                    pool.giveBack(process);
                } else {
                    pool.drop(process);
                }
            }
        }

        /** @return whether the process can be asked again */
        private boolean converse(byte[] bytes) throws IOException {
            var out = new DataOutputStream(process.requests());
            out.writeInt(bytes.length);
            out.write(bytes);
            out.flush();
            var in = new DataInputStream(new BufferedInputStream(process.answers()));
            var left = PdfWorker.MOST_CHARS;
            while (true) {
                var mark = in.readByte();
                switch (mark) {
                    case PdfAnswers.PAGE -> {
                        var page = PdfAnswers.page(in);
                        left -= page.text().length();
                        if (left < 0 || pages.size() >= PdfWorker.MOST_PAGES) {
                            throw new StreamCorruptedException("the answer is longer than any can be");
                        }
                        pages.add(page);
                    }
                    case PdfAnswers.PROBLEM -> problems.add(PdfAnswers.problem(in));
                    case PdfAnswers.END -> {
                        return in.readBoolean();
                    }
                    default -> throw new StreamCorruptedException("the answer makes no sense");
                }
            }
        }

        Contents contents(End end) {
            if (end != End.ANSWERED) {
                problems.add(lost(end));
            }
            return new PdfContents(pages).contents(problems);
        }

        private Problem lost(End end) {
            var why = end == End.OVERDUE
                    ? String.format(Locale.ROOT, "it took more than %d seconds", Math.max(1, time.toSeconds()))
                    : pool.isClosed() ? "the run was stopped" : "its reader came to an end";
            return pages.isEmpty()
                    ? new Problem(Problem.Kind.UNREADABLE, "It cannot be read: " + why + ".")
                    : Problem.limit("Only the first " + pages(pages.size()) + " read: " + why + ".");
        }

        private static String pages(int count) {
            return count == 1 ? "page was" : String.format(Locale.ROOT, "%,d pages were", count);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
