package ibid.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import ibid.url.Url;
import ibid.web.Body;
import ibid.web.Header;
import ibid.web.WebRequest;
import ibid.web.WebResponse;
import ibid.web.WebResponse.Truncated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds a response: one plain page, of which each test changes what it is about. */
final class Responses {
    static final Instant AT = Instant.parse("2026-11-22T10:00:00.123456789Z");

    private final String url;
    private WebRequest.Method method = WebRequest.Method.GET;
    private String protocol = "http/1.1";
    private int status = 200;
    private String message = "OK";
    private List<Header> requestHeaders = headerList("Host", "e.com", "User-Agent", "ibid");
    private List<Header> headers = headerList("Content-Type", "text/html");
    private byte[] body = "<title>A page</title>".getBytes(UTF_8);
    private Optional<Truncated> truncated = Optional.empty();
    private Instant at = AT;
    private Optional<String> address = Optional.of("192.0.2.1");

    private Responses(String url) {
        this.url = url;
    }

    static Responses page(String url) {
        return new Responses(url);
    }

    Responses asked(WebRequest.Method by) {
        method = by;
        return this;
    }

    Responses over(String name) {
        protocol = name;
        return this;
    }

    Responses status(int code, String reason) {
        status = code;
        message = reason;
        return this;
    }

    Responses requestHeaders(String... namesAndValues) {
        requestHeaders = headerList(namesAndValues);
        return this;
    }

    Responses headers(String... namesAndValues) {
        headers = headerList(namesAndValues);
        return this;
    }

    Responses body(byte[] bytes) {
        body = bytes;
        return this;
    }

    Responses cut(Truncated why) {
        truncated = Optional.of(why);
        return this;
    }

    Responses from(String peer) {
        address = Optional.of(peer);
        return this;
    }

    Responses at(Instant time) {
        at = time;
        return this;
    }

    WebResponse get() {
        var request = new WebRequest(method, Url.parse(url).orElseThrow(), List.of());
        return new WebResponse(
                request,
                url,
                protocol,
                status,
                message,
                requestHeaders,
                headers,
                new Body(body),
                truncated,
                address,
                at,
                1);
    }

    private static List<Header> headerList(String... namesAndValues) {
        var list = new ArrayList<Header>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            list.add(new Header(namesAndValues[i], namesAndValues[i + 1]));
        }
        return list;
    }
}
