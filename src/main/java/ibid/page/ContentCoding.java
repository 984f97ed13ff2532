package ibid.page;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** Undoes {@code Content-Encoding} (RFC 9110 section 8.4): gzip, deflate and br. */
public final class ContentCoding {
    /** Nobody codes a body more often; who does wants our time. */
    private static final int MOST_CODINGS = 3;

    private static final int CHUNK = 8192;

    private ContentCoding() {}

    /**
     * The body as it was before its codings, as far as it can be read: a body that was cut gives its first part, one
     * in an unknown coding gives nothing.
     *
     * @param codings values of the {@code Content-Encoding} headers, in order
     * @param limit most bytes to give back; it holds after every coding, so a small bomb stays small
     */
    public static byte[] decoded(byte[] sent, List<String> codings, int limit) {
        var names = codings.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && !name.equals("identity"))
                .toList();
        if (names.size() > MOST_CODINGS) {
            return new byte[0];
        }
        var bytes = sent;
        for (var i = names.size() - 1; i >= 0; i--) {
            bytes = undone(names.get(i), bytes, limit);
        }
        return bytes.length > limit ? Arrays.copyOf(bytes, limit) : bytes;
    }

    private static byte[] undone(String coding, byte[] bytes, int limit) {
        return switch (coding) {
            case "gzip", "x-gzip" -> read(bytes, limit, GZIPInputStream::new);
            case "br" -> read(bytes, limit, BrotliInputStream::new);
            case "deflate" -> {
                var wrapped = read(bytes, limit, InflaterInputStream::new);
                // Half of the servers that say deflate leave the zlib wrapper out (RFC 9110 section 8.4.1.2).
                yield wrapped.length > 0
                        ? wrapped
                        : read(bytes, limit, in -> new InflaterInputStream(in, new Inflater(true)));
            }
            default -> new byte[0];
        };
    }

    private static byte[] read(byte[] bytes, int limit, Opening opening) {
        var out = new ByteArrayOutputStream(Math.min(limit, bytes.length * 3));
        try (var in = opening.open(new ByteArrayInputStream(bytes))) {
            var chunk = new byte[CHUNK];
            for (var n = in.read(chunk); n > 0 && out.size() < limit; n = in.read(chunk)) {
                out.write(chunk, 0, Math.min(n, limit - out.size()));
            }
        } catch (IOException e) {
            // A cut or broken body still says something with what came before the break.
            return out.toByteArray();
        }
        return out.toByteArray();
    }

    /** Opens a decoding stream. */
    private interface Opening {
        InputStream open(InputStream in) throws IOException;
    }
}
