package ibid.citation;

import ibid.document.ExplicitLink;
import java.util.List;

/** Where a document's explicit links stand in its source. */
final class LinkRanges {
    private final List<ExplicitLink> links;

    /** @param links in the order of the source */
    LinkRanges(List<ExplicitLink> links) {
        this.links = links;
    }

    /** Whether a link stands in the range, if only in part. */
    boolean overlap(int start, int end) {
        var low = 0;
        var high = links.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (links.get(middle).start() < end) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        // Links do not nest but for an image in a link, so the two before are all that may reach in.
        return (low > 0 && links.get(low - 1).end() > start)
                || (low > 1 && links.get(low - 2).end() > start);
    }
}
