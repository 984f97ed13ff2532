package ibid.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    private static final byte[] EDGES = HexFormat.of().parseHex("004178797f8090a0bfc0c1c2dfe0e1ecedeeeff0f1f3f4f5ff");

    @Test
    void agreesWithThePlatformOnBytesOfEverySort() {
        var random = new Random(3);
        var valid = 0;
        for (var round = 0; round < 200_000; round++) {
            var bytes = new byte[random.nextInt(12)];
            for (var i = 0; i < bytes.length; i++) {
                bytes[i] = EDGES[random.nextInt(EDGES.length)];
            }
            for (var isCut : new boolean[] {false, true}) {
                var expected = decodes(bytes, isCut) && !(isCut && endsInHalfASurrogate(bytes));
                valid += expected ? 1 : 0;
                assertThat(Utf8.isValid(bytes, 0, bytes.length, isCut))
                        .as("%s, cut: %s", HexFormat.of().formatHex(bytes), isCut)
                        .isEqualTo(expected);
            }
        }
        assertThat(valid).isGreaterThan(1000);
    }

    /** The platform waits for a third byte before it refuses a surrogate, which the second one shows (RFC 3629 section 4). */
    private static boolean endsInHalfASurrogate(byte[] bytes) {
        var last = bytes.length - 1;
        return last > 0 && bytes[last - 1] == (byte) 0xED && (bytes[last] & 0xE0) == 0xA0;
    }

    private static boolean decodes(byte[] bytes, boolean isCut) {
        return !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length + 1), !isCut)
                .isError();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 15, 16, 31})
    void seesOneNulAmongManyBytes(int place) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) 0x81);
        assertThat(Utf8.hasNul(bytes, bytes.length)).isFalse();
        bytes[place] = 0;
        assertThat(Utf8.hasNul(bytes, bytes.length)).isTrue();
        assertThat(Utf8.hasNul(bytes, place)).isFalse();
    }
}
