package ibid.web;

import java.util.List;

/** The bytes of a response body as sent: transfer coding undone, content coding (gzip, br) kept. */
public final class Body {
    public static final Body EMPTY = new Body(new byte[0]);

    private final byte[] bytes;

    /** Takes the bytes over; the caller does not change them any more. */
    public Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes themselves, not a copy: not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return bytes.length;
    }

    /**
     * The bytes with the content codings of {@code headers} undone: gzip, deflate and br, at most three on one another.
     *
     * <p>Never fails: of a broken or cut body the part before the broken place is given, and a coding that is not known
     * is left on.
     *
     * @param headers the response's, of which {@code Content-Encoding} counts
     * @param maxBytes most bytes of the result; what would go beyond is cut off, so that a small body cannot become an
     *     immense one
     */
    public Body decoded(List<Header> headers, int maxBytes) {
        var decoded = ContentDecoder.decode(bytes, headers, maxBytes);
        return decoded == bytes ? this : new Body(decoded);
    }
}
