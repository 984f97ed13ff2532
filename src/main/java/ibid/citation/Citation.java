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
 * @param otherwise the other way to read it, where dots hang on its address: of the two one is cut and the other whole, and
 *     only asking for the whole one tells which is meant
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
        Context context,
        Optional<Citation> otherwise) {

    /** A citation that can be read in one way alone. */
    public Citation(
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
        this(document, place, kind, text, cited, role, truncation, split, passedOver, context, Optional.empty());
    }

    /** The same citation, with more or less known of what stands around it. */
    public Citation withContext(Context known) {
        return new Citation(
                document,
                place,
                kind,
                text,
                cited,
                role,
                truncation,
                split,
                passedOver,
                known,
                otherwise.map(other -> other.withContext(known)));
    }

    /** The same citation, to be listed and neither asked nor judged. */
    Citation passedOver(PassedOver why) {
        return new Citation(
                document, place, kind, text, cited, role, truncation, split, Optional.of(why), context, otherwise);
    }

    /** The same citation, which may be meant in another way. */
    Citation or(Citation other) {
        return orElse(Optional.of(other));
    }

    private Citation orElse(Optional<Citation> other) {
        return new Citation(document, place, kind, text, cited, role, truncation, split, passedOver, context, other);
    }

    /** The same citation read as whole, or as cut; itself where it is read so already, or in one way alone. */
    public Citation read(boolean asCut) {
        return truncation.isPresent() == asCut
                ? this
                : otherwise.map(other -> other.or(orElse(Optional.empty()))).orElse(this);
    }

    /** The cut reading as if the dots were its own, which some titles end in; itself where it is not cut. */
    public Citation asItStands() {
        return truncation
                .map(cut -> wholeAt(cut.head() + cut.mark() + cut.tail()))
                .orElse(this);
    }

    /** The cut reading as if nothing were missing before the dots; itself where it is not cut. */
    public Citation upToDots() {
        return truncation.map(cut -> wholeAt(cut.head())).orElse(this);
    }

    private Citation wholeAt(String address) {
        return new Citation(
                document,
                place,
                kind,
                text,
                address,
                role,
                Optional.empty(),
                split,
                passedOver,
                context,
                Optional.of(orElse(Optional.empty())));
    }

    /** How a citation stands in the text around it: only entries are meant to name a source once. */
    public enum Role {
        /** Named in passing, in running text. */
        MENTION,
        /** A paragraph of its own, first in a list item, or a numbered definition: an entry in a list of sources. */
        ENTRY
    }
}
