package ibid.archive.fake;

import ibid.web.Body;
import ibid.web.Header;
import ibid.web.ManualScheduler;
import ibid.web.Web;
import ibid.web.WebFailure;
import ibid.web.WebFailure.Cause;
import ibid.web.WebReply;
import ibid.web.WebRequest;
import ibid.web.WebResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Leads every request to a fake archive in the time of the test, without sockets; an answer takes {@code latency}. */
public final class FakeArchiveWeb implements Web {
    private final FakeArchive archive;
    private final ManualScheduler time;
    private final Duration latency;

    public FakeArchiveWeb(FakeArchive archive, ManualScheduler time, Duration latency) {
        this.archive = archive;
        this.time = time;
        this.latency = latency;
    }

    @Override
    public CompletableFuture<WebReply> send(WebRequest request) {
        var future = new CompletableFuture<WebReply>();
        var uri = URI.create(request.url().address());
        var target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        var headers = request.headers().stream()
                .collect(Collectors.toMap(header -> header.name().toLowerCase(Locale.ROOT), Header::value));
        var body = request.content().map(WebRequest.Content::text).orElse("");
        var reply = archive.reply(request.method().name(), target, headers, body);
        var patience = request.limits().timeout().orElse(Duration.ofMinutes(1));
        var unused = time.after(
                reply.isPresent() ? latency : patience,
                () -> future.complete(reply.map(found -> reply(request, found)).orElseGet(FakeArchiveWeb::none)));
        return future;
    }

    private static WebReply none() {
        return new WebFailure(Cause.TIMEOUT, "no answer in time", 1, 1, true);
    }

    private WebReply reply(WebRequest request, FakeReply found) {
        if (found.status() == 0) {
            return new WebFailure(Cause.RESET, "the connection broke off", 1, 1, true);
        }
        return new WebResponse(
                request,
                request.url().address(),
                "http/1.1",
                found.status(),
                "",
                List.of(),
                found.headers().entrySet().stream()
                        .map(header -> new Header(header.getKey(), header.getValue()))
                        .toList(),
                new Body(found.bytes()),
                Optional.empty(),
                Optional.empty(),
                time.now(),
                1);
    }

    @Override
    public boolean anyHostAnswered() {
        return true;
    }

    @Override
    public boolean networkDead() {
        return false;
    }

    @Override
    public void stop() {}

    @Override
    public void close() {}
}
