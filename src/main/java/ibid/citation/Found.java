package ibid.citation;

import java.util.List;
import java.util.Optional;

/**
 * A citation found in the text of a block.
 *
 * @param start offset in the block's text; {@code end} is exclusive
 * @param cited what is cited, without what only the layout put in
 */
record Found(
        int start, int end, CitationKind kind, String cited, Optional<Truncation> truncation, Optional<Split> split) {

    static Found of(CitationKind kind, int start, int end, String cited) {
        return new Found(start, end, kind, cited, Optional.empty(), Optional.empty());
    }

    static Found of(Cut cut, String shown) {
        return new Found(
                cut.start(), cut.end(), CitationKind.BARE_URL, shown, Optional.of(cut.truncation()), Optional.empty());
    }

    /** This address put together with what follows it up to {@code wholeEnd}. */
    Found joined(int wholeEnd, List<String> ways, String evidence) {
        return new Found(start, wholeEnd, kind, ways.get(0), truncation, Optional.of(split(ways, evidence)));
    }

    /** This address as it stands, which the next line may go on with. */
    Found perhapsSplit(List<String> ways, String evidence) {
        return new Found(start, end, kind, cited, truncation, Optional.of(split(ways, evidence)));
    }

    private static Split split(List<String> ways, String evidence) {
        return new Split(ways.get(0), ways.subList(1, ways.size()), evidence);
    }
}
