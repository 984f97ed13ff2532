package ibid.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A response as it came over the wire, transfer coding undone, content coding kept.
 *
 * @param url the address that answered, without fragment
 * @param protocol {@code http/1.1} or {@code h2}
 * @param requestHeaders the headers as sent
 * @param body the bytes as sent, up to the configured cap
 * @param truncated why {@code body} is not whole, if it is not
 * @param remoteAddress IP address of the peer, textual; empty behind a proxy
 * @param at when the response began
 */
public record WebResponse(
        WebRequest request,
        String url,
        String protocol,
        int status,
        String statusMessage,
        List<Header> requestHeaders,
        List<Header> headers,
        Body body,
        Optional<Truncated> truncated,
        Optional<String> remoteAddress,
        Instant at,
        int attempts)
        implements WebReply {
    public WebResponse {
        requestHeaders = List.copyOf(requestHeaders);
        headers = List.copyOf(headers);
    }

    /** Why a body is not whole; the words are those of WARC-Truncated (WARC 1.1 section 5.13). */
    public enum Truncated {
        LENGTH,
        TIME,
        DISCONNECT
    }

    /** The first value of a header, whatever its case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(h -> h.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** Whether it is known to have come from a private or reserved network. */
    public boolean isFromPrivateNetwork() {
        return remoteAddress.stream()
                .flatMap(address -> HostLiterals.readings(address).stream())
                .anyMatch(PrivateAddresses::contains);
    }
}
