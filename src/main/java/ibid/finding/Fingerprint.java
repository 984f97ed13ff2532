package ibid.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for a problem that stays the same when lines move, documents grow or messages are reworded. */
final class Fingerprint {
    private static final int BYTES = 10;

    private Fingerprint() {}

    /** The fingerprint of a rule that found fault with what {@code subject} names. */
    static String of(RuleId rule, String... subject) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(rule.label().getBytes(StandardCharsets.UTF_8));
            for (var part : subject) {
                digest.update((byte) 0);
                digest.update(part.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
