package ibid.archive;

import ibid.archive.ArchiveReply.Answer;
import ibid.archive.ArchiveReply.Silence;
import ibid.archive.Breaker.Mood;
import ibid.url.Url;
import ibid.web.AskedWait;
import ibid.web.LookupBudget.Turn;
import ibid.web.Scheduler;
import ibid.web.Web;
import ibid.web.WebFailure;
import ibid.web.WebFailure.Cause;
import ibid.web.WebReply;
import ibid.web.WebRequest;
import ibid.web.WebResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One archive, asked by the whole run at the pace that it bears: services with a pace of their own, one {@link Breaker} for
 * all of them. A request waits here without a thread, and goes to the {@link Web} when it may be sent.
 */
final class ArchiveHost {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;
    private static final int FIRST_SERVER_ERROR = 500;

    /** What an archive offers, each with a limit of its own. */
    enum Service {
        INDEX,
        COPIES
    }

    private final String name;
    private final Web web;
    private final Scheduler scheduler;
    private final Object lock = new Object();
    private final Breaker breaker = new Breaker();
    private final Map<Service, ArchiveLane> lanes = new EnumMap<>(Service.class);
    private Optional<Scheduler.Alarm> alarm = Optional.empty();
    private Optional<String> over = Optional.empty();
    private long numbers;

    ArchiveHost(String name, Map<Service, ArchivePace> paces, Web web, Scheduler scheduler) {
        this.name = name;
        this.web = web;
        this.scheduler = scheduler;
        for (var service : Service.values()) {
            lanes.put(service, new ArchiveLane(paces.getOrDefault(service, ArchivePace.OTHER_INDEX)));
        }
    }

    /** Stands in evidence. */
    String name() {
        return name;
    }

    /**
     * Asks once the archive may be asked; the future never fails.
     *
     * @param wide whether the question may be too large to be answered, for which the archive is not to blame
     */
    CompletableFuture<ArchiveReply> ask(Service service, Url url, Turn turn, boolean wide) {
        ArchiveQuestion question;
        synchronized (lock) {
            question = new ArchiveQuestion(service, url, turn, wide, numbers++);
            lane(question).add(question);
        }
        pump();
        return question.reply;
    }

    /** Asks nothing more; what waits ends with this clause. */
    void stop(String why) {
        synchronized (lock) {
            over = Optional.of(why);
        }
        pump();
    }

    private ArchiveLane lane(ArchiveQuestion question) {
        return Objects.requireNonNull(lanes.get(question.service));
    }

    private void pump() {
        var starting = new ArrayList<ArchiveQuestion>();
        var letGo = new ArrayList<ArchiveQuestion>();
        Silence why;
        synchronized (lock) {
            var now = scheduler.now();
            why = new Silence(over.orElse(name + " fails or asks to be left alone, so it was not asked"), false);
            if (over.isPresent() || breaker.isOpen(now)) {
                lanes.values().forEach(lane -> letGo.addAll(lane.takeAll()));
            }
            Optional<Instant> next = Optional.empty();
            for (var lane : lanes.values()) {
                while (mayAsk(lane) && !ready(lane, now).isAfter(now)) {
                    starting.add(lane.take(now));
                }
                if (mayAsk(lane)) {
                    var ready = ready(lane, now);
                    next = next.filter(earlier -> earlier.isBefore(ready)).or(() -> Optional.of(ready));
                }
            }
            setAlarm(next, now);
        }
        letGo.forEach(question -> question.reply.complete(why));
        starting.forEach(this::send);
    }

    private boolean mayAsk(ArchiveLane lane) {
        return lane.mayAsk() && (!breaker.isTrying() || lanes.values().stream().allMatch(ArchiveLane::isIdle));
    }

    private Instant ready(ArchiveLane lane, Instant now) {
        var byPace = lane.next(now);
        return byPace.isAfter(breaker.until()) ? byPace : breaker.until();
    }

    private void setAlarm(Optional<Instant> next, Instant now) {
        alarm.ifPresent(Scheduler.Alarm::cancel);
        alarm = next.map(at -> scheduler.after(Duration.between(now, at), this::pump));
    }

    private void send(ArchiveQuestion question) {
        var timeout = lane(question).pace().timeout();
        var request = new WebRequest(
                WebRequest.Method.GET, question.url, List.of(), WebRequest.Limits.ofLookup(timeout), true);
        var unused = web.send(request).thenAccept(reply -> answered(question, reply));
    }

    private void answered(ArchiveQuestion question, WebReply reply) {
        var mood = mood(question, reply);
        boolean comesBack;
        synchronized (lock) {
            var now = scheduler.now();
            var lane = lane(question);
            lane.answered();
            var asked = reply instanceof WebResponse response && mood != Mood.CONTENT
                    ? AskedWait.ofComplaint(response, now)
                    : Optional.<Duration>empty();
            breaker.met(mood, asked, now);
            comesBack = !question.again && (mood == Mood.COMPLAINS || mood == Mood.OVERLOADED) && over.isEmpty();
            if (comesBack) {
                question.again = true;
                lane.add(question);
            }
        }
        if (!comesBack) {
            question.reply.complete(reply(reply));
        }
        pump();
    }

    private ArchiveReply reply(WebReply reply) {
        return reply instanceof WebFailure failure
                ? new Silence(name + " did not answer: " + failure.detail(), failure.cause() == Cause.TIMEOUT)
                : new Answer((WebResponse) reply);
    }

    private static Mood mood(ArchiveQuestion question, WebReply reply) {
        if (reply instanceof WebResponse response) {
            return mood(question, response);
        }
        var cause = ((WebFailure) reply).cause();
        return cause == Cause.TIMEOUT && question.wide ? Mood.OVERTAXED : Mood.FAILED;
    }

    private static Mood mood(ArchiveQuestion question, WebResponse response) {
        return switch (response.status()) {
            case TOO_MANY_REQUESTS -> Mood.COMPLAINS;
            case UNAVAILABLE -> Mood.OVERLOADED;
            case GATEWAY_TIMEOUT -> question.wide ? Mood.OVERTAXED : Mood.FAILED;
            default -> {
                // A page of HTML with a good status is a challenge or a notice, never a list of captures.
                var failed = response.status() >= FIRST_SERVER_ERROR
                        || (question.service == Service.INDEX && response.status() < 300 && CdxAnswer.isPage(response));
                yield failed ? Mood.FAILED : Mood.CONTENT;
            }
        };
    }
}
