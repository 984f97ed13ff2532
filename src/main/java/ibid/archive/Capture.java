package ibid.archive;

import ibid.archive.warc.IndexedCapture;
import ibid.url.Redaction;
import ibid.url.Url;
import ibid.web.WebRequest;
import ibid.web.WebResponse;
import ibid.web.WebResponse.Truncated;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One response with its request, ready to be written.
 *
 * @param url the address that answered, as asked
 * @param at when the response began, to the millisecond: the finest that an index of captures can say
 * @param leadsTo address of a redirect's goal
 * @param address IP address of the peer, textual
 */
record Capture(
        String url,
        Instant at,
        int status,
        Optional<String> mediaType,
        String protocol,
        Optional<String> address,
        Block response,
        Block request,
        Optional<Truncated> truncated,
        Optional<String> leadsTo) {

    /** Empty where the response must not be kept, or keeping it would say nothing about the page. */
    static Optional<Capture> of(WebResponse response, long maxBodyBytes) {
        // The answer to HEAD has the headers of the page and no page: replayed, it would be an empty one.
        if (response.request().method() == WebRequest.Method.HEAD
                || Redaction.hides(response.request().url().text())) {
            return Optional.empty();
        }
        return Url.parse(response.url())
                .filter(url -> !Redaction.hides(url.address()))
                .map(url -> of(response, url, (int) Math.min(response.body().size(), Math.max(0, maxBodyBytes))));
    }

    private static Capture of(WebResponse response, Url url, int bodyBytes) {
        var cut = bodyBytes < response.body().size();
        return new Capture(
                url.address(),
                response.at().truncatedTo(ChronoUnit.MILLIS),
                response.status(),
                response.header("Content-Type"),
                response.protocol(),
                response.remoteAddress().map(Capture::withoutZone).filter(text -> text.matches("[0-9A-Fa-f:.]+")),
                new Block(
                        HttpHead.ofResponse(response, bodyBytes),
                        response.body().bytes(),
                        bodyBytes),
                Block.of(HttpHead.ofRequest(response, url)),
                cut ? Optional.of(Truncated.LENGTH) : response.truncated(),
                response.header("Location").flatMap(url::resolve).map(Url::address));
    }

    /** {@code fe80::1%eth0} names an interface of this machine, which is nobody's business. */
    private static String withoutZone(String address) {
        var zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    /** Bytes of both blocks, before compression. */
    long bytes() {
        return response.length() + request.length();
    }

    /** The line of the index for its response, once that is written. */
    IndexedCapture indexed(String file, long offset, long length) {
        return IndexedCapture.of(url, at, mediaType, status, response.payloadDigest())
                .in(file, offset, length);
    }

    Snapshot snapshot() {
        var verified = status >= 200 && status < 300 && truncated.isEmpty();
        return new Snapshot("local", at, url, status, response.payloadDigest(), verified);
    }
}
