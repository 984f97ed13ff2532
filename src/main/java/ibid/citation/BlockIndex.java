package ibid.citation;

import ibid.document.TextBlock;
import java.util.List;

/** Finds the text block around an offset of the source, and the place in its text. */
final class BlockIndex {
    private final List<TextBlock> blocks;
    private final int[] starts;

    BlockIndex(List<TextBlock> blocks) {
        this.blocks = blocks;
        this.starts = new int[blocks.size()];
        var last = 0;
        var count = 0;
        for (var block : blocks) {
            // A reader that puts a nested block behind its parent does not break the search.
            last = Math.max(last, block.map().start(0));
            starts[count++] = last;
        }
    }

    /** Index of the last block that begins at or before the offset, -1 where there is none. */
    int blockAt(int offset) {
        var low = 0;
        var high = starts.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (starts[middle] <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** The first place in the block's text that stands at or behind the source offset; the text's length where none does. */
    int textAt(int block, int offset) {
        return blocks.get(block).map().textAt(offset);
    }
}
