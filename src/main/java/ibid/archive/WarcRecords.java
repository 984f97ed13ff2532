package ibid.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import ibid.archive.warc.PayloadPlaces.Original;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTruncationReason;
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

    /**
     * The response, or the revisit that stands for it, then the request that it answers, then where it is cited.
     *
     * @param original whose payload is the same, if that is not to be written again
     * @param via where the address is cited
     */
    List<WarcRecord> of(Capture capture, URI warcinfo, Optional<Original> original, Optional<String> via)
            throws IOException {
        var answer = original.isPresent() ? revisit(capture, warcinfo, original.get()) : response(capture, warcinfo);
        var request = described(new WarcRequest.Builder(capture.url()), capture, capture.request(), warcinfo)
                .setHeader("WARC-Payload-Digest", capture.request().payloadDigest())
                .concurrentTo(answer.id())
                .body(
                        MediaType.HTTP_REQUEST,
                        capture.request().channel(),
                        capture.request().length())
                .build();
        var records = new ArrayList<>(List.of(answer, request));
        via.ifPresent(place -> records.add(metadata(capture, warcinfo, answer, place)));
        return records;
    }

    private WarcRecord response(Capture capture, URI warcinfo) {
        var response = described(new WarcResponse.Builder(capture.url()), capture, capture.response(), warcinfo)
                .setHeader("WARC-Payload-Digest", capture.response().payloadDigest());
        capture.truncated()
                .ifPresent(
                        why -> response.setHeader("WARC-Truncated", why.name().toLowerCase(Locale.ROOT)));
        return response.body(
                        MediaType.HTTP_RESPONSE,
                        capture.response().channel(),
                        capture.response().length())
                .build();
    }

    /** The header alone: the payload stands in the record that is referred to (WARC 1.1 section 6.7.2). */
    private WarcRecord revisit(Capture capture, URI warcinfo, Original original) {
        var head = capture.response().withoutBody();
        return described(
                        new WarcRevisit.Builder(capture.url(), WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1),
                        capture,
                        head,
                        warcinfo)
                .setHeader("WARC-Payload-Digest", capture.response().payloadDigest())
                .refersTo(original.id(), original.url(), original.at())
                .truncated(WarcTruncationReason.LENGTH)
                .body(MediaType.HTTP_RESPONSE, head.channel(), head.length())
                .build();
    }

    private WarcRecord metadata(Capture capture, URI warcinfo, WarcRecord answer, String via) {
        var fields = Block.of(("via: " + via.replaceAll("\\p{Cntrl}", " ") + "\r\n").getBytes(UTF_8));
        return new WarcMetadata.Builder()
                .targetURI(capture.url())
                .version(MessageVersion.WARC_1_1)
                .recordId(uuid())
                .date(capture.at())
                .warcinfoId(warcinfo)
                .concurrentTo(answer.id())
                .setHeader("WARC-Block-Digest", fields.digest())
                .body(MediaType.WARC_FIELDS, fields.channel(), fields.length())
                .build();
    }

    private <R extends WarcCaptureRecord, B extends WarcCaptureRecord.AbstractBuilder<R, B>> B described(
            B builder, Capture capture, Block block, URI warcinfo) {
        builder.version(MessageVersion.WARC_1_1)
                .recordId(uuid())
                .date(capture.at())
                .warcinfoId(warcinfo)
                .setHeader("WARC-Block-Digest", block.digest());
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
