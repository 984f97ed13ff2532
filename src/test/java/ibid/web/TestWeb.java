package ibid.web;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.config.Settings;
import ibid.config.UsageException;
import ibid.url.Url;
import ibid.web.WebRequest.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A web with real sockets, virtual waits and noted events; what is not set is as small and quick as tests want it. */
final class TestWeb implements AutoCloseable {
    final ManualScheduler time = new ManualScheduler();
    final List<String> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    final OkHttpWeb web;

    /** Long enough on a busy machine where no test waits for it, {@link #SHORT} where one does. */
    static final Duration SHORT = Duration.ofMillis(250);

    /** Settings for tests, changed step by step. */
    static final class With {
        int maxInFlight = 8;
        int retries;
        long maxBodyBytes = 1 << 20;
        boolean allowPrivate = true;
        boolean insecure;
        Duration timeout = Duration.ofSeconds(20);
        Optional<String> proxy = Optional.empty();
        Optional<Settings.Proxy> proxies = Optional.empty();
        Optional<Path> caCertificates = Optional.empty();
        List<String> headers = List.of();
        List<Settings.Host> hosts = List.of();
        NameLookup names = new FakeNames();
        NamedServices services = NamedServices.NONE;

        Settings.Web settings() {
            return new Settings.Web(
                    maxInFlight,
                    2,
                    Duration.ofMillis(100),
                    timeout,
                    retries,
                    10,
                    maxBodyBytes,
                    "ibid-test",
                    headers,
                    allowPrivate,
                    insecure,
                    proxy.map(Settings.Proxy::forAll).or(() -> proxies),
                    caCertificates,
                    Duration.ofMinutes(2),
                    hosts);
        }

        TestWeb open() {
            try {
                return new TestWeb(this);
            } catch (UsageException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }

    private TestWeb(With with) throws UsageException {
        web = new OkHttpWeb(with.settings(), with.services, time, with.names, new SplittableRandom(1), new Notes());
    }

    private final class Notes implements WebListener {
        @Override
        public void queued(WebRequest request) {
            events.add("queued");
        }

        @Override
        public void sent(WebRequest request, int attempt) {
            underWay.incrementAndGet();
            events.add("sent " + attempt);
        }

        @Override
        public void answered(WebRequest request, int attempt, int status) {
            events.add("answered " + attempt + " " + status);
            underWay.decrementAndGet();
        }

        @Override
        public void failed(WebRequest request, int attempt, WebFailure.Cause cause) {
            events.add("failed " + attempt + " " + cause);
            underWay.decrementAndGet();
        }

        @Override
        public void ended(WebRequest request, WebReply reply) {
            events.add("ended");
        }

        @Override
        public void hostDelayed(String host, Instant until) {
            events.add("delayed " + host + " " + Duration.between(ManualScheduler.START, until));
        }

        @Override
        public void networkFoundDead() {
            events.add("dead");
        }
    }

    static WebRequest request(Method method, String url, Header... headers) {
        return new WebRequest(method, Url.parse(url).orElseThrow(), List.of(headers));
    }

    WebReply get(String url, Header... headers) {
        return await(web.send(request(Method.GET, url, headers)));
    }

    WebReply head(String url) {
        return await(web.send(request(Method.HEAD, url)));
    }

    WebResponse response(String url, Header... headers) {
        var reply = get(url, headers);
        assertThat(reply).isInstanceOf(WebResponse.class);
        return (WebResponse) reply;
    }

    WebFailure failure(String url) {
        var reply = get(url);
        assertThat(reply).isInstanceOf(WebFailure.class);
        return (WebFailure) reply;
    }

    List<CompletableFuture<WebReply>> sendAll(List<String> urls) {
        return urls.stream().map(url -> web.send(request(Method.GET, url))).toList();
    }

    List<WebReply> awaitAll(List<CompletableFuture<WebReply>> futures) {
        return futures.stream().map(this::await).toList();
    }

    /** Waits for sockets in real time, and turns the hands whenever nothing is under way. */
    WebReply await(CompletableFuture<WebReply> future) {
        for (var round = 0; round < 5000; round++) {
            try {
                return future.get(2, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                if (underWay.get() == 0) {
                    time.next();
                }
            } catch (Exception e) {
                throw new AssertionError("the future never fails", e);
            }
        }
        throw new AssertionError("no reply; events: " + events);
    }

    Duration virtual() {
        return Duration.between(ManualScheduler.START, time.now());
    }

    @Override
    public void close() {
        web.close();
    }
}
