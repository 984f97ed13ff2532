package ibid.url;

import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * A web address: the text as written beside what it means.
 *
 * <p>Parsing is the WHATWG URL Standard's for http and https, with its pre-processing (C0 controls and spaces around,
 * tabs and newlines inside, backslashes) done here because {@link HttpUrl} refuses some of it.
 */
public final class Url {
    private final String text;
    private final HttpUrl parsed;

    private Url(String text, HttpUrl parsed) {
        this.text = text;
        this.parsed = parsed;
    }

    /** Reads an absolute http or https URL; empty where the text is none. */
    public static Optional<Url> parse(String text) {
        var clean = cleaned(text);
        return Optional.ofNullable(HttpUrl.parse(clean)).map(parsed -> new Url(text, respelled(parsed)));
    }

    /** The address that {@code reference} means when it stands in a page at this one (RFC 3986 section 5). */
    public Optional<Url> resolve(String reference) {
        return Optional.ofNullable(parsed.resolve(cleaned(reference)))
                .map(Url::respelled)
                .map(found -> new Url(found.toString(), found));
    }

    /** {@link HttpUrl} leaves the other spellings of an IPv4 address as they are. */
    private static HttpUrl respelled(HttpUrl url) {
        return Ipv4Spelling.dotted(url.host())
                .filter(dotted -> !dotted.equals(url.host()))
                .map(dotted -> url.newBuilder().host(dotted).build())
                .orElse(url);
    }

    private static String cleaned(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        var clean = new StringBuilder(end - start);
        for (var i = start; i < end; i++) {
            var c = text.charAt(i);
            if (c != '\t' && c != '\n' && c != '\r') {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    /** The text as written. */
    public String text() {
        return text;
    }

    /** The address to ask, normalised by the parser, without fragment. */
    public String address() {
        return parsed.newBuilder().fragment(null).build().toString();
    }

    /** {@code http} or {@code https}. */
    public String scheme() {
        return parsed.scheme();
    }

    /** Lower case, in ASCII (IDNA); an IPv6 address without brackets. */
    public String host() {
        return parsed.host();
    }

    /** The host; {@code www.} before it says nothing of whose it is. */
    public String hostWithoutWww() {
        return host().startsWith("www.") ? host().substring(4) : host();
    }

    public int port() {
        return parsed.port();
    }

    /** Path with its percent-encoding, starting with {@code /}. */
    public String path() {
        return parsed.encodedPath();
    }

    /** Query with its percent-encoding, without {@code ?}. */
    public Optional<String> query() {
        return Optional.ofNullable(parsed.encodedQuery());
    }

    /** Fragment as written, without {@code #}. */
    public Optional<String> fragment() {
        return Optional.ofNullable(parsed.encodedFragment());
    }

    /** Whether the address carries a user name or password. */
    public boolean hasCredentials() {
        return !parsed.encodedUsername().isEmpty() || !parsed.encodedPassword().isEmpty();
    }

    /** The parsed form, for the HTTP client. */
    public HttpUrl parsed() {
        return parsed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Url url && url.parsed.equals(parsed);
    }

    @Override
    public int hashCode() {
        return parsed.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
