package ibid.identifier;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A kind of identifier. */
public enum Scheme {
    DOI("doi:", "doi:", false),
    ARXIV("arxiv:", "arXiv:", false),
    PMID("pmid:", "PMID ", false),
    PMCID("pmcid:", "", false),
    ISBN("isbn:", "ISBN ", true),
    ISSN("issn:", "ISSN ", true),
    HANDLE("hdl:", "hdl:", false),
    ARK("", "", false),
    URN("", "", false),
    ORCID("orcid:", "ORCID ", true),
    SWHID("", "", false),
    RFC("rfc:", "RFC ", false);

    private static final Map<String, Scheme> LABELS = Map.ofEntries(
            Map.entry("doi", DOI),
            Map.entry("arxiv", ARXIV),
            Map.entry("pmid", PMID),
            Map.entry("pubmed", PMID),
            Map.entry("pmcid", PMCID),
            Map.entry("pmc", PMCID),
            Map.entry("isbn", ISBN),
            Map.entry("isbns", ISBN),
            Map.entry("eisbn", ISBN),
            Map.entry("issn", ISSN),
            Map.entry("issns", ISSN),
            Map.entry("eissn", ISSN),
            Map.entry("pissn", ISSN),
            Map.entry("hdl", HANDLE),
            Map.entry("handle", HANDLE),
            Map.entry("orcid", ORCID),
            Map.entry("rfc", RFC),
            Map.entry("rfcs", RFC));

    private final String keyPrefix;
    private final String name;
    private final boolean checked;

    Scheme(String keyPrefix, String name, boolean checked) {
        this.keyPrefix = keyPrefix;
        this.name = name;
        this.checked = checked;
    }

    /** The scheme that a word before an identifier names, whatever its case: {@code ISBN}, {@code PubMed}. */
    public static Optional<Scheme> labelled(String word) {
        return Optional.ofNullable(LABELS.get(word.toLowerCase(Locale.ROOT)));
    }

    /** All words that name a scheme before an identifier, in small letters. */
    public static Set<String> labels() {
        return LABELS.keySet();
    }

    /** Whether the last character is computed from the others. */
    public boolean hasCheckDigit() {
        return checked;
    }

    String key(String value) {
        return keyPrefix + value;
    }

    String named(String value) {
        return name + value;
    }

    /** Reads a value without label; empty where it has not even the shape of the scheme. */
    Optional<Identified> read(String value) {
        return switch (this) {
            case DOI -> Doi.read(value);
            case ARXIV -> Arxiv.read(value);
            case PMID -> Numbered.pmid(value);
            case PMCID -> Numbered.pmcid(value);
            case ISBN -> Isbn.read(value);
            case ISSN -> Issn.read(value);
            case HANDLE -> Handle.read(value);
            case ARK -> Ark.read(value);
            case URN -> Urn.read(value);
            case ORCID -> Orcid.read(value);
            case SWHID -> Swhid.read(value);
            case RFC -> Numbered.rfc(value);
        };
    }

    Optional<Identified> right(String value) {
        return Optional.of(new Identifier(this, value));
    }

    Optional<Identified> wrong(String text, String why) {
        return Optional.of(new WrongIdentifier(this, text, why));
    }
}
