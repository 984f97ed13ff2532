package ibid.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Values of much text, with their bytes compressed; what unpacks to more than 4 MiB is read as nothing. */
public final class Packed<V> implements Codec<V> {
    private static final int MOST_BYTES = 1 << 22;

    private final Codec<V> codec;

    public Packed(Codec<V> codec) {
        this.codec = codec;
    }

    @Override
    public byte[] bytes(V value) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            out.write(codec.bytes(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public Optional<V> value(byte[] bytes) {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            var unpacked = in.readNBytes(MOST_BYTES + 1);
            return unpacked.length > MOST_BYTES ? Optional.empty() : codec.value(unpacked);
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }
}
