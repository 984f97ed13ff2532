package ibid.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

/** Values that are said to be identifiers of a scheme and have not even its shape. */
final class Misshapen {
    private static final Pattern LABELLED = Pattern.compile("([A-Za-z]{3,6}):(.*)", Pattern.DOTALL);

    /** What is written where an identifier is not known yet, or is to be filled in. */
    private static final Pattern OPEN = Pattern.compile(
            "\\s*|n/?a\\.?|-+|\\?+|tb[acd]|none|null|nil|unknown|missing|pending|forthcoming|submitted|accepted|in[ _-]press|to[ _-]appear"
                    + "|.*(?:[<>{}$*…]|\\.\\.\\.|x{3,}|n{4,}|\\[[^]]*]).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Misshapen() {}

    /** What a text with a label spells wrongly; empty where it has no label of a scheme, or leaves the value open. */
    static Optional<Identified> read(String text) {
        var labelled = LABELLED.matcher(text);
        if (!labelled.matches() || OPEN.matcher(labelled.group(2)).matches()) {
            return Optional.empty();
        }
        return Scheme.labelled(labelled.group(1))
                .flatMap(scheme -> shape(scheme)
                        .flatMap(why -> scheme.wrong(labelled.group(2).strip(), why)));
    }

    /** What a value lacks; empty for schemes whose word other software begins addresses of its own with. */
    private static Optional<String> shape(Scheme scheme) {
        return switch (scheme) {
            case DOI -> Optional.of("it is no DOI, which has a slash and a name behind its prefix, as 10.1000/182 has");
            case ISBN -> Optional.of("it has not the 10 or 13 digits of an ISBN");
            case ISSN -> Optional.of("it has not the 8 digits of an ISSN");
            case PMID -> Optional.of("it is no number, as every PMID is");
            case PMCID -> Optional.of("it is not PMC and a number");
            case ORCID -> Optional.of("it has not the 16 digits of an ORCID iD");
            case ARXIV, HANDLE, ARK, URN, SWHID, RFC -> Optional.empty();
        };
    }
}
