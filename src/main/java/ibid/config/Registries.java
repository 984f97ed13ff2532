package ibid.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Base addresses, without final slash, of the services that know identifiers. */
public record Registries(
        String handle, String crossref, String dataCite, String arxiv, String pubmed, String openLibrary) {
    public static final Registries PUBLIC = new Registries(
            "https://doi.org",
            "https://api.crossref.org",
            "https://api.datacite.org",
            "https://export.arxiv.org",
            "https://eutils.ncbi.nlm.nih.gov",
            "https://openlibrary.org");

    /**
     * How fast these may be asked, by what they say of it: Crossref's public pool 5 a second, one at a time; DataCite 500 in five
     * minutes; arXiv one in three seconds; the NCBI 3 a second; Open Library one a second.
     */
    static final List<Settings.Host> PACES = List.of(
            pace("api.crossref.org", 200),
            pace("api.datacite.org", 600),
            pace("export.arxiv.org", 3000),
            pace("eutils.ncbi.nlm.nih.gov", 350),
            pace("openlibrary.org", 1000));

    private static Settings.Host pace(String host, int millis) {
        return new Settings.Host(
                host, OptionalInt.of(1), Optional.of(Duration.ofMillis(millis)), List.of(), StatusRanges.NONE);
    }
}
