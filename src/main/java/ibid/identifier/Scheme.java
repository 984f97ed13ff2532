package ibid.identifier;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A kind of identifier. */
public enum Scheme {
    DOI("doi:", "doi:", false, Doi::read),
    ARXIV("arxiv:", "arXiv:", false, Arxiv::read),
    PMID("pmid:", "PMID ", false, Numbered::pmid),
    PMCID("pmcid:", "", false, Numbered::pmcid),
    ISBN("isbn:", "ISBN ", true, Isbn::read),
    ISSN("issn:", "ISSN ", true, Issn::read),
    HANDLE("hdl:", "hdl:", false, Handle::read),
    ARK("", "", false, Ark::read),
    URN("", "", false, Urn::read),
    ORCID("orcid:", "ORCID ", true, Orcid::read),
    SWHID("", "", false, Swhid::read),
    RFC("rfc:", "RFC ", false, Numbered::rfc);

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
    private final Function<String, Optional<Identified>> reader;

    Scheme(String keyPrefix, String name, boolean checked, Function<String, Optional<Identified>> reader) {
        this.keyPrefix = keyPrefix;
        this.name = name;
        this.checked = checked;
        this.reader = reader;
    }

    /** The scheme that a word before an identifier names, whatever its case: {@code ISBN}, {@code PubMed}. */
    public static Optional<Scheme> labelled(String word) {
        return Optional.ofNullable(LABELS.get(word.toLowerCase(Locale.ROOT)));
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
        return reader.apply(value);
    }

    Optional<Identified> right(String value) {
        return Optional.of(new Identifier(this, value));
    }

    Optional<Identified> wrong(String text, String why) {
        return Optional.of(new WrongIdentifier(this, text, why));
    }
}
