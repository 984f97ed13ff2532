package ibid.citation;

import java.util.ArrayList;
import java.util.List;

/**
 * Dots or an ellipsis in a text.
 *
 * @param start offset of the first dot
 * @param end offset behind the last
 */
record TruncationRun(int start, int end) {
    private static final int DOTS = 3;

    /** A dot more may end the head and one more begin the tail; longer runs are dot leaders. */
    private static final int LONGEST = 5;

    /** The run that starts at {@code start}; of length 0 where there is none. */
    static TruncationRun at(String text, int start) {
        var c = text.charAt(start);
        var end = start;
        if (c == '.' || c == '…') {
            while (end < text.length() && text.charAt(end) == c) {
                end++;
            }
        }
        return new TruncationRun(start, end);
    }

    /** The marks that the run can hold: which of its dots belong to head and tail is not known. */
    List<TruncationRun> marks(String text) {
        var length = end - start;
        if (length > 0 && text.charAt(start) == '…') {
            return length == 1 ? List.of(this) : List.of(); // a doubled ellipsis is CJK punctuation
        }
        var marks = new ArrayList<TruncationRun>();
        if (length <= LONGEST) {
            for (var from = start; from + DOTS <= end; from++) {
                marks.add(new TruncationRun(from, from + DOTS));
            }
        }
        return marks;
    }

    /** The mark with the single spaces on both sides that phpBB, FluxBB, Discuz and XOOPS write; itself where there are none. */
    TruncationRun spaced(String text) {
        var before = start > 0 && TruncationMark.isSpace(text.charAt(start - 1));
        var after = end < text.length() && TruncationMark.isSpace(text.charAt(end));
        return before && after ? new TruncationRun(start - 1, end + 1) : this;
    }
}
