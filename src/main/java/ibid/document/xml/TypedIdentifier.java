package ibid.document.xml;

import ibid.document.ExplicitLink;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Identifiers that XML spells by type and value: {@code <pub-id pub-id-type="doi">10.1000/1</pub-id>}. */
final class TypedIdentifier {
    private static final Map<String, String> SCHEMES = Map.ofEntries(
            Map.entry("doi", "doi:"),
            Map.entry("pmid", "pmid:"),
            Map.entry("pmcid", "pmcid:"),
            Map.entry("pmc", "pmcid:"),
            Map.entry("arxiv", "arXiv:"),
            Map.entry("isbn", "isbn:"),
            Map.entry("issn", "issn:"),
            Map.entry("handle", "hdl:"),
            Map.entry("hdl", "hdl:"));

    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]{1,20}:.*");

    private TypedIdentifier() {}

    /** A link whose destination is a value, as one that names its scheme; empty where the type is none that can be looked up. */
    static Optional<ExplicitLink> link(String type, ExplicitLink value) {
        return destination(type, value.destination())
                .map(id -> new ExplicitLink(value.kind(), id, value.start(), value.end(), ""));
    }

    private static Optional<String> destination(String type, String value) {
        var scheme = SCHEMES.get(type.toLowerCase(Locale.ROOT));
        if (scheme == null || value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(SCHEME.matcher(value).matches() ? value : scheme + value);
    }
}
