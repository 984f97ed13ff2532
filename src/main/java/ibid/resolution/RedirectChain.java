package ibid.resolution;

import ibid.page.Page;
import ibid.page.PageHeader;
import ibid.page.PageReader;
import ibid.resolution.ChainEnd.How;
import ibid.resolution.ChainEnd.Step;
import ibid.url.Url;
import ibid.web.Header;
import ibid.web.Web;
import ibid.web.WebFailure;
import ibid.web.WebReply;
import ibid.web.WebRequest;
import ibid.web.WebRequest.Method;
import ibid.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import okhttp3.Credentials;
import okhttp3.HttpUrl;

/**
 * One way from an address to where it ends, redirect by redirect, each through the queue of its own host.
 *
 * <p>Steps follow one another, each in the completion of the one before, so its state needs no lock.
 */
final class RedirectChain {
    private final Web web;
    private final PageReader pages;
    private final int longest;
    private final Method method;
    private final Url start;
    private final ChainCookies cookies;
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int attempts;

    /** @param cookies what is remembered from before; what is set on the way is added */
    RedirectChain(Web web, PageReader pages, int longest, ChainCookies cookies, Method method, Url start) {
        this.web = web;
        this.pages = pages;
        this.longest = longest;
        this.method = method;
        this.start = start;
        this.cookies = cookies;
    }

    CompletableFuture<ChainEnd> walk() {
        seen.add(state(start));
        return ask(start);
    }

    private CompletableFuture<ChainEnd> ask(Url url) {
        return web.send(new WebRequest(method, url, headers(url))).thenCompose(reply -> answered(url, reply));
    }

    private CompletableFuture<ChainEnd> answered(Url url, WebReply reply) {
        attempts += reply.attempts();
        if (reply instanceof WebFailure) {
            return end(How.FAILED, url, reply, Page.UNKNOWN, "");
        }
        var response = (WebResponse) reply;
        cookies.take(url, response);
        var page = page(response);
        var onward = Onward.from(url, response, page);
        if (onward instanceof Onward.To to) {
            return follow(url, response, page, to);
        }
        return onward instanceof Onward.Astray astray
                ? end(How.ASTRAY, url, reply, page, astray.why())
                : end(How.ANSWERED, url, reply, page, "");
    }

    private CompletableFuture<ChainEnd> follow(Url url, WebResponse response, Page page, Onward.To to) {
        var isNew = seen.add(state(to.url()));
        if (!isNew && to.byRefresh()) {
            // Pages that send one another round by refresh still show what they hold.
            return end(How.ANSWERED, url, response, page, "");
        }
        steps.add(new Step(url, response, to));
        if (!isNew && isRespelled(response)) {
            return end(How.ASTRAY, url, response, page, "the redirects insist on a \"|\" that was sent as \"%7C\"");
        }
        if (!isNew) {
            return end(How.LOOP, url, response, page, "");
        }
        if (steps.size() > longest) {
            // A cookie that changes at every turn makes each visit look new, but a circle is a circle.
            return end(addressComesBack() ? How.LOOP : How.TOO_LONG, url, response, page, "");
        }
        return ask(to.url());
    }

    /** Browsers send this one character of a path as it is (WHATWG URL section 1.3), but our client cannot. */
    private static boolean isRespelled(WebResponse response) {
        return response.header("Location").orElse("").contains("|");
    }

    private boolean addressComesBack() {
        return steps.stream().map(step -> step.at().address()).distinct().count() < steps.size();
    }

    private CompletableFuture<ChainEnd> end(How how, Url url, WebReply reply, Page page, String why) {
        return CompletableFuture.completedFuture(new ChainEnd(how, url, reply, page, steps, attempts, why, cookies));
    }

    private String state(Url url) {
        return url.address() + "\n"
                + cookies.headerFor(url.parsed()).map(Header::value).orElse("");
    }

    private List<Header> headers(Url url) {
        var headers = new ArrayList<Header>();
        cookies.headerFor(url.parsed()).ifPresent(headers::add);
        // Credentials stay at the origin they were written for (RFC 9110 section 15.4).
        if (start.hasCredentials() && sameOrigin(start.parsed(), url.parsed())) {
            var user = start.parsed();
            headers.add(new Header(
                    "Authorization", Credentials.basic(user.username(), user.password(), StandardCharsets.UTF_8)));
        }
        return headers;
    }

    private static boolean sameOrigin(HttpUrl one, HttpUrl other) {
        return one.scheme().equals(other.scheme()) && one.host().equals(other.host()) && one.port() == other.port();
    }

    private Page page(WebResponse response) {
        var body = response.body().decoded(response.headers(), PageReader.MOST_BYTES);
        var headers = response.headers().stream()
                .map(h -> new PageHeader(h.name(), h.value()))
                .toList();
        return pages.read(body.bytes(), response.header("Content-Type"), headers, response.status());
    }
}
