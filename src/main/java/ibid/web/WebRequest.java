package ibid.web;

import ibid.url.Url;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One request for the polite queue; the fragment of {@code url} is never sent.
 *
 * @param headers headers beyond those that every request gets, such as the cookies of a redirect chain
 * @param ofService whether the address is not cited, nor named by anybody else than the settings: it is that of a service to
 *     look things up, which the guard lets be private where the user names it
 * @param content what a POST carries
 * @param publicOnly whether the guard refuses private addresses even where cited ones may be private: the address is named
 *     by a page of the public internet
 */
public record WebRequest(
        Method method,
        Url url,
        List<Header> headers,
        Optional<Content> content,
        Limits limits,
        boolean ofService,
        boolean publicOnly) {
    public WebRequest {
        headers = List.copyOf(headers);
    }

    /** A request that carries nothing. */
    public WebRequest(
            Method method, Url url, List<Header> headers, Limits limits, boolean ofService, boolean publicOnly) {
        this(method, url, headers, Optional.empty(), limits, ofService, publicOnly);
    }

    /** A request whose address nobody but the user or a document names. */
    public WebRequest(Method method, Url url, List<Header> headers, Limits limits, boolean ofService) {
        this(method, url, headers, limits, ofService, false);
    }

    /** A request for an address that is cited, or that somebody else names. */
    public WebRequest(Method method, Url url, List<Header> headers, Limits limits) {
        this(method, url, headers, limits, false);
    }

    /** Such a request under the limits that the settings have for cited hosts. */
    public WebRequest(Method method, Url url, List<Header> headers) {
        this(method, url, headers, Limits.OF_CHECKS);
    }

    /** A POST to a service; it is sent once, whatever comes of it, and on a connection of its own. */
    public static WebRequest post(Url url, List<Header> headers, Content content, Limits limits) {
        return new WebRequest(Method.POST, url, headers, Optional.of(content), limits, true, false);
    }

    /** Whether it asks what a robot may ask of the host (RFC 9309 section 2.3). */
    boolean isForRobots() {
        return url.path().equals("/robots.txt");
    }

    /** The methods that a checker needs. */
    public enum Method {
        HEAD,
        GET,
        /** To services alone that the user wants to do something: cited addresses are only read. */
        POST
    }

    /** What is sent along, with its media type. */
    public record Content(String type, String text) {}

    /**
     * Under which limits a request is sent.
     *
     * @param timeout for each read, and for the whole answer; empty for those of the settings
     * @param attempts most attempts; empty for those of the settings
     * @param yields whether requests of checks go first; such requests hold at most a quarter of all permits
     */
    public record Limits(Optional<Duration> timeout, OptionalInt attempts, boolean yields) {

        /** Those of cited addresses. */
        public static final Limits OF_CHECKS = new Limits(Optional.empty(), OptionalInt.empty(), false);

        /** Those of a look-up: asked once, for whoever asks decides on more, and behind all checks. */
        public static Limits ofLookup(Duration timeout) {
            return new Limits(Optional.of(timeout), OptionalInt.of(1), true);
        }
    }
}
