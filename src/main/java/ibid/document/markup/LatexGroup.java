package ibid.document.markup;

import ibid.document.OffsetMap;
import ibid.document.TextBlock;

/**
 * A brace that is open.
 *
 * @param kind of the block around it
 * @param builder of the block around it
 * @param mark length of that block's text at the brace
 * @param link index of the link whose words it encloses
 * @param start source offset of the command it belongs to
 */
record LatexGroup(Use use, TextBlock.Kind kind, int level, OffsetMap.Builder builder, int mark, int link, int start) {

    /** What a pair of braces encloses. */
    enum Use {
        TEXT,
        HEADING,
        /** A block of its own in the middle of another one. */
        NOTE,
        WORDS_OF_LINK,
        /** Arguments that show nothing. */
        UNSEEN
    }
}
