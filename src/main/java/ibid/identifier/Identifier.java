package ibid.identifier;

import java.util.Optional;

/**
 * A well-formed identifier.
 *
 * @param value the normal form, the same for all spellings: a DOI in lower case, an ISBN as its 13 digits, an ISSN or ORCID with
 *     hyphens, an arXiv identifier with its version where one is named, a SWHID with its qualifiers
 */
public record Identifier(Scheme scheme, String value) implements Identified {

    /** The same for all spellings, and different for all identifiers: {@code doi:10.1000/1}, {@code isbn:9780306406157}. */
    public String key() {
        return scheme.key(value);
    }

    /** The work itself: without the version of an arXiv paper and without the qualifiers of a SWHID. */
    public Identifier work() {
        return switch (scheme) {
            case ARXIV -> new Identifier(scheme, Arxiv.withoutVersion(value));
            case SWHID -> new Identifier(scheme, Swhid.core(value));
            default -> this;
        };
    }

    /** Where it is resolved; empty where no open resolver can say whether it exists. */
    public Optional<String> address() {
        return Resolvers.address(this);
    }

    /** The value as it stands at the end of an address's path, with all escaped that would mean something else there. */
    public String inPath() {
        return Resolvers.inPath(value);
    }

    /** What people call it: {@code RFC 3986}, {@code doi:10.1000/1}. */
    public String shown() {
        return scheme.named(value);
    }
}
