package ibid.report.view;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page's own style sheet and script, and the policy that allows them and nothing else.
 *
 * @param css stands in the page exactly so, or its hash does not hold
 * @param script as {@code css}
 */
public record Assets(String css, String script) {

    /** Content Security Policy: no network, one style sheet, one script (CSP Level 3 section 6.7.3). */
    public String policy() {
        return "default-src 'none'; script-src " + hash(script) + "; style-src " + hash(css)
                + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
