package ibid.archive;

import ibid.archive.warc.KeptPage;
import ibid.web.Web;
import ibid.web.WebReply;
import ibid.web.WebRequest;
import ibid.web.WebRequest.Method;
import ibid.web.WebResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/**
 * The web, where a page of which the archive has a young copy is not fetched whole again: HEAD asks whether it is still there,
 * and the copy is the page.
 *
 * <p>Only where HEAD says so: with success, at the same address, and with nothing that tells of another page (RFC 9110 section
 * 8.8). Else the page is fetched as if there were no copy.
 */
public final class KnownPages implements Web {
    /** What tells one version of a page from another. */
    private static final List<String> VALIDATORS = List.of("etag", "last-modified", "content-length");

    private final Web web;
    private final Archive archive;

    public KnownPages(Web web, Archive archive) {
        this.web = web;
        this.archive = archive;
    }

    @Override
    public CompletableFuture<WebReply> send(WebRequest request) {
        var address = request.url().address();
        if (request.method() != Method.GET || !request.headers().isEmpty() || !archive.hasRecent(address)) {
            return web.send(request);
        }
        var asked = request.limits();
        // Once: a host that does not answer HEAD, or nothing at all, is judged by what it does with GET.
        var once = new WebRequest.Limits(asked.timeout(), OptionalInt.of(1), asked.yields());
        var head = new WebRequest(Method.HEAD, request.url(), request.headers(), once, request.ofService());
        // The copy is read when it is wanted: thousands of requests may wait.
        return web.send(head).thenCompose(reply -> {
            var known = reply instanceof WebResponse response
                    ? archive.recent(address)
                            .filter(page -> isStill(page, response))
                            .map(page -> asKept(request, response, page))
                    : Optional.<WebReply>empty();
            return known.map(CompletableFuture::completedFuture).orElseGet(() -> web.send(request));
        });
    }

    private static boolean isStill(KeptPage page, WebResponse now) {
        if (now.status() != page.status()) {
            return false;
        }
        return VALIDATORS.stream().allMatch(name -> agree(page.header(name), now.header(name)))
                && agree(
                        page.header("Content-Type").map(KnownPages::base),
                        now.header("Content-Type").map(KnownPages::base));
    }

    /** What only one of them says proves nothing. */
    private static boolean agree(Optional<String> then, Optional<String> now) {
        return then.isEmpty() || now.isEmpty() || strong(then.get()).equals(strong(now.get()));
    }

    private static String strong(String validator) {
        return validator.strip().replaceFirst("^W/", "");
    }

    private static String base(String type) {
        return type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    /** With the time of the copy, by which the archive knows it again and does not keep it twice. */
    private static WebReply asKept(WebRequest request, WebResponse now, KeptPage page) {
        return new WebResponse(
                request,
                now.url(),
                now.protocol(),
                page.status(),
                page.statusMessage(),
                now.requestHeaders(),
                page.headers(),
                page.body(),
                Optional.empty(),
                now.remoteAddress(),
                page.capture().at(),
                now.attempts());
    }

    @Override
    public boolean anyHostAnswered() {
        return web.anyHostAnswered();
    }

    @Override
    public void asksFew() {
        web.asksFew();
    }

    @Override
    public boolean networkDead() {
        return web.networkDead();
    }

    @Override
    public Optional<String> proxyTrouble() {
        return web.proxyTrouble();
    }

    @Override
    public void stop() {
        web.stop();
    }

    @Override
    public void close() {
        web.close();
    }
}
