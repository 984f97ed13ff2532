package ibid.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.Warcinfo;

/**
 * Captures as WARC 1.1 records.
 *
 * <p>Blocks and digests are handed to jwarc as they are: its HTTP builders would sort the header lines, its digest
 * setters would write Base32.
 */
final class WarcRecords {
    private static final String CONFORMS_TO =
            "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/";

    private final RandomGenerator random;
    private final String software;

    WarcRecords(RandomGenerator random, String software) {
        this.random = random;
        this.software = software.replaceAll("\\p{Cntrl}", " ");
    }

    /** The first record of a file: who wrote it, and by which rules. */
    Warcinfo warcinfo(String fileName, Instant at) {
        var lines = List.of(
                "software: " + software,
                "format: WARC File Format 1.1",
                "conformsTo: " + CONFORMS_TO,
                "robots: ignore",
                "description: Pages cited in documents; no link in them is followed.");
        var fields = Block.of((String.join("\r\n", lines) + "\r\n").getBytes(UTF_8));
        return new Warcinfo.Builder()
                .version(MessageVersion.WARC_1_1)
                .recordId(uuid())
                .date(at.truncatedTo(ChronoUnit.MILLIS))
                .filename(fileName)
                .setHeader("WARC-Block-Digest", fields.digest())
                .body(MediaType.WARC_FIELDS, fields.channel(), fields.length())
                .build();
    }

    /** The response, then the request that it answers. */
    List<WarcRecord> of(Capture capture, URI warcinfo) {
        var response = described(new WarcResponse.Builder(capture.url()), capture, capture.response(), warcinfo);
        capture.truncated()
                .ifPresent(
                        why -> response.setHeader("WARC-Truncated", why.name().toLowerCase(Locale.ROOT)));
        var answer = response.body(
                        MediaType.HTTP_RESPONSE,
                        capture.response().channel(),
                        capture.response().length())
                .build();
        var request = described(new WarcRequest.Builder(capture.url()), capture, capture.request(), warcinfo)
                .concurrentTo(answer.id())
                .body(
                        MediaType.HTTP_REQUEST,
                        capture.request().channel(),
                        capture.request().length())
                .build();
        return List.of(answer, request);
    }

    private <R extends WarcCaptureRecord, B extends WarcCaptureRecord.AbstractBuilder<R, B>> B described(
            B builder, Capture capture, Block block, URI warcinfo) {
        builder.version(MessageVersion.WARC_1_1)
                .recordId(uuid())
                .date(capture.at())
                .warcinfoId(warcinfo)
                .setHeader("WARC-Block-Digest", block.digest())
                .setHeader("WARC-Payload-Digest", block.payloadDigest());
        capture.address().ifPresent(address -> builder.setHeader("WARC-IP-Address", address));
        if (capture.protocol().matches("h[23]")) {
            builder.setHeader("WARC-Protocol", capture.protocol());
        }
        return builder;
    }

    /** A random UUID (RFC 9562 section 5.4). */
    private UUID uuid() {
        var version = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        var variant = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(version, variant);
    }
}
