package ibid.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
    private record Inner(String name, OptionalInt number) {
        Inner {
            if (name.equals("no")) {
                throw new IllegalArgumentException("no");
            }
        }
    }

    private record Outer(
            String text,
            int small,
            long large,
            double part,
            boolean flag,
            Instant at,
            LocalDate day,
            DayOfWeek weekday,
            Optional<Inner> perhaps,
            List<Inner> several,
            Set<DayOfWeek> days) {}

    private static final Outer FULL = new Outer(
            "ü𝄞\u0000",
            -1,
            Long.MIN_VALUE,
            0.1,
            true,
            Instant.parse("2026-11-22T10:00:00.123456789Z"),
            LocalDate.of(1999, 12, 31),
            DayOfWeek.FRIDAY,
            Optional.of(new Inner("a", OptionalInt.of(7))),
            List.of(new Inner("", OptionalInt.empty()), new Inner("b", OptionalInt.of(0))),
            Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY));

    private final RecordCodec<Outer> codec = new RecordCodec<>(Outer.class);

    @Test
    void everyComponentComesBack() {
        var bare = new Outer(
                "",
                0,
                0,
                0,
                false,
                Instant.EPOCH,
                LocalDate.EPOCH,
                DayOfWeek.MONDAY,
                Optional.empty(),
                List.of(),
                Set.of());
        assertThat(codec.value(codec.bytes(FULL))).contains(FULL);
        assertThat(codec.value(codec.bytes(bare))).contains(bare);
    }

    @Test
    void whatIsCutOrGoesOnIsNothing() {
        var bytes = codec.bytes(FULL);
        for (var length = 0; length < bytes.length; length++) {
            assertThat(codec.value(Arrays.copyOf(bytes, length))).isEmpty();
        }
        assertThat(codec.value(Arrays.copyOf(bytes, bytes.length + 1))).isEmpty();
    }

    @Test
    void noByteThatIsWrongEndsTheProgram() {
        var bytes = codec.bytes(FULL);
        for (var at = 0; at < bytes.length; at++) {
            for (var wrong : new byte[] {0, 1, 0x7f, -1, -128}) {
                var damaged = bytes.clone();
                damaged[at] = wrong;
                // Whether a value comes of it depends on the byte; that nothing is thrown does not.
                assertThat(codec.value(damaged)).isNotNull();
            }
        }
    }

    @Test
    void whatARecordRefusesIsNothing() {
        var inner = new RecordCodec<>(Inner.class);
        var bytes = inner.bytes(new Inner("on", OptionalInt.empty()));
        bytes[8] = 'n';
        bytes[9] = 'o';
        assertThat(inner.value(bytes)).isEmpty();
    }

    /** A holder, so that two records may have the same name. */
    private static final class Later {
        private record Inner(String name, OptionalInt count) {}
    }

    @Test
    void aRecordOfAnotherShapeIsNothing() {
        var bytes = new RecordCodec<>(Inner.class).bytes(new Inner("a", OptionalInt.of(1)));
        assertThat(new RecordCodec<>(Later.Inner.class).value(bytes)).isEmpty();
    }

    private record Foreign(URI address) {}

    private record Pairs(java.util.Map<String, String> pairs) {}

    @Test
    void whatItCannotWriteIsRefusedWhenItIsMade() {
        assertThatThrownBy(() -> new RecordCodec<>(Foreign.class)).hasMessage("no way to keep a java.net.URI");
        assertThatThrownBy(() -> new RecordCodec<>(Pairs.class)).hasMessage("no way to keep a java.util.Map");
    }
}
