package ibid.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a reader found in one text. */
record Reading(List<TextBlock> blocks, List<ExplicitLink> links, List<Problem> problems) {

    /** Puts blocks and links in the order of the source; a link that markup repair doubled counts once. */
    static Reading inSourceOrder(List<TextBlock> blocks, List<ExplicitLink> links, List<Problem> problems) {
        blocks.sort(Comparator.comparingInt(block -> block.map().start(0)));
        links.sort(Comparator.comparingInt(ExplicitLink::start).thenComparingInt(ExplicitLink::end));
        var distinct = new ArrayList<ExplicitLink>(links.size());
        for (var link : links) {
            var last = distinct.isEmpty() ? null : distinct.get(distinct.size() - 1);
            if (last == null || last.start() != link.start() || last.end() != link.end()) {
                distinct.add(link);
            }
        }
        return new Reading(blocks, distinct, problems);
    }
}
