package ibid.archive;

import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The block of a record: a header, then the first {@code bodyBytes} of {@code body}, which is not copied.
 *
 * <p>Digests are {@code sha256:} and lower-case hexadecimal: the form of the report, the one that warcio writes by itself
 * and that jwarc and warcio's checkers read.
 */
final class Block {
    private final byte[] head;
    private final byte[] body;
    private final int bodyBytes;
    private final String digest;
    private final String payloadDigest;

    Block(byte[] head, byte[] body, int bodyBytes) {
        this.head = head;
        this.body = body;
        this.bodyBytes = bodyBytes;
        var whole = sha256();
        whole.update(head);
        whole.update(body, 0, bodyBytes);
        var payload = sha256();
        payload.update(body, 0, bodyBytes);
        this.digest = text(whole);
        this.payloadDigest = text(payload);
    }

    static Block of(byte[] bytes) {
        return new Block(bytes, new byte[0], 0);
    }

    /** The header alone. */
    Block withoutBody() {
        return of(head);
    }

    /** Bytes of the body. */
    int payloadLength() {
        return bodyBytes;
    }

    /** Of header and body. */
    String digest() {
        return digest;
    }

    /** Of the body with its content coding, also where it is empty. */
    String payloadDigest() {
        return payloadDigest;
    }

    long length() {
        return (long) head.length + bodyBytes;
    }

    /** Header, then body. Unlike the platform's channels this one does not close when the reading thread is interrupted. */
    ReadableByteChannel channel() {
        var parts = List.of(ByteBuffer.wrap(head), ByteBuffer.wrap(body, 0, bodyBytes));
        return new ReadableByteChannel() {
            @Override
            public int read(ByteBuffer into) {
                for (var part : parts) {
                    if (part.hasRemaining()) {
                        var length = Math.min(part.remaining(), into.remaining());
                        into.put(part.slice(part.position(), length));
                        part.position(part.position() + length);
                        return length;
                    }
                }
                return -1;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
    }

    private static String text(MessageDigest digest) {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
