package ibid.web;

import ibid.config.Settings;
import ibid.config.UsageException;
import ibid.web.AttemptResult.Answer;
import ibid.web.AttemptResult.NoAnswer;
import ibid.web.HostFeedback.Mood;
import ibid.web.WebFailure.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The web through OkHttp, over HTTP/1.1.
 *
 * <p>A request waits in the line of its host ({@link HostQueue}), is sent on one of {@code maxInFlight} threads, and goes
 * back to the end of the line where a further attempt may show more ({@link RetryPolicy}). Its future completes on the
 * thread that sent it, and what hangs on the future runs there too: that thread is not used for another request
 * meanwhile, so slow readers slow the asking down rather than fill the memory; they must not wait for another request.
 *
 * <p>Limits: body {@code maxBodyBytes}; headers of a response 256 KiB; one attempt three time-outs in all; eight addresses
 * of a host. Redirects are not followed, cookies not kept: that is the caller's.
 */
public final class OkHttpWeb implements Web {
    private final RetryPolicy retries;
    private final Scheduler scheduler;
    private final WebListener listener;
    private final Proxies proxies;
    private final NamedServices services;
    private final Way toCited;
    private final Way toServices;
    private final Way toPublic;
    private final NetworkPulse pulse;
    private final HostQueue queue;
    private final Workers workers;
    private final Set<PendingRequest> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean deadSaid = new AtomicBoolean();
    private volatile Optional<String> proxyTrouble = Optional.empty();
    private volatile boolean stopped;

    /** Asks nothing and opens nothing yet; lets no service through that the guard would not let through otherwise. */
    public OkHttpWeb(
            Settings.Web settings, Scheduler scheduler, NameLookup names, RandomGenerator random, WebListener listener)
            throws UsageException {
        this(settings, NamedServices.NONE, scheduler, names, random, listener);
    }

    /**
     * Asks nothing and opens nothing yet.
     *
     * @param services may be in a private network, as far as {@link WebRequest#ofService} requests go to them
     * @param random for the jitter of retries
     * @throws UsageException where a header, the proxy or the file of certificates is not what it should be
     */
    public OkHttpWeb(
            Settings.Web settings,
            NamedServices services,
            Scheduler scheduler,
            NameLookup names,
            RandomGenerator random,
            WebListener listener)
            throws UsageException {
        var extras = ExtraHeaders.of(settings);
        this.proxies = Proxies.of(settings);
        var certificates = TrustedCertificates.of(settings);
        this.retries = new RetryPolicy(settings.retries(), random);
        this.scheduler = scheduler;
        this.listener = listener;
        // Behind a proxy it is the proxy that has to know the names.
        var watched = proxies.any() ? names : new NameSilence(names, scheduler, this::silence);
        this.services = services;
        Function<AddressGuard, Way> way = guard -> {
            var clients = new Clients(() -> ClientFactory.make(settings, guard, proxies, certificates));
            return new Way(guard, clients, new Attempt(settings, clients::of, guard, extras, scheduler));
        };
        this.toCited = way.apply(new AddressGuard(settings.allowPrivate(), proxies, watched));
        this.toServices = way.apply(new AddressGuard(true, proxies, watched));
        this.toPublic = settings.allowPrivate() ? way.apply(new AddressGuard(false, proxies, watched)) : toCited;
        this.workers = new Workers(settings.maxInFlight());
        this.pulse = new NetworkPulse(watched, scheduler);
        this.queue = new HostQueue(
                settings.maxInFlight(),
                pending -> HostShare.of(settings, pending.request.url()),
                settings.patience(),
                scheduler,
                new Exit());
    }

    /** How requests go out; ways share no connection, so that none goes on one that its guard would have refused. */
    private record Way(AddressGuard guard, Clients clients, Attempt attempt) {}

    /** Redirects are requests of their own: one that leads away from a named service is guarded as any other. */
    private boolean isToService(PendingRequest pending) {
        return pending.request.ofService() && services.hold(pending.request.url());
    }

    private Way way(PendingRequest pending) {
        return pending.request.publicOnly() ? toPublic : isToService(pending) ? toServices : toCited;
    }

    /** Where requests leave the queue. */
    private final class Exit implements HostQueue.Door {
        @Override
        public void start(PendingRequest pending) {
            if (!workers.run(() -> work(pending))) {
                queue.left(pending, HostFeedback.UNKNOWN);
                end(pending, notSent(pending));
                queue.released(pending);
            }
        }

        @Override
        public void toldToWait(PendingRequest pending) {
            end(pending, OkHttpWeb.toldToWait(pending));
        }

        @Override
        public void hostDelayed(String host, Instant until) {
            listener.hostDelayed(host, until);
        }
    }

    @Override
    public CompletableFuture<WebReply> send(WebRequest request) {
        var pending = new PendingRequest(request);
        open.add(pending);
        listener.queued(request);
        var refusal = way(pending).guard().refusal(request.url().host());
        if (refusal.isPresent()) {
            end(pending, new WebFailure(Cause.PRIVATE_ADDRESS, refusal.get(), 1, 0));
        } else if ((pulse.isDead() && !pending.isNear) || !queue.add(pending)) {
            end(pending, notSent(pending));
        }
        return pending.future;
    }

    private WebReply notSent(PendingRequest pending) {
        return pending.lastOr(
                Cause.NOT_SENT, pulse.isDead() && !stopped ? "no host could be reached" : "the run was stopped");
    }

    private static WebFailure toldToWait(PendingRequest pending) {
        return new WebFailure(
                Cause.TOLD_TO_WAIT, "the host asked to come back later than this run waits", 1, pending.attempts);
    }

    private void work(PendingRequest pending) {
        try {
            queue.started(pending);
            pending.attempts++;
            if (!isToService(pending)) {
                pulse.sent(pending.host);
            }
            listener.sent(pending.request, pending.attempts);
            var result = way(pending).attempt().send(pending.request, pending.attempts, () -> queue.atWire(pending));
            if (result instanceof Answer answer) {
                answered(pending, answer);
            } else if (result instanceof NoAnswer failure) {
                failed(pending, failure);
            }
        } finally {
            queue.released(pending);
        }
    }

    private void answered(PendingRequest pending, Answer answer) {
        var response = answer.response();
        if (!isToService(pending)) {
            // What answers on this machine says nothing of the network beyond it.
            pulse.answered(pending.host);
        }
        if (open.contains(pending)) {
            listener.answered(pending.request, pending.attempts, response.status());
        }
        var beyondPatience = queue.left(pending, feedback(answer));
        if (!retries.asksAgain(pending, response.status())) {
            end(pending, response);
        } else if (beyondPatience) {
            end(pending, toldToWait(pending));
        } else {
            askAgain(pending, response, retries.delay(pending));
        }
    }

    private HostFeedback feedback(Answer answer) {
        var response = answer.response();
        var status = response.status();
        var now = scheduler.now();
        if (status == 429 || status == 503) {
            var asked = AskedWait.ofComplaint(response, now);
            return new HostFeedback(status == 503 && asked.isEmpty() ? Mood.BUSY : Mood.COMPLAINS, asked);
        }
        var mood = answer.slow() ? Mood.SLOW : status >= 500 ? Mood.UNKNOWN : Mood.CONTENT;
        return new HostFeedback(
                mood, status >= 500 ? AskedWait.ofComplaint(response, now) : AskedWait.ofLimit(response, now));
    }

    private void failed(PendingRequest pending, NoAnswer failure) {
        var cause = failure.cause();
        pending.failures.merge(cause, 1, Integer::sum);
        if (open.contains(pending)) {
            listener.failed(pending.request, pending.attempts, cause);
        }
        var mood = cause == Cause.TIMEOUT && failure.connected() ? Mood.SLOW : Mood.UNKNOWN;
        queue.left(pending, new HostFeedback(mood, Optional.empty()));
        var foundDead = !isToService(pending) && pulse.failed(pending.host, failure);
        var reply = pulse.told(
                new WebFailure(cause, failure.detail(), pending.times(cause), pending.attempts, failure.connected()),
                pending.host);
        if (failure.stale()
                && pending.forgiven == 0
                && pending.request.content().isEmpty()) {
            // The host closed a connection that it had offered to keep (RFC 9112 section 9.5): that is no failure of
            // it.
            pending.forgiven++;
            askAgain(pending, reply, Duration.ZERO);
        } else if (retries.asksAgain(pending, cause)) {
            askAgain(pending, reply, retries.delay(pending));
        } else {
            end(pending, reply);
        }
        if (foundDead) {
            foundDead();
        }
    }

    private void foundDead() {
        sayDead();
        queue.drain(waiting -> !waiting.isNear).forEach(waiting -> end(waiting, notSent(waiting)));
    }

    /** What is under way waits for a name server that does not answer: it is let go. */
    private void silence() {
        if (pulse.silent()) {
            foundDead();
            open.stream().filter(pending -> !pending.isNear).forEach(pending -> end(pending, notSent(pending)));
        }
    }

    private void askAgain(PendingRequest pending, WebReply last, Duration delay) {
        pending.last = Optional.of(last);
        if (stopped || (pulse.isDead() && !pending.isNear) || !queue.again(pending, delay)) {
            end(pending, last);
        }
    }

    private void sayDead() {
        if (deadSaid.compareAndSet(false, true)) {
            listener.networkFoundDead();
        }
    }

    private void end(PendingRequest pending, WebReply reply) {
        if (open.remove(pending)) {
            listener.ended(pending.request, reply);
            if (reply instanceof WebFailure failure && failure.cause() == Cause.PROXY) {
                proxyTrouble = Optional.of(failure.detail());
            }
            if (!stopped && networkDead()) {
                sayDead();
            }
            pending.future.complete(reply);
        }
    }

    @Override
    public boolean anyHostAnswered() {
        return pulse.anyHostAnswered();
    }

    @Override
    public boolean networkDead() {
        // What was let go stays unasked, even if a host answers after all.
        return deadSaid.get() || pulse.isDead() || (open.isEmpty() && pulse.seemsDead());
    }

    @Override
    public void asksFew() {
        pulse.asksFew();
    }

    @Override
    public Optional<String> proxyTrouble() {
        return proxyTrouble;
    }

    @Override
    public void stop() {
        stopped = true;
        queue.close();
        queue.drain(waiting -> true).forEach(waiting -> end(waiting, notSent(waiting)));
    }

    /** Lets go of what waits and cancels what is under way: every future is complete when this returns. */
    @Override
    public void close() {
        stop();
        // Before their calls are cancelled, which would look like connections that broke off.
        for (var pending : open) {
            end(pending, notSent(pending));
        }
        workers.close();
        toCited.clients().close();
        toServices.clients().close();
        toPublic.clients().close();
    }
}
