package ibid.web;

import ibid.config.Settings;
import ibid.web.AttemptResult.Answer;
import ibid.web.AttemptResult.NoAnswer;
import ibid.web.WebFailure.Cause;
import ibid.web.WebResponse.Truncated;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Sends one request once, on the calling thread. */
final class Attempt {
    /** A host that sends a little just before each read times out is cut off after this many time-outs in all. */
    static final int OVERALL_TIMEOUTS = 3;

    /** What a connection that was kept open brings when the host closed it, or wrote more on it than it had announced. */
    private static final Set<Cause> BY_OLD_CONNECTIONS = EnumSet.of(Cause.RESET, Cause.PROTOCOL);

    private static final List<Header> USUAL = List.of(
            new Header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
            new Header("Accept-Language", "en-US,en;q=0.9,*;q=0.5"),
            // Set by us, so that the client leaves the body coded as it was sent.
            new Header("Accept-Encoding", "gzip, br"));

    private final Settings.Web settings;
    private final IntFunction<OkHttpClient> client;
    private final AddressGuard guard;
    private final ExtraHeaders extras;
    private final Scheduler scheduler;

    Attempt(
            Settings.Web settings,
            IntFunction<OkHttpClient> client,
            AddressGuard guard,
            ExtraHeaders extras,
            Scheduler scheduler) {
        this.settings = settings;
        this.client = client;
        this.guard = guard;
        this.extras = extras;
        this.scheduler = scheduler;
    }

    /** Sends; {@code atWire} runs once connected, just before the request is written. */
    AttemptResult send(WebRequest request, int number, Runnable atWire) {
        var record = new CallRecord(atWire);
        try {
            guard.checkBesideProxy(request.url().host());
            var call = client(request, number).newCall(message(request, record));
            var alarm = scheduler.after(longest(request), () -> {
                record.ranOvertime();
                call.cancel();
            });
            try {
                return answer(request, number, call, record);
            } finally {
                alarm.cancel();
            }
        } catch (ProtocolException refused) {
            return record.head()
                    .<AttemptResult>map(head -> headAlone(request, number, head, record))
                    .orElseGet(() -> noAnswer(refused, record));
        } catch (IOException failure) {
            return noAnswer(failure, record);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError unforeseen) {
            // A hostile host must not be able to end the run through a flaw of the client.
            return new NoAnswer(
                    Cause.PROTOCOL,
                    "the answer could not be read (" + unforeseen.getClass().getSimpleName() + ")",
                    record.isConnected(),
                    false,
                    record.failedPeer());
        }
    }

    /** The same connections under another time-out, where the request has its own. */
    private OkHttpClient client(WebRequest request, int number) {
        // On a connection that was kept open a POST that fails may have arrived or not.
        var usual = client.apply(request.content().isPresent() ? Math.max(2, number) : number);
        return request.limits()
                .timeout()
                .map(own -> usual.newBuilder().readTimeout(own).build())
                .orElse(usual);
    }

    private Duration longest(WebRequest request) {
        return request.limits().timeout().orElse(settings.timeout().multipliedBy(OVERALL_TIMEOUTS));
    }

    /** The client refuses a 204 with a body and a 407 without a proxy; what the status says stands all the same. */
    private Answer headAlone(WebRequest request, int number, Response head, CallRecord record) {
        var nothing = new BodyReader.Read(new Body(new byte[0]), Optional.of(Truncated.DISCONNECT));
        return new Answer(reply(request, number, head, record, scheduler.now(), nothing), false);
    }

    private NoAnswer noAnswer(IOException failure, CallRecord record) {
        var found = record.isOvertime()
                ? new FailureClassifier.Classified(Cause.TIMEOUT, "no answer in time")
                : FailureClassifier.classify(failure);
        return new NoAnswer(
                found.cause(),
                found.detail(),
                record.isConnected(),
                BY_OLD_CONNECTIONS.contains(found.cause()) && record.isStale(),
                record.failedPeer());
    }

    private Request message(WebRequest request, CallRecord record) {
        var headers = new Headers.Builder();
        USUAL.forEach(header -> headers.set(header.name(), header.value()));
        put(headers, new Header("User-Agent", settings.userAgent()));
        extras.of(request.url()).forEach(header -> put(headers, header));
        request.headers().forEach(header -> put(headers, header));
        return new Request.Builder()
                .url(request.url().parsed().newBuilder().fragment(null).build())
                .method(
                        request.method().name(),
                        request.content().map(SentOnce::new).orElse(null))
                .headers(headers.build())
                .tag(CallRecord.class, record)
                .build();
    }

    /** Later ones replace earlier ones; a cookie of a hostile host may hold anything but a line break. */
    private static void put(Headers.Builder headers, Header header) {
        if (header.value().chars().noneMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
            headers.removeAll(header.name());
            headers.addUnsafeNonAscii(header.name(), header.value());
        }
    }

    private AttemptResult answer(WebRequest request, int number, Call call, CallRecord record) throws IOException {
        var start = scheduler.now();
        try (var response = call.execute()) {
            var began = scheduler.now();
            var read = BodyReader.read(response.body(), settings.maxBodyBytes(), record);
            if (read.truncated().isPresent()) {
                // Closing would read on in the hope of reusing the connection.
                call.cancel();
            }
            return new Answer(reply(request, number, response, record, began, read), isSlow(request, start, began));
        }
    }

    private boolean isSlow(WebRequest request, Instant start, Instant began) {
        var timeout = request.limits().timeout().orElse(settings.timeout());
        return Duration.between(start, began).compareTo(timeout.dividedBy(2)) > 0;
    }

    private static WebResponse reply(
            WebRequest request, int number, Response response, CallRecord record, Instant began, BodyReader.Read read) {
        return new WebResponse(
                request,
                request.url().address(),
                response.protocol().toString(),
                response.code(),
                response.message(),
                record.sent(),
                record.received(),
                read.body(),
                read.truncated(),
                record.peer().map(InetAddress::getHostAddress),
                began,
                number);
    }
}
