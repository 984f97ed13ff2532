package ibid.citation;

import java.util.Optional;

/**
 * One place in a document that points at something.
 *
 * @param document path of the citing document
 * @param text the verbatim slice of the file
 * @param cited the decoded, joined or unescaped form of {@code text}
 * @param role whether it is an entry of its own or a mention in running text
 * @param split how the lines were put together that its address is broken over
 * @param passedOver why it is listed and neither asked nor judged
 */
public record Citation(
        String document,
        Place place,
        CitationKind kind,
        String text,
        String cited,
        Role role,
        Optional<Truncation> truncation,
        Optional<Split> split,
        Optional<PassedOver> passedOver,
        Context context) {

    /** The same citation, with more or less known of what stands around it. */
    public Citation withContext(Context known) {
        return new Citation(document, place, kind, text, cited, role, truncation, split, passedOver, known);
    }

    /** The same citation, to be listed and neither asked nor judged. */
    Citation passedOver(PassedOver why) {
        return new Citation(document, place, kind, text, cited, role, truncation, split, Optional.of(why), context);
    }

    /** How a citation stands in the text around it: only entries are meant to name a source once. */
    public enum Role {
        /** Named in passing, in running text. */
        MENTION,
        /** A paragraph of its own, first in a list item, or a numbered definition: an entry in a list of sources. */
        ENTRY
    }
}
