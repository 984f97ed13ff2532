package ibid.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

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

    private static final String LENGTH = "content-length";

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

    private HttpHead() {}

    static byte[] ofResponse(WebResponse response, int bodyBytes) {
        // A session opened by the user's own key is the user's; one that an anonymous visitor gets is the page's.
        var personal = response.requestHeaders().stream().anyMatch(header -> !isAnonymous(header));
        var lines = new ArrayList<Header>();
        for (var header : response.headers()) {
            if (personal && COOKIES.contains(lower(header.name()))) {
                lines.add(new Header(header.name(), HIDDEN));
            } else if (isTrue(header, bodyBytes, lines)) {
                lines.add(header);
            } else {
                lines.add(new Header("X-Crawl-" + header.name(), header.value()));
            }
        }
        if (needsLength(response, lines)) {
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
        if (!has("host", lines)) {
            // HTTP/2 says it in a pseudo-header; an HTTP/1.1 request has it in any case (RFC 9112 section 3.2).
            lines.add(0, new Header("Host", authority(url)));
        }
        var target = url.path() + url.query().map(query -> "?" + query).orElse("");
        return bytes(response.request().method() + " " + target + " " + version(response), lines);
    }

    private static String authority(Url url) {
        var host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        var usual = url.scheme().equals("https") ? 443 : 80;
        return url.port() == usual ? host : host + ":" + url.port();
    }

    private static boolean isAnonymous(Header header) {
        return ANONYMOUS.contains(lower(header.name())) || isPseudo(header);
    }

    /** Whether a response line holds for the body as it is stored: whole or cut, its transfer coding undone. */
    private static boolean isTrue(Header header, int bodyBytes, List<Header> before) {
        return switch (lower(header.name())) {
            case "transfer-encoding" -> false;
            case LENGTH -> header.value().strip().equals(Integer.toString(bodyBytes)) && !has(LENGTH, before);
            default -> true;
        };
    }

    /** Without a length a reader takes all there is: it is added only for one lost, or where no line would stand. */
    private static boolean needsLength(WebResponse response, List<Header> lines) {
        var lost = response.header(LENGTH).isPresent()
                || response.header("transfer-encoding").isPresent();
        return !has(LENGTH, lines) && (lost || lines.stream().allMatch(HttpHead::isPseudo));
    }

    private static boolean has(String name, List<Header> lines) {
        return lines.stream().anyMatch(header -> lower(header.name()).equals(name));
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
