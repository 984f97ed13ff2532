package ibid.resolution;

import ibid.url.Url;
import ibid.web.Header;
import ibid.web.WebResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import okhttp3.Cookie;
import okhttp3.HttpUrl;

/**
 * The cookies of one redirect chain (RFC 6265 section 5): some sites set one and send the browser round to see whether it
 * comes back. They end with the chain, so that no target's outcome hangs on another's.
 */
final class ChainCookies {
    /** RFC 6265 section 6.1 asks for at least 50 a domain; a chain needs no more in all. */
    private static final int MOST = 50;

    private static final int LONGEST = 4096;
    /** Common servers refuse a longer header line, and with it the request. */
    private static final int LONGEST_HEADER = 8000;

    private final InstantSource clock;
    private final List<Cookie> cookies = new ArrayList<>();

    ChainCookies(InstantSource clock) {
        this.clock = clock;
    }

    boolean isEmpty() {
        return cookies.isEmpty();
    }

    /** Takes what the response sets for hosts that it may speak for. */
    void take(Url url, WebResponse response) {
        for (var header : response.headers()) {
            if (header.name().equalsIgnoreCase("set-cookie") && header.value().length() <= LONGEST) {
                Optional.ofNullable(Cookie.parse(url.parsed(), header.value())).ifPresent(this::put);
            }
        }
    }

    private void put(Cookie cookie) {
        cookies.removeIf(old -> old.name().equals(cookie.name())
                && old.domain().equals(cookie.domain())
                && old.path().equals(cookie.path()));
        if (cookie.expiresAt() > clock.millis() && cookies.size() < MOST) {
            cookies.add(cookie);
        }
    }

    /** The header that a request to this address carries; longer paths first (RFC 6265 section 5.4). */
    Optional<Header> headerFor(HttpUrl url) {
        var all = cookies.stream()
                .filter(cookie -> cookie.matches(url))
                .sorted(Comparator.comparingInt(cookie -> -cookie.path().length()))
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .toList();
        var value = new StringBuilder();
        for (var one : all) {
            if (value.length() + one.length() <= LONGEST_HEADER) {
                value.append(value.isEmpty() ? "" : "; ").append(one);
            }
        }
        return value.isEmpty() ? Optional.empty() : Optional.of(new Header("Cookie", value.toString()));
    }
}
