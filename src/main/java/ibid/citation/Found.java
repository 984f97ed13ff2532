package ibid.citation;

import java.util.Optional;

/**
 * A citation found in the text of a block.
 *
 * @param start offset in the block's text; {@code end} is exclusive
 * @param cited what is cited, without what only the layout put in
 */
record Found(int start, int end, CitationKind kind, String cited, Optional<Truncation> truncation) {

    static Found of(CitationKind kind, int start, int end, String cited) {
        return new Found(start, end, kind, cited, Optional.empty());
    }

    static Found of(Cut cut, String shown) {
        return new Found(cut.start(), cut.end(), CitationKind.BARE_URL, shown, Optional.of(cut.truncation()));
    }

    boolean overlaps(Found other) {
        return start < other.end && other.start < end;
    }
}
