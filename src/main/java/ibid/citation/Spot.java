package ibid.citation;

import java.util.Optional;

/**
 * A citation found somewhere in a document, before its role and context are known.
 *
 * @param start offset in the source text; {@code end} is exclusive
 * @param rank who wins where two overlap
 * @param linkText empty where there is none
 * @param block index of the text block around it, -1 where there is none
 * @param textStart offset in that block's text; where only the markup holds the address, the place it belongs to
 */
record Spot(
        int start,
        int end,
        Rank rank,
        CitationKind kind,
        String cited,
        Optional<Truncation> truncation,
        Optional<Split> split,
        String linkText,
        int block,
        int textStart,
        int textEnd) {

    /** The first wins over those below it. */
    enum Rank {
        /** A definition that the markup spells out. */
        DEFINITION,
        /** Another link that the markup spells out. */
        EXPLICIT,
        /** An address in the text, cut or whole. */
        URL,
        HOST,
        IDENTIFIER
    }

    Spot as(CitationKind other) {
        return new Spot(start, end, rank, other, cited, truncation, split, linkText, block, textStart, textEnd);
    }
}
