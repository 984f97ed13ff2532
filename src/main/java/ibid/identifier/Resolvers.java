package ibid.identifier;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where identifiers are resolved. An ISBN or ISSN has no such place: catalogues know some of them, and that one does not list a book
 * proves nothing.
 */
final class Resolvers {
    /** National libraries resolve the names of their own country. */
    private static final Map<String, String> BY_COUNTRY = Map.of(
            "de", "https://nbn-resolving.org/",
            "ch", "https://nbn-resolving.org/",
            "at", "https://resolver.obvsg.at/",
            "fi", "https://urn.fi/",
            "nl", "https://persistent-identifier.nl/",
            "se", "https://urn.kb.se/resolve?urn=");

    /** What stands bare in a path beside letters and digits; all else is escaped, {@code <>#%?;} among it. */
    private static final String BARE = "-._~/:()!$*,@=&'";

    /** Of names that are written as parts of addresses, so that an escape in them is one already. */
    private static final String BARE_AND_ESCAPED = BARE + "%";

    private Resolvers() {}

    static Optional<String> address(Identifier id) {
        var value = id.value();
        return switch (id.scheme()) {
            case DOI ->
                Optional.of("https://doi.org/" + escaped(Doi.shortened(value).orElse(value), BARE));
            case ARXIV -> Optional.of("https://arxiv.org/abs/" + value);
            case PMID -> Optional.of("https://pubmed.ncbi.nlm.nih.gov/" + value + "/");
            case PMCID -> Optional.of("https://pmc.ncbi.nlm.nih.gov/articles/" + value + "/");
            case HANDLE -> Optional.of("https://hdl.handle.net/" + escaped(value, BARE));
            case ARK -> Optional.of("https://n2t.net/" + escaped(value, BARE_AND_ESCAPED));
            case URN -> national(value);
            case ORCID -> Optional.of("https://orcid.org/" + value);
            case SWHID -> Optional.of("https://archive.softwareheritage.org/" + escaped(value, BARE_AND_ESCAPED));
            case RFC -> Optional.of("https://www.rfc-editor.org/rfc/rfc" + value);
            case ISBN, ISSN -> Optional.empty();
        };
    }

    static String inPath(String value) {
        return escaped(value, BARE);
    }

    private static Optional<String> national(String urn) {
        if (!urn.startsWith("urn:nbn:") || urn.length() < 10) {
            return Optional.empty();
        }
        return Optional.ofNullable(BY_COUNTRY.get(urn.substring(8, 10).toLowerCase(Locale.ROOT)))
                .map(resolver -> resolver + escaped(urn, BARE_AND_ESCAPED));
    }

    private static String escaped(String value, String bare) {
        var out = new StringBuilder(value.length() + 16);
        for (var b : value.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xFF);
            if (b >= 0 && (Character.isLetterOrDigit(c) || bare.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return out.toString();
    }
}
