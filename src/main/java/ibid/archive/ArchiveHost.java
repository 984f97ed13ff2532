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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * One archive, asked by the whole run at the pace that it bears: services with a pace of their own, one {@link Breaker} for
 * all of them. A request waits here without a thread, and goes to the {@link Web} when it may be sent.
 */
public final class ArchiveHost {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;
    private static final int FIRST_SERVER_ERROR = 500;

    /** What an archive offers, each with a limit of its own. */
    public enum Service {
        INDEX,
        /** Lists of copies, which archives count with the requests to their index. */
        TIMEMAP,
        COPIES,
        /** Makes copies. */
        SAVES,
        /** Tells how far it is with these. */
        STATUS
    }

    private final String name;
    private final Web web;
    private final Scheduler scheduler;
    private final Object lock = new Object();
    private final Breaker breaker = new Breaker();
    private final Map<Service, ArchiveLane> lanes = new EnumMap<>(Service.class);
    private Optional<Scheduler.Alarm> alarm = Optional.empty();
    /** What is asked no more, and the clause that tells why. */
    private final Map<Turn, String> over = new EnumMap<>(Turn.class);

    private final Map<Service, String> shut = new EnumMap<>(Service.class);

    private long numbers;

    ArchiveHost(String name, Map<Service, ArchivePace> paces, Web web, Scheduler scheduler) {
        this.name = name;
        this.web = web;
        this.scheduler = scheduler;
        for (var service : Service.values()) {
            lanes.put(service, new ArchiveLane(paces.getOrDefault(service, ArchivePace.OTHER_INDEX)));
        }
        lanes.put(Service.TIMEMAP, lane(Service.INDEX));
    }

    /** Stands in evidence. */
    public String name() {
        return name;
    }

    /**
     * Asks once the archive may be asked; the future never fails.
     *
     * @param wide whether the question may be too large to be answered, for which the archive is not to blame
     */
    CompletableFuture<ArchiveReply> ask(Service service, Url url, Turn turn, boolean wide) {
        var request = new WebRequest(WebRequest.Method.GET, url, List.of(), limits(service), true);
        return ask(service, request, turn, wide);
    }

    /**
     * Sends such a request once the archive may be asked; the future never fails.
     *
     * @param made makes it under the limits that it is sent with
     */
    public CompletableFuture<ArchiveReply> ask(
            Service service, Function<WebRequest.Limits, WebRequest> made, Turn turn) {
        return ask(service, made.apply(limits(service)), turn, false);
    }

    private CompletableFuture<ArchiveReply> ask(Service service, WebRequest request, Turn turn, boolean wide) {
        ArchiveQuestion question;
        synchronized (lock) {
            question = new ArchiveQuestion(service, request, turn, wide, numbers++);
            lane(service).add(question);
        }
        pump();
        return question.reply;
    }

    private WebRequest.Limits limits(Service service) {
        return WebRequest.Limits.ofLookup(lane(service).pace().timeout());
    }

    /** Asks nothing more that is looked up; what waits ends with this clause. */
    void stop(String why) {
        synchronized (lock) {
            EnumSet.complementOf(EnumSet.of(Turn.SAVED)).forEach(turn -> over.put(turn, why));
        }
        pump();
    }

    /** Asks nothing more in this turn; what waits ends with this clause. */
    public void stop(Turn turn, String why) {
        synchronized (lock) {
            over.put(turn, why);
        }
        pump();
    }

    /** Asks nothing more of this service; what waits ends with this clause. */
    public void stop(Service service, String why) {
        synchronized (lock) {
            shut.put(service, why);
        }
        pump();
    }

    private Optional<String> whyNot(ArchiveQuestion question) {
        return Optional.ofNullable(over.get(question.turn)).or(() -> Optional.ofNullable(shut.get(question.service)));
    }

    private ArchiveLane lane(Service service) {
        return Objects.requireNonNull(lanes.get(service));
    }

    private void pump() {
        var starting = new ArrayList<ArchiveQuestion>();
        var letGo = new ArrayList<ArchiveQuestion>();
        synchronized (lock) {
            var now = scheduler.now();
            var open = breaker.isOpen(now);
            lanes.values()
                    .forEach(lane -> letGo.addAll(
                            lane.takeAll(question -> open || whyNot(question).isPresent())));
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
        letGo.forEach(question -> question.reply.complete(notAsked(question)));
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

    private Silence notAsked(ArchiveQuestion question) {
        synchronized (lock) {
            var why = whyNot(question).orElse(name + " fails or asks to be left alone, so it was not asked");
            return new Silence(why, false, false);
        }
    }

    private void send(ArchiveQuestion question) {
        var unused = web.send(question.request).thenAccept(reply -> answered(question, reply));
    }

    private void answered(ArchiveQuestion question, WebReply reply) {
        var mood = mood(question, reply);
        boolean comesBack;
        synchronized (lock) {
            var now = scheduler.now();
            var lane = lane(question.service);
            lane.answered();
            var asked = reply instanceof WebResponse response && mood != Mood.CONTENT
                    ? AskedWait.ofComplaint(response, now)
                    : Optional.<Duration>empty();
            breaker.met(mood, asked, now);
            comesBack = !question.again
                    && (mood == Mood.COMPLAINS || mood == Mood.OVERLOADED)
                    && whyNot(question).isEmpty();
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
                ? new Silence(
                        name + " did not answer: " + failure.detail(),
                        failure.cause() == Cause.TIMEOUT,
                        mayHaveArrived(failure))
                : new Answer((WebResponse) reply);
    }

    /** A run that ends lets go of what is under way as if it had never been sent. */
    private static boolean mayHaveArrived(WebFailure failure) {
        return switch (failure.cause()) {
            case TIMEOUT, RESET, PROTOCOL -> failure.reached();
            case NOT_SENT -> failure.attempts() > 0;
            default -> false;
        };
    }

    private static Mood mood(ArchiveQuestion question, WebReply reply) {
        if (reply instanceof WebResponse response) {
            return mood(question, response);
        }
        var cause = ((WebFailure) reply).cause();
        return cause == Cause.TIMEOUT && question.wide ? Mood.OVERTAXED : Mood.FAILED;
    }

    private static Mood mood(ArchiveQuestion question, WebResponse response) {
        // The status of a copy is that of its original, and no complaint of the archive (RFC 7089 section 2.2).
        if (question.service == Service.COPIES && Copies.isCopy(response)) {
            return Mood.CONTENT;
        }
        return switch (response.status()) {
            case TOO_MANY_REQUESTS -> Mood.COMPLAINS;
            case UNAVAILABLE -> Mood.OVERLOADED;
            case GATEWAY_TIMEOUT -> question.wide ? Mood.OVERTAXED : Mood.FAILED;
            default -> {
                // A page of HTML with a good status is a challenge or a notice, never a list of captures.
                var isNotice = response.status() < 300
                        && switch (question.service) {
                            case INDEX, SAVES, STATUS -> CdxAnswer.isPage(response);
                            // A TimeGate may show the page itself, and links begin as tags do.
                            case TIMEMAP, COPIES -> false;
                        };
                var failed = response.status() >= FIRST_SERVER_ERROR || isNotice;
                yield failed ? Mood.FAILED : Mood.CONTENT;
            }
        };
    }
}
