package ibid.report.view;

import java.util.Optional;

/**
 * An address to show, and to follow where that is safe.
 *
 * @param text harmless
 * @param href empty where the page must not link to it
 */
public record Address(String text, Optional<String> href) {
    static Address of(String url) {
        return new Address(Shown.text(url), Shown.href(url));
    }
}
