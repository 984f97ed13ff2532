package ibid.citation;

import ibid.citation.PassedOver.Why;
import ibid.config.Settings;
import ibid.url.CanonicalKey;
import ibid.url.Level;
import ibid.url.Url;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which citations the call wants passed over: by what they look like in the document, or by the address they mean. */
final class CitationFilter {
    private final List<Pattern> include;
    private final List<Pattern> exclude;

    CitationFilter(Settings.Documents settings) {
        this.include = settings.include().stream().map(Pattern::compile).toList();
        this.exclude = settings.exclude().stream().map(Pattern::compile).toList();
    }

    /**
     * Why a citation is left out, if it is.
     *
     * @param text as it stands in the document: what a user sees is what a pattern is written for
     */
    Optional<PassedOver> leavesOut(String text, String cited) {
        if (include.isEmpty() && exclude.isEmpty()) {
            return Optional.empty();
        }
        var address =
                Url.parse(cited).map(url -> CanonicalKey.of(url, Level.ADDRESS)).orElse(cited);
        for (var pattern : exclude) {
            if (matches(pattern, text, cited, address)) {
                return excluded("the address matches the exclusion \"" + pattern + "\"");
            }
        }
        return include.isEmpty() || include.stream().anyMatch(pattern -> matches(pattern, text, cited, address))
                ? Optional.empty()
                : excluded("the address matches none of the inclusions");
    }

    private static boolean matches(Pattern pattern, String... spellings) {
        for (var spelling : spellings) {
            if (pattern.matcher(spelling).find()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<PassedOver> excluded(String reason) {
        return Optional.of(new PassedOver(Why.EXCLUDED, reason));
    }
}
