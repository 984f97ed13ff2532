package ibid.citation;

import ibid.document.ExplicitLink;
import ibid.identifier.Identifiers;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What kind of citation a link that the markup spells out is, by its destination. */
final class Destination {
    /** Content or code, not a place where something is: there is nothing to check, archive or find again. */
    private static final Set<String> NOT_CITED = Set.of("data", "javascript", "vbscript", "about", "blob");

    private Destination() {}

    /** Empty for destinations that cite nothing: empty ones, and those that are content or code themselves. */
    static Optional<CitationKind> kindOf(ExplicitLink link) {
        var destination = link.destination().strip();
        if (destination.isEmpty()) {
            return Optional.empty();
        }
        var scheme = scheme(destination);
        if (NOT_CITED.contains(scheme)) {
            return Optional.empty();
        }
        var isMail = scheme.equals("mailto")
                || (link.kind() == ExplicitLink.Kind.AUTOLINK && scheme.isEmpty() && destination.indexOf('@') > 0);
        if (isMail) {
            return Optional.of(CitationKind.MAIL);
        }
        if (isIdentifier(link, scheme, destination)) {
            return Optional.of(CitationKind.IDENTIFIER);
        }
        var isWww = link.kind() == ExplicitLink.Kind.AUTOLINK && destination.regionMatches(true, 0, "www.", 0, 4);
        if (scheme.equals("file") || (scheme.isEmpty() && !destination.startsWith("//") && !isWww)) {
            return Optional.of(CitationKind.FILE);
        }
        return Optional.of(
                switch (link.kind()) {
                    case LINK -> CitationKind.LINK;
                    case IMAGE -> CitationKind.IMAGE;
                    case REFERENCE -> CitationKind.REFERENCE;
                    case AUTOLINK -> CitationKind.BARE_URL;
                });
    }

    /** {@code <doi:10.1000/1>}, or a bibliography's field that holds {@code 10.1000/1}. */
    private static boolean isIdentifier(ExplicitLink link, String scheme, String destination) {
        return link.kind() == ExplicitLink.Kind.AUTOLINK
                && !scheme.startsWith("http")
                && Identifiers.parse(destination).isPresent();
    }

    /** Lower-case scheme (RFC 3986 section 3.1); empty for relative destinations, {@code C:\} and {@code notes.md:12}. */
    private static String scheme(String destination) {
        // Nearly every destination that has one has this.
        if (destination.startsWith("https:")) {
            return "https";
        }
        var colon = destination.indexOf(':');
        if (colon < 2 || !Character.isLetter(destination.charAt(0))) {
            return "";
        }
        for (var i = 0; i < colon; i++) {
            var c = destination.charAt(i);
            if (!UrlChars.isAsciiAlphanumeric(c) && c != '+' && c != '-') {
                return "";
            }
        }
        return destination.substring(0, colon).toLowerCase(Locale.ROOT);
    }
}
