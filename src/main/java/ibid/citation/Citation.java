package ibid.citation;

import java.util.Optional;

/**
 * One place in a document that points at something.
 *
 * @param document path of the citing document
 * @param text the verbatim slice of the file
 * @param cited the decoded, joined or unescaped form of {@code text}
 * @param role whether it is an entry of its own or a mention in running text
 */
public record Citation(
        String document,
        Place place,
        CitationKind kind,
        String text,
        String cited,
        Role role,
        Optional<Truncation> truncation,
        Context context) {

    /** How a citation stands in the text around it: only entries are meant to name a source once. */
    public enum Role {
        /** Named in passing, in running text. */
        MENTION,
        /** A paragraph of its own, first in a list item, or a numbered definition: an entry in a list of sources. */
        ENTRY
    }
}
