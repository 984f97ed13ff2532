package ibid.document;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Tells UTF-8 from other bytes (RFC 3629), eight at a time where they are ASCII, without making characters of them. */
final class Utf8 {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long LOW_BITS = 0x0101_0101_0101_0101L;

    private Utf8() {}

    /**
     * Whether a range of bytes is UTF-8.
     *
     * @param isCut whether the last character may be incomplete
     */
    static boolean isValid(byte[] bytes, int from, int to, boolean isCut) {
        var at = asciiEnd(bytes, from, to);
        while (at < to) {
            var length = lengthOf(bytes[at] & 0xFF);
            if (length == 0) {
                return false;
            }
            for (var i = 1; i < length; i++) {
                if (at + i == to) {
                    return isCut;
                }
                if (!continues(bytes[at] & 0xFF, bytes[at + i] & 0xFF, i)) {
                    return false;
                }
            }
            at += length;
            if (at < to && bytes[at] >= 0) {
                at = asciiEnd(bytes, at, to);
            }
        }
        return true;
    }

    private static int asciiEnd(byte[] bytes, int from, int to) {
        var at = from;
        while (at + Long.BYTES <= to && ((long) LONGS.get(bytes, at) & HIGH_BITS) == 0) {
            at += Long.BYTES;
        }
        while (at < to && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /** Bytes of the character that begins with this one; 0 where none does. */
    private static int lengthOf(int first) {
        if (first < 0x80) {
            return 1;
        }
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }

    /** The second byte has narrower bounds where longer forms, surrogates and what is beyond U+10FFFF begin (section 4). */
    private static boolean continues(int first, int next, int index) {
        var least = index > 1 ? 0x80 : first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        var most = index > 1 ? 0xBF : first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        return next >= least && next <= most;
    }

    /** Whether a NUL is among the first bytes. */
    static boolean hasNul(byte[] bytes, int length) {
        var at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            var eight = (long) LONGS.get(bytes, at);
            if (((eight - LOW_BITS) & ~eight & HIGH_BITS) != 0) {
                return true;
            }
        }
        for (; at < length; at++) {
            if (bytes[at] == 0) {
                return true;
            }
        }
        return false;
    }
}
