package ibid.archive.warc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One capture, as a line of a CDXJ index has it (webrecorder's CDXJ 0.1.0).
 *
 * @param key the address as {@link Surt} sorts it
 * @param at when it was captured, to the millisecond
 * @param url the address as asked
 * @param mime media type without parameters, {@code warc/revisit} where the payload stands elsewhere, {@code unk} where unknown
 * @param status of HTTP
 * @param digest of the payload, such as {@code sha256:…}
 * @param file name of the WARC file
 * @param offset where the record begins in it, in bytes
 * @param length of the record in the file, in bytes
 */
public record IndexedCapture(
        String key,
        Instant at,
        String url,
        String mime,
        int status,
        String digest,
        String file,
        long offset,
        long length) {
    private static final String REVISIT = "warc/revisit";

    /** RFC 9110 section 8.3.1. */
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9!#$%&'*+.^_`|~-]+/[a-z0-9!#$%&'*+.^_`|~-]+");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** 17 digits: seconds are too coarse for two captures of one run. */
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int SECONDS_LENGTH = 14;

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Whether the payload stands in the record of another capture. */
    public boolean isRevisit() {
        return mime.equals(REVISIT);
    }

    /**
     * A capture of which is not said yet where it stands.
     *
     * @param mediaType as {@code Content-Type} has it
     */
    public static IndexedCapture of(String url, Instant at, Optional<String> mediaType, int status, String digest) {
        var mime = mediaType
                .map(type -> type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                .filter(type -> MEDIA_TYPE.matcher(type).matches())
                .orElse("unk");
        return new IndexedCapture(Surt.of(url), at, url, mime, status, digest, "", 0, 0);
    }

    /** The same, where it stands. */
    public IndexedCapture in(String name, long from, long bytes) {
        return new IndexedCapture(key, at, url, mime, status, digest, name, from, bytes);
    }

    /** The same as a revisit. */
    public IndexedCapture asRevisit() {
        return new IndexedCapture(key, at, url, REVISIT, status, digest, file, offset, length);
    }

    /** Offset of the first byte behind the record. */
    long end() {
        return offset + length;
    }

    /** The line without its end. Values are strings by custom. */
    public String line() {
        var json = JSON.createObjectNode()
                .put("url", url)
                .put("digest", digest)
                .put("mime", mime)
                .put("filename", file)
                .put("offset", Long.toString(offset))
                .put("length", Long.toString(length))
                .put("status", Integer.toString(status));
        return key + " " + WRITTEN.format(at) + " " + json;
    }

    /** Empty where the line is none; numbers are taken as strings are. */
    public static Optional<IndexedCapture> parse(String line) {
        var first = line.indexOf(' ');
        var second = line.indexOf(' ', first + 1);
        if (first < 1 || second < 0) {
            return Optional.empty();
        }
        try {
            var time = line.substring(first + 1, second);
            var format = time.length() == SECONDS_LENGTH ? SECONDS : WRITTEN;
            var json = JSON.readTree(line.substring(second + 1));
            return Optional.of(new IndexedCapture(
                    line.substring(0, first),
                    format.parse(time, Instant::from),
                    text(json, "url"),
                    text(json, "mime"),
                    (int) number(json, "status"),
                    text(json, "digest"),
                    text(json, "filename"),
                    number(json, "offset"),
                    number(json, "length")));
        } catch (JsonProcessingException | DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText();
    }

    private static long number(JsonNode json, String name) {
        return Long.parseLong(json.path(name).asText());
    }
}
