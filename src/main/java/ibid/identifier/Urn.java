package ibid.identifier;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Uniform Resource Name (RFC 8141). Those that only wrap another identifier are spellings of that one. */
final class Urn {
    private static final Pattern SHAPE = Pattern.compile(
            "urn:([a-z0-9][a-z0-9-]{0,30}[a-z0-9]):([a-z0-9._~!$&'()*+,;=:@%/-]+)((?:[?#].*)?)",
            Pattern.CASE_INSENSITIVE);

    private Urn() {}

    static Optional<Identified> read(String text) {
        var shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        var namespace = shape.group(1).toLowerCase(Locale.ROOT);
        var name = shape.group(2);
        // What follows ? and # is no part of the name (RFC 8141 section 3).
        return switch (namespace) {
            case "isbn" -> Scheme.ISBN.read(name);
            case "issn" -> Scheme.ISSN.read(name);
            case "doi" -> Scheme.DOI.read(name);
            case "nbn" -> Scheme.URN.right("urn:nbn:" + nationalName(name));
            case "ietf" -> ietf(name);
            default -> Scheme.URN.right("urn:" + namespace + ":" + name);
        };
    }

    private static Optional<Identified> ietf(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return (lower.startsWith("rfc:") ? Scheme.RFC.read(lower.substring(4)) : Optional.<Identified>empty())
                .or(() -> Scheme.URN.right("urn:ietf:" + lower));
    }

    /** The prefix before the first hyphen has no case (RFC 8458 section 4.2). */
    private static String nationalName(String name) {
        var hyphen = name.indexOf('-');
        var end = hyphen < 0 ? name.length() : hyphen;
        return name.substring(0, end).toLowerCase(Locale.ROOT) + name.substring(end);
    }
}
