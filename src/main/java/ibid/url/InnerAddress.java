package ibid.url;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that was carried inside another one.
 *
 * @param completed whether a scheme was supplied that is not written there
 */
record InnerAddress(Url url, boolean completed) {
    private static final Pattern SCHEME = Pattern.compile("^https?:/+", Pattern.CASE_INSENSITIVE);

    /** A host as it begins an address without a scheme; bounded, so that no text is searched twice. */
    private static final Pattern BARE = Pattern.compile(
            "^(?:www\\.[^/?#:@\\s]{1,250}|(?:[\\p{L}\\p{N}-]{1,63}\\.){1,10}[\\p{L}]{2,24}(?::\\d{1,5})?(?=/))",
            Pattern.CASE_INSENSITIVE);

    private static final String NEVER_BARE = "\"<>\\^`{|}";

    /** The complete web address that a text is; empty where it is none, or a part of one. */
    static Optional<InnerAddress> of(String text) {
        if (text.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            return Optional.empty();
        }
        var bare = text.strip();
        var scheme = SCHEME.matcher(bare);
        if (scheme.find()) {
            // Servers and writers fold the slashes of an address that stands in a path.
            var rest = bare.substring(scheme.end());
            var name = bare.substring(0, bare.indexOf(':'));
            return complete(name + "://" + rest, false);
        }
        if (bare.startsWith("//")) {
            return complete("https:" + bare, true);
        }
        return BARE.matcher(bare).find() ? complete("http://" + bare, true) : Optional.empty();
    }

    private static Optional<InnerAddress> complete(String text, boolean completed) {
        // A name of one label is what is left of a host that was cut.
        return Url.parse(text)
                .filter(url -> url.host().indexOf('.') > 0 || url.host().indexOf(':') >= 0)
                .filter(url -> !hasCutEscape(text))
                .map(url -> new InnerAddress(spelledToStand(text, url), completed));
    }

    private static boolean hasCutEscape(String text) {
        return text.indexOf('%', Math.max(0, text.length() - 2)) >= 0;
    }

    /** The text itself where it can stand in a document as it is, else the parser's spelling. */
    private static Url spelledToStand(String text, Url url) {
        var stands = text.chars().allMatch(c -> c > ' ' && c < 0x7F && NEVER_BARE.indexOf(c) < 0);
        return stands ? url : Url.parse(url.parsed().toString()).orElse(url);
    }
}
