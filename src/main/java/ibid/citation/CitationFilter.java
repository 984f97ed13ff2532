package ibid.citation;

import ibid.citation.PassedOver.Why;
import ibid.config.DocumentTable;
import ibid.config.Settings;
import ibid.url.CanonicalKey;
import ibid.url.Level;
import ibid.url.Url;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which citations the call wants passed over: by what they look like in the document, or by the address they mean. */
final class CitationFilter {
    private final List<Pattern> include;
    private final List<Pattern> exclude;
    private final List<DocumentTable> tables;

    CitationFilter(Settings.Documents settings) {
        this(
                settings.include().stream().map(Pattern::compile).toList(),
                settings.exclude().stream().map(Pattern::compile).toList(),
                settings.tables());
    }

    private CitationFilter(List<Pattern> include, List<Pattern> exclude, List<DocumentTable> tables) {
        this.include = include;
        this.exclude = exclude;
        this.tables = tables;
    }

    /** With what is said of this document alone. */
    CitationFilter of(String document) {
        var also = tables.stream()
                .filter(table -> !table.exclude().isEmpty() && table.holds(document))
                .findFirst();
        return also.map(table -> new CitationFilter(
                        include,
                        Stream.concat(exclude.stream(), table.exclude().stream())
                                .toList(),
                        List.of()))
                .orElse(this);
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
