package ibid.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/** Bytes with the time at which they were put, in milliseconds before them, so that the oldest can be told. */
final class Stamped {
    private Stamped() {}

    static byte[] at(Instant now, byte[] value) {
        return ByteBuffer.allocate(Long.BYTES + value.length)
                .putLong(now.toEpochMilli())
                .put(value)
                .array();
    }

    static byte[] value(byte[] stamped) {
        return Arrays.copyOfRange(stamped, Math.min(Long.BYTES, stamped.length), stamped.length);
    }

    static long time(byte[] stamped) {
        return stamped.length < Long.BYTES ? 0 : ByteBuffer.wrap(stamped).getLong();
    }
}
