package ibid.web;

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
}
