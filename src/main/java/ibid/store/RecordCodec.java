package ibid.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.util.Optional;

/**
 * A record to bytes and back, component by component, the records in it too.
 *
 * <p>Before the value stands a checksum of the record's shape, the names and types of all its components: what a version
 * wrote whose records had another shape is read as nothing, never wrongly, and nobody has to count versions. A component
 * may be of {@link String}, {@code int}, {@code long}, {@code double}, {@code boolean}, {@link java.time.Instant},
 * {@link java.time.LocalDate}, {@link java.util.OptionalInt}, an enum, a record, or {@link Optional}, {@link
 * java.util.List} or {@link java.util.Set} of these.
 */
public final class RecordCodec<V extends Record> implements Codec<V> {
    private final Class<V> type;
    private final Kind kind;
    private final int shape;

    /** @throws IllegalArgumentException where a component is of another type */
    public RecordCodec(Class<V> type) {
        this.type = type;
        this.kind = Kind.of(type);
        this.shape = kind.shape().hashCode();
    }

    @Override
    public byte[] bytes(V value) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(shape);
            kind.write(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public Optional<V> value(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        try {
            if (in.getInt() != shape) {
                return Optional.empty();
            }
            var value = type.cast(kind.read(in));
            return in.hasRemaining() ? Optional.empty() : Optional.of(value);
        } catch (BufferUnderflowException | IllegalArgumentException | DateTimeException damaged) {
            return Optional.empty();
        }
    }
}
