package ibid.citation;

import ibid.identifier.Identifiers;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Identifiers that begin with a scheme of their own: {@code urn:}, {@code ark:}, {@code swh:}. */
final class NamedIdentifier {
    private static final Set<String> NAMES = Set.of("urn", "ark", "swh");

    /**
     * How they go on. Of URNs the namespaces that name something to read: those of programs, such as uuid and oid, name no source.
     */
    private static final Pattern GOES_ON = Pattern.compile(
            "urn:(?:(?:isbn|issn|doi):\\d|(?:nbn|ietf|lex):[a-z]{2})|ark:/?\\d{5,9}/|swh:1:[a-z]{3}:\\w{30}",
            Pattern.CASE_INSENSITIVE);

    private static final ShortWords SHORT_NAMES = new ShortWords(NAMES);
    private static final int LENGTH = 3;

    private NamedIdentifier() {}

    /** Whether a scheme ends at the colon. */
    static boolean mayEnd(String text, int colon) {
        return colon >= LENGTH && SHORT_NAMES.mayHold(text, colon - LENGTH, colon);
    }

    /** The identifier whose scheme ends at this colon. */
    static Optional<Found> before(String text, int colon) {
        var start = colon - LENGTH;
        if (!mayEnd(text, colon)
                || !NAMES.contains(text.substring(start, colon).toLowerCase(Locale.ROOT))
                || !IdentifierLabel.isBoundary(text, start)
                || IdentifierValue.lookingAt(GOES_ON, text, start) < 0) {
            return Optional.empty();
        }
        var end = IdentifierValue.ofName(text, start);
        var cited = UrlFinder.cited(text.substring(start, end));
        return Identifiers.parse(cited).map(id -> Found.of(CitationKind.IDENTIFIER, start, end, cited));
    }
}
