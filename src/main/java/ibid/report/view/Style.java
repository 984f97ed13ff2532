package ibid.report.view;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page's style sheet and the policy that allows it and nothing else.
 *
 * @param css stands in the page exactly so, or its hash does not hold
 */
public record Style(String css) {

    /** Content Security Policy: no script, no network, one style sheet (CSP Level 3 section 6.7.3). */
    public String policy() {
        return "default-src 'none'; style-src 'sha256-" + hash()
                + "'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
