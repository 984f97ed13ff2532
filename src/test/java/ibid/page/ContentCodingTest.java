package ibid.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ContentCodingTest {
    private static final int LIMIT = 100_000;

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] bytes, boolean raw) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(out, new Deflater(9, raw))) {
            deflate.write(bytes);
        }
        return out.toByteArray();
    }

    private static String text(byte[] sent, String... codings) {
        return new String(ContentCoding.decoded(sent, List.of(codings), LIMIT), StandardCharsets.UTF_8);
    }

    @Test
    void undoesEveryCodingThatIsAskedFor() throws IOException {
        var body = "héllo".getBytes(StandardCharsets.UTF_8);
        assertThat(text(body)).isEqualTo("héllo");
        assertThat(text(body, "identity")).isEqualTo("héllo");
        assertThat(text(gzip(body), "GZIP")).isEqualTo("héllo");
        assertThat(text(gzip(body), "x-gzip")).isEqualTo("héllo");
        assertThat(text(deflate(body, false), "deflate")).isEqualTo("héllo");
        assertThat(text(deflate(body, true), "deflate")).isEqualTo("héllo");
        // An uncompressed meta-block (RFC 7932 section 9.2) that holds "hello", then an empty last one.
        assertThat(text(HexFormat.of().parseHex("0b028068656c6c6f03"), "br")).isEqualTo("hello");
        assertThat(text(gzip(deflate(body, false)), "deflate, gzip")).isEqualTo("héllo");
        assertThat(text(gzip(deflate(body, false)), "deflate", "gzip")).isEqualTo("héllo");
    }

    @Test
    void aCutBodyGivesWhatCameBeforeTheCut() throws IOException {
        var random = new StringBuilder();
        for (var i = 0; i < 20_000; i++) {
            random.append(i * 7919 % 10_007).append(' ');
        }
        var coded = gzip(random.toString().getBytes(StandardCharsets.UTF_8));
        var cut = text(Arrays.copyOf(coded, coded.length / 2), "gzip");
        assertThat(random.toString()).startsWith(cut);
        assertThat(cut).hasSizeGreaterThan(1000);
    }

    @Test
    void whatIsNotInItsCodingGivesNothing() {
        var plain = "plain".getBytes(StandardCharsets.UTF_8);
        for (var coding : List.of("gzip", "br", "deflate", "zstd", "gzip,gzip,gzip,gzip")) {
            assertThat(text(plain, coding)).as(coding).isEmpty();
        }
    }

    @Test
    void aBombStaysSmall() throws IOException {
        var bomb = gzip(gzip(new byte[50 << 20]));
        assertThat(ContentCoding.decoded(bomb, List.of("gzip, gzip"), LIMIT)).hasSize(LIMIT);
    }
}
