package ibid.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import ibid.url.Redaction;
import ibid.url.Url;
import ibid.web.Header;
import ibid.web.WebResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The header of a response or request as HTTP/1.1 writes it: lines in the order and spelling of the wire, made safe to
 * read back.
 *
 * <p>A line that no longer tells the truth about the stored body (its length, its transfer coding) is kept under the
 * prefix {@code X-Crawl-}, as other crawlers do. Text is UTF-8, as the client decoded it.
 */
final class HttpHead {
    private static final String HIDDEN = "***";

    /** What any anonymous request says; every other value may be a key that the user set, and is hidden. */
    private static final Set<String> ANONYMOUS = Set.of(
            "accept",
            "accept-charset",
            "accept-encoding",
            "accept-language",
            "cache-control",
            "connection",
            "host",
            "pragma",
            "range",
            "te",
            "upgrade-insecure-requests",
            "user-agent");

    private static final Set<String> COOKIES = Set.of("set-cookie", "set-cookie2");

    private static final Set<String> ADDRESSES = Set.of("location", "content-location", "refresh");

    private HttpHead() {}

    static byte[] ofResponse(WebResponse response, int bodyBytes) {
        // A session opened by the user's own key is the user's; one that an anonymous visitor gets is the page's.
        var personal = response.requestHeaders().stream().anyMatch(header -> !isAnonymous(header));
        var lines = new ArrayList<Header>();
        var lengthStands = false;
        for (var header : response.headers()) {
            var isLength = isLength(header);
            if (personal && COOKIES.contains(lower(header.name()))) {
                lines.add(new Header(header.name(), HIDDEN));
            } else if (isLength ? lengthStands || !says(bodyBytes, header) : isTransferCoding(header)) {
                lines.add(new Header("X-Crawl-" + header.name(), header.value()));
            } else {
                lengthStands |= isLength;
                lines.add(shown(header));
            }
        }
        if (!lengthStands && needsLength(response)) {
            lines.add(new Header("Content-Length", Integer.toString(bodyBytes)));
        }
        var start = version(response) + " " + response.status() + " " + response.statusMessage();
        return bytes(start, lines);
    }

    static byte[] ofRequest(WebResponse response, Url url) {
        var lines = new ArrayList<Header>();
        for (var header : response.requestHeaders()) {
            lines.add(isAnonymous(header) ? header : new Header(header.name(), HIDDEN));
        }
        if (lines.stream().noneMatch(header -> lower(header.name()).equals("host"))) {
            // HTTP/2 says it in a pseudo-header; an HTTP/1.1 request has it in any case (RFC 9112 section 3.2).
            lines.add(0, new Header("Host", authority(url)));
        }
        var target = url.path() + url.query().map(query -> "?" + query).orElse("");
        // The client speaks HTTP/1.1, whatever the server answers in.
        return bytes(response.request().method() + " " + target + " HTTP/1.1", lines);
    }

    private static String authority(Url url) {
        var host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        var usual = url.scheme().equals("https") ? 443 : 80;
        return url.port() == usual ? host : host + ":" + url.port();
    }

    private static boolean isAnonymous(Header header) {
        return ANONYMOUS.contains(lower(header.name())) || isPseudo(header);
    }

    /** A redirect may hand out a secret in its address; a page at such an address is not kept either. */
    private static Header shown(Header header) {
        var isAddress = ADDRESSES.contains(lower(header.name()));
        return isAddress ? new Header(header.name(), Redaction.shown(header.value())) : header;
    }

    private static boolean isLength(Header header) {
        return lower(header.name()).equals("content-length");
    }

    private static boolean isTransferCoding(Header header) {
        return lower(header.name()).equals("transfer-encoding");
    }

    private static boolean says(int bodyBytes, Header length) {
        return length.value().strip().equals(Integer.toString(bodyBytes));
    }

    /** Without a length a reader takes all there is: it is added only for one lost, or where no line would stand. */
    private static boolean needsLength(WebResponse response) {
        return response.headers().stream().anyMatch(header -> isLength(header) || isTransferCoding(header))
                || response.headers().stream().allMatch(HttpHead::isPseudo);
    }

    /** HTTP/2 and HTTP/3 have no line of their own in a WARC file: by practice they are written as HTTP/1.1. */
    private static String version(WebResponse response) {
        return response.protocol().equalsIgnoreCase("http/1.0") ? "HTTP/1.0" : "HTTP/1.1";
    }

    private static byte[] bytes(String start, List<Header> lines) {
        return lines.stream()
                .filter(header -> !isPseudo(header))
                .map(header -> name(header.name()) + ": " + text(header.value()))
                .collect(Collectors.joining("\r\n", text(start) + "\r\n", "\r\n\r\n"))
                .getBytes(UTF_8);
    }

    /** {@code :status} and the like (RFC 9113 section 8.3). */
    private static boolean isPseudo(Header header) {
        return header.name().startsWith(":");
    }

    /** A field name is a token (RFC 9110 section 5.6.2); what a server sent instead would be read back otherwise. */
    private static String name(String wire) {
        var name = wire.replaceAll("[^A-Za-z0-9!#$%&'*+.^_`|~-]", "_");
        return name.isEmpty() ? "X-Crawl-Unnamed" : name;
    }

    /** CR, LF and NUL in a value become spaces (RFC 9110 section 5.5); the other controls too, some readers stop there. */
    private static String text(String wire) {
        var text = new StringBuilder(wire.length());
        wire.chars().forEach(c -> text.append((c < ' ' && c != '\t') || c == 0x7F ? ' ' : (char) c));
        return text.toString();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
