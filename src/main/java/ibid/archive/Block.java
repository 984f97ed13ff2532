package ibid.archive;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The block of a record: an HTTP header, then the first {@code bodyBytes} of {@code body}, which is not copied.
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

    /** Of header and body. */
    String digest() {
        return digest;
    }

    /** Of the body with its content coding, also where it is empty. */
    String payloadDigest() {
        return payloadDigest;
    }

    static String digest(byte[] bytes) {
        var digest = sha256();
        digest.update(bytes);
        return text(digest);
    }

    long length() {
        return (long) head.length + bodyBytes;
    }

    InputStream stream() {
        return new SequenceInputStream(new ByteArrayInputStream(head), new ByteArrayInputStream(body, 0, bodyBytes));
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
