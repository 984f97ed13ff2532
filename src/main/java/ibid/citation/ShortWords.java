package ibid.citation;

import java.util.Collection;

/**
 * A set of words that is asked for a stretch of a text without making a word of it: nearly all words of a text are none of
 * those that are looked for, and to cut each out, fold its case and hash it was dearer than all else.
 */
final class ShortWords {
    /** What fits into a long, one byte for each character. */
    private static final int LONGEST = 8;

    private static final int ASCII = 0x80;
    private static final int LETTER_CASE = 0x20;

    /** Open addressing; 0 is an empty place. */
    private final long[] table;

    /** @param words in small letters; those that are long or not ASCII need not be there */
    ShortWords(Collection<String> words) {
        this.table = new long[Integer.highestOneBit(Math.max(1, words.size())) * 8];
        for (var word : words) {
            var packed = packed(word, 0, word.length());
            if (packed > 0) {
                table[placeOf(packed)] = packed;
            }
        }
    }

    /** Whether the stretch can be one of the words, in whatever case; what is long or not ASCII always can. */
    boolean mayHold(String text, int start, int end) {
        var packed = packed(text, start, end);
        return packed < 0 || (packed > 0 && table[placeOf(packed)] == packed);
    }

    private int placeOf(long packed) {
        var mask = table.length - 1;
        var place = (int) ((packed * 0x9E37_79B9_7F4A_7C15L) >>> 40) & mask;
        while (table[place] != 0 && table[place] != packed) {
            place = (place + 1) & mask;
        }
        return place;
    }

    /** The characters as a number, their case folded; -1 where they do not fit. */
    private static long packed(String text, int start, int end) {
        if (end - start > LONGEST) {
            return -1;
        }
        var packed = 0L;
        for (var at = start; at < end; at++) {
            var c = text.charAt(at);
            if (c >= ASCII) {
                return -1;
            }
            packed = (packed << Byte.SIZE) | c | LETTER_CASE;
        }
        return packed;
    }
}
