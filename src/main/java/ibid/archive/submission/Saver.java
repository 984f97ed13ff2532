package ibid.archive.submission;

import ibid.archive.submission.Earlier.Step;
import ibid.archive.submission.Saved.Result;
import ibid.archive.submission.SavingArchive.Job;
import ibid.archive.submission.SavingArchive.Quota;
import ibid.archive.submission.SavingArchive.Sent;
import ibid.web.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Has one archive keep addresses: a few at a time, as its quota allows, each followed to its end or until patience ends.
 * What was sent is remembered before it leaves, so that no run sends it again while nobody knows whether it arrived.
 */
final class Saver {
    /** One account's captures at once; more would only wait at the archive. */
    static final int MOST_TOGETHER = 3;

    static final Duration PAUSE = Duration.ofMinutes(1);
    static final Duration BEFORE_QUOTA = Duration.ofSeconds(15);
    static final Duration FIRST_LOOK = Duration.ofSeconds(3);
    static final Duration LONGEST_BETWEEN_LOOKS = Duration.ofSeconds(15);
    /** A capture takes two minutes at most, and may have to wait for others of its host. */
    static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final int MOST_TRIES = 2;
    /** An archive that answers so many requests in a row with nothing is not sent what is then nobody knows where. */
    private static final int MOST_UNANSWERED = 3;

    private final SavingArchive archive;
    private final Earlier earlier;
    private final Sendings sendings;
    private final Scheduler scheduler;
    private final Waits looks;
    private final Waits pauses;
    private final Object lock = new Object();
    private final Deque<Page> ready = new ArrayDeque<>();
    private Optional<String> closed = Optional.empty();
    private boolean ended;
    private boolean asking;
    private boolean resting;
    private int together;
    private long left;
    private int open;
    private int unanswered;

    Saver(SavingArchive archive, Earlier earlier, Sendings sendings, Scheduler scheduler) {
        this.archive = archive;
        this.earlier = earlier;
        this.sendings = sendings;
        this.scheduler = scheduler;
        this.looks = new Waits(scheduler);
        this.pauses = new Waits(scheduler);
    }

    /** Takes an address on; the future never fails. */
    CompletableFuture<Saved> save(PageToSave wanted) {
        var page = new Page(wanted);
        var unused = earlier.step(page.address).thenAccept(step -> take(page, step));
        return page.saved;
    }

    private void take(Page page, Step step) {
        if (step instanceof Step.Ended known) {
            end(page, known.saved());
        } else if (step instanceof Step.Follow follow) {
            follow(page, new Course(follow.sending(), follow.job(), scheduler.now(), Duration.ZERO));
        } else {
            queue(page);
        }
    }

    /** Why it was not sent all that there was; empty where it was. */
    Optional<String> whyClosed() {
        synchronized (lock) {
            return closed;
        }
    }

    /** Sends nothing more; what is under way at the archive is followed further. */
    private void close(String why) {
        synchronized (lock) {
            if (closed.isEmpty()) {
                closed = Optional.of(why);
            }
        }
        pauses.end();
        archive.sendNoMore(why);
        pump();
    }

    /** Sends nothing more and waits for nothing. */
    void end(String why) {
        synchronized (lock) {
            ended = true;
        }
        close(why);
        archive.stop(why);
        looks.end();
    }

    private boolean isEnded() {
        synchronized (lock) {
            return ended;
        }
    }

    private void queue(Page page) {
        synchronized (lock) {
            ready.addLast(page);
        }
        pump();
    }

    private void pump() {
        var starting = new ArrayList<Page>();
        var letGo = new ArrayList<Page>();
        var why = "";
        boolean asks;
        synchronized (lock) {
            if (closed.isPresent()) {
                why = closed.get();
                letGo.addAll(ready);
                ready.clear();
            }
            asks = !ready.isEmpty() && !resting && !asking && together == 0 && (left > 0 || open == 0);
            asking |= asks;
            while (!ready.isEmpty() && !resting && !asking && open < together) {
                var page = ready.removeFirst();
                page.open = true;
                open++;
                left--;
                // Then the archive is asked how much it allows after all.
                together = left == 0 ? 0 : together;
                starting.add(page);
            }
        }
        for (var page : letGo) {
            end(page, without(page.last.orElse(Result.NOT_ATTEMPTED), page.last.isPresent() ? page.said : why));
        }
        if (asks) {
            var unused = archive.quota().thenAccept(this::allowed);
        }
        starting.forEach(this::send);
    }

    private void allowed(Quota quota) {
        if (quota instanceof Quota.None none) {
            close(none.why());
            return;
        }
        var known = (Quota.Known) quota;
        if (known.together() == 0) {
            var unused = pauses.after(BEFORE_QUOTA).thenRun(() -> {
                synchronized (lock) {
                    asking = false;
                }
                pump();
            });
            return;
        }
        synchronized (lock) {
            asking = false;
            together = Math.min(MOST_TOGETHER, open + known.together());
            left = known.left();
        }
        pump();
    }

    private void send(Page page) {
        page.tries++;
        var sending = Sending.sent(scheduler.now());
        if (!sendings.put(archive.name(), page.address, sending)) {
            var why = "what is sent could not be remembered between runs";
            close(why);
            end(page, without(Result.NOT_ATTEMPTED, why));
            return;
        }
        var unused = archive.send(page.address).thenAccept(sent -> sent(page, sending, sent));
    }

    private void sent(Page page, Sending sending, Sent sent) {
        if (sent instanceof Sent.Accepted accepted) {
            var known = sending.accepted(accepted.job());
            sendings.put(archive.name(), page.address, known);
            page.said = accepted.said();
            isAnswered();
            follow(page, new Course(known, accepted.job(), scheduler.now(), FIRST_LOOK));
        } else if (sent instanceof Sent.Had had) {
            isAnswered();
            sendings.put(archive.name(), page.address, sending.archived(had.copy()));
            end(page, new Saved(archive.name(), Result.ARCHIVED, Optional.of(had.copy()), had.said()));
        } else if (sent instanceof Sent.Refused refused) {
            isAnswered();
            mend(page, sending, Result.REFUSED, refused.why(), refused.remedy());
        } else if (sent instanceof Sent.Unknown unknown) {
            if (isUnansweredAgain()) {
                close(unknown.why());
            }
            end(page, without(Result.OUTCOME_UNKNOWN, unknown.why()));
        } else {
            var why = ((Sent.NotSent) sent).why();
            var remedy = page.tries < MOST_TRIES ? Remedy.REST : Remedy.STOP;
            mend(page, sending, Result.NOT_ATTEMPTED, why, remedy);
        }
    }

    private void isAnswered() {
        synchronized (lock) {
            unanswered = 0;
        }
    }

    private boolean isUnansweredAgain() {
        synchronized (lock) {
            unanswered++;
            return unanswered >= MOST_UNANSWERED;
        }
    }

    /**
     * A job as it is followed.
     *
     * @param since when it was first followed in this run
     * @param pause before the archive is asked how far it is
     */
    private record Course(Sending sending, String job, Instant since, Duration pause) {

        /** With longer waits, for what takes long will take longer. */
        Course later() {
            var longer = pause.isZero() ? FIRST_LOOK : pause.multipliedBy(3).dividedBy(2);
            return new Course(
                    sending, job, since, longer.compareTo(LONGEST_BETWEEN_LOOKS) > 0 ? LONGEST_BETWEEN_LOOKS : longer);
        }
    }

    private void follow(Page page, Course course) {
        var isOver = Duration.between(course.since(), scheduler.now()).compareTo(PATIENCE) > 0;
        if (isOver || isEnded()) {
            end(page, without(page.atWork ? Result.PENDING : Result.SUBMITTED, page.said));
            return;
        }
        var unused = looks.after(course.pause())
                .thenCompose(waited -> archive.look(course.job(), page.wanted))
                .thenAccept(job -> looked(page, course, job));
    }

    private void looked(Page page, Course course, Job job) {
        if (job instanceof Job.Done done) {
            sendings.put(archive.name(), page.address, course.sending().archived(done.copy()));
            end(page, new Saved(archive.name(), Result.ARCHIVED, Optional.of(done.copy()), ""));
        } else if (job instanceof Job.Failed failed) {
            mend(page, course.sending(), Result.FAILED, failed.why(), failed.remedy());
        } else if (job instanceof Job.Forgotten forgotten) {
            forgotten(page, course.sending(), forgotten.why());
        } else {
            page.atWork |= job instanceof Job.Running;
            follow(page, course.later());
        }
    }

    /** It may have been made all the same. */
    private void forgotten(Page page, Sending sending, String why) {
        var asSent = Sending.sent(sending.at());
        sendings.put(archive.name(), page.address, asSent);
        var unused = earlier.unanswered(page.address, asSent).thenAccept(step -> {
            var known = step instanceof Step.Ended ended ? ended.saved() : without(Result.OUTCOME_UNKNOWN, why);
            end(page, known.result() == Result.ARCHIVED ? known : without(Result.OUTCOME_UNKNOWN, why));
        });
    }

    /** Does what helps where the archive made no copy, and says for sure so. */
    private void mend(Page page, Sending sending, Result result, String why, Remedy remedy) {
        page.last = Optional.of(result);
        page.said = why;
        if (remedy == Remedy.NONE) {
            sendings.put(archive.name(), page.address, sending.without(why));
            end(page, without(result, why));
            return;
        }
        sendings.forget(archive.name(), page.address);
        if (remedy == Remedy.STOP) {
            close(why);
        }
        var again = page.tries < MOST_TRIES && remedy != Remedy.STOP;
        if (remedy == Remedy.REST) {
            rest();
        }
        if (again) {
            giveBack(page);
            var unused = pauses.after(PAUSE).thenRun(() -> queue(page));
            pump();
        } else {
            end(page, without(result, why));
        }
    }

    /** After a pause the archive says anew how much may be made. */
    private void rest() {
        synchronized (lock) {
            if (resting) {
                return;
            }
            resting = true;
        }
        var unused = pauses.after(PAUSE).thenRun(() -> {
            synchronized (lock) {
                resting = false;
                together = 0;
            }
            pump();
        });
    }

    private Saved without(Result result, String reason) {
        return Saved.without(archive.name(), result, reason);
    }

    private void giveBack(Page page) {
        synchronized (lock) {
            open -= page.open ? 1 : 0;
            page.open = false;
        }
    }

    private void end(Page page, Saved saved) {
        giveBack(page);
        page.saved.complete(saved);
        pump();
    }
}
