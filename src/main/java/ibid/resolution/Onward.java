package ibid.resolution;

import ibid.page.Page;
import ibid.url.Url;
import ibid.web.WebResponse;
import java.util.Optional;
import java.util.Set;

/** Where a response sends on. */
sealed interface Onward {

    /** The response is the end. */
    record Stay() implements Onward {}

    /** To another address. */
    record To(Url url, boolean permanent, boolean byRefresh) implements Onward {}

    /**
     * On, but nowhere that can be asked.
     *
     * @param why one sentence
     */
    record Astray(String why) implements Onward {}

    /** A longer delay is meant for a reader who reads the page first. */
    int LONGEST_DELAY_SECONDS = 10;

    /** What the client puts for bytes that are no UTF-8: which they were is not known any more. */
    char UNREADABLE = '\ufffd';

    Set<Integer> PERMANENT = Set.of(301, 308);
    Set<Integer> REDIRECTS = Set.of(300, 301, 302, 303, 307, 308);

    /** Reads {@code Location} (RFC 9110 section 10.2.2), {@code Refresh} and {@code <meta http-equiv=refresh>}. */
    static Onward from(Url at, WebResponse response, Page page) {
        var status = response.status();
        if (REDIRECTS.contains(status)) {
            return byLocation(at, status, response.header("Location"));
        }
        var succeeded = status >= 200 && status < 300;
        return succeeded && !page.shows(Page.Sign.BOT_WALL) ? byRefresh(at, page) : new Stay();
    }

    private static Onward byLocation(Url at, int status, Optional<String> location) {
        if (location.isEmpty() || location.get().isBlank()) {
            // 300 without a Location is a page with the choices on it (RFC 9110 section 15.4.1).
            return status == 300 ? new Stay() : new Astray("the answer was " + status + " without saying where to");
        }
        if (location.get().indexOf(UNREADABLE) >= 0) {
            return new Astray("the answer was " + status + " and leads to an address that is not UTF-8");
        }
        return at.resolve(location.get())
                .<Onward>map(url -> new To(inheriting(at, url), PERMANENT.contains(status), false))
                .orElseGet(() -> new Astray("the answer was " + status + " and leads to \"" + location.get()
                        + "\", which is no web address"));
    }

    private static Onward byRefresh(Url at, Page page) {
        return page.refresh()
                .filter(refresh -> refresh.seconds() <= LONGEST_DELAY_SECONDS)
                .flatMap(refresh -> at.resolve(refresh.reference()))
                .filter(url -> !url.address().equals(at.address()))
                .<Onward>map(url -> new To(inheriting(at, url), false, true))
                .orElseGet(Stay::new);
    }

    private static Url inheriting(Url from, Url to) {
        return to.fragment().isPresent()
                ? to
                : from.fragment().flatMap(f -> to.resolve("#" + f)).orElse(to);
    }
}
