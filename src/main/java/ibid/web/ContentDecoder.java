package ibid.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** Undoes content codings (RFC 9110 section 8.4), bounded and lenient: what could be decoded is given. */
final class ContentDecoder {
    /** More codings on one body are an attack: each multiplies its size. */
    private static final int MOST_CODINGS = 3;

    private ContentDecoder() {}

    static byte[] decode(byte[] bytes, List<Header> headers, int most) {
        var codings = codings(headers);
        if (codings.size() > MOST_CODINGS) {
            return bytes;
        }
        var decoded = bytes;
        // The last coding named was applied last.
        for (var i = codings.size() - 1; i >= 0; i--) {
            decoded = undo(codings.get(i), decoded, most);
        }
        return decoded;
    }

    private static List<String> codings(List<Header> headers) {
        var codings = new ArrayList<String>();
        for (var header : headers) {
            if (header.name().equalsIgnoreCase("Content-Encoding")) {
                for (var part : header.value().split(",", MOST_CODINGS + 2)) {
                    var coding = part.strip().toLowerCase(Locale.ROOT);
                    if (!coding.isEmpty() && !coding.equals("identity")) {
                        codings.add(coding);
                    }
                }
            }
        }
        return codings;
    }

    private interface Opener {
        InputStream open(InputStream coded) throws IOException;
    }

    private static byte[] undo(String coding, byte[] coded, int most) {
        return switch (coding) {
            // Servers name gzip over a plain body; the magic number tells (RFC 1952 section 2.3.1).
            case "gzip", "x-gzip" -> isGzip(coded) ? read(coded, GZIPInputStream::new, most) : coded;
            case "deflate" -> inflate(coded, most);
            case "br" -> read(coded, BrotliInputStream::new, most);
            default -> coded;
        };
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    }

    /** Means zlib's format (RFC 9110 section 8.4.1.2), but some servers send the bare stream. */
    private static byte[] inflate(byte[] coded, int most) {
        var zlib =
                coded.length > 1 && (coded[0] & 0x0f) == 8 && (((coded[0] & 0xff) << 8) | (coded[1] & 0xff)) % 31 == 0;
        var inflater = new Inflater(!zlib);
        try {
            return read(coded, in -> new InflaterInputStream(in, inflater), most);
        } finally {
            inflater.end();
        }
    }

    private static byte[] read(byte[] coded, Opener opener, int most) {
        var decoded = new ByteArrayOutputStream(Math.min(most, Math.max(512, coded.length * 2)));
        var buffer = new byte[8192];
        try (var in = opener.open(new ByteArrayInputStream(coded))) {
            while (decoded.size() < most) {
                var count = in.read(buffer, 0, Math.min(buffer.length, most - decoded.size()));
                if (count < 0) {
                    break;
                }
                decoded.write(buffer, 0, count);
            }
        } catch (IOException | RuntimeException brokenTail) {
            // What came before the broken place is worth having; the brotli decoder also fails with runtime exceptions.
        }
        return decoded.toByteArray();
    }
}
