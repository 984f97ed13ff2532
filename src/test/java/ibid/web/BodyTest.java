package ibid.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
    private static final String TEXT = "The quick brown fox. ".repeat(200);
    private static final int CAP = 1 << 20;

    private interface Packer {
        OutputStream over(OutputStream out) throws IOException;
    }

    private static byte[] packed(byte[] bytes, Packer packer) {
        var out = new ByteArrayOutputStream();
        try (var packing = packer.over(out)) {
            packing.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) {
        return packed(bytes, GZIPOutputStream::new);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String decoded(byte[] bytes, String coding) {
        return new String(
                new Body(bytes)
                        .decoded(List.of(new Header("content-ENCODING", coding)), CAP)
                        .bytes(),
                StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP", " gzip ", "identity, gzip"})
    void gzipIsUndone(String coding) {
        assertThat(decoded(gzip(utf8(TEXT)), coding)).isEqualTo(TEXT);
    }

    @Test
    void deflateIsUndoneWithAndWithoutItsWrapping() {
        assertThat(decoded(packed(utf8(TEXT), DeflaterOutputStream::new), "deflate"))
                .isEqualTo(TEXT);
        var bare = packed(utf8(TEXT), out -> new DeflaterOutputStream(out, new Deflater(9, true)));
        assertThat(decoded(bare, "deflate")).isEqualTo(TEXT);
    }

    @Test
    void brotliIsUndone() {
        // RFC 7932 by hand: one uncompressed meta-block "hello" and the empty last one.
        var packed = new byte[] {0x0b, 0x02, (byte) 0x80, 'h', 'e', 'l', 'l', 'o', 0x03};
        assertThat(decoded(packed, "br")).isEqualTo("hello");
    }

    @Test
    void codingsOnOneAnotherAreUndoneLastFirst() {
        var packed = gzip(packed(utf8(TEXT), DeflaterOutputStream::new));
        assertThat(decoded(packed, "deflate, gzip")).isEqualTo(TEXT);
    }

    @Test
    void theResultNeverGrowsBeyondTheCap() {
        var bomb = gzip(gzip(new byte[50_000_000]));
        assertThat(bomb.length).isLessThan(2000);
        var body = new Body(bomb).decoded(List.of(new Header("Content-Encoding", "gzip, gzip")), 10_000);
        assertThat(body.size()).isLessThanOrEqualTo(10_000);
        var one = new Body(gzip(new byte[5_000_000])).decoded(List.of(new Header("Content-Encoding", "gzip")), 10_000);
        assertThat(one.size()).isEqualTo(10_000);
    }

    @Test
    void moreThanThreeCodingsAreLeftOn() {
        var packed = gzip(gzip(gzip(gzip(utf8(TEXT)))));
        assertThat(new Body(packed)
                        .decoded(List.of(new Header("Content-Encoding", "gzip, gzip, gzip, gzip")), CAP)
                        .bytes())
                .isEqualTo(packed);
    }

    @Test
    void aBrokenTailLeavesWhatCameBefore() {
        var packed = gzip(utf8(TEXT));
        assertThat(decoded(Arrays.copyOf(packed, packed.length - 8), "gzip")).isEqualTo(TEXT);
        assertThat(TEXT).startsWith(decoded(Arrays.copyOf(packed, packed.length / 2), "gzip"));
        packed[packed.length - 6] ^= 1;
        assertThat(decoded(packed, "gzip")).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd", "", ",,,", "compress"})
    void whatIsNotCodedAtAllIsNoError(String coding) {
        for (var text : List.of("", "x", "<html>plain</html>")) {
            var result = decoded(utf8(text), coding);
            if (!coding.equals("br") && !coding.equals("deflate")) {
                assertThat(result).isEqualTo(text);
            }
        }
        var noise = Base64.getMimeDecoder().decode("H4sIAAAAAAAA/////////////////wAAAAAAAAAA".repeat(20));
        assertThat(new Body(noise).decoded(List.of(new Header("Content-Encoding", coding)), CAP))
                .isNotNull();
    }
}
