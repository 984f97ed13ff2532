package ibid.text;

import java.util.Arrays;

/**
 * A text as its words: runs of letters and digits, each as a hash that ignores case, with its place.
 *
 * <p>Two texts with equal hashes in a row say the same, however they are spaced, wrapped, punctuated or marked up.
 */
public final class Words {
    private int[] hashes = new int[64];
    private int[] starts = new int[64];
    private int count;

    private Words() {}

    /** The words of a text, in order. */
    public static Words of(CharSequence text) {
        var words = new Words();
        var hash = 0;
        var start = -1;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (isWordCharacter(c)) {
                start = start < 0 ? i : start;
                hash = hash * 31 + Character.toLowerCase(c);
            } else if (start >= 0) {
                words.add(mixed(hash), start);
                hash = 0;
                start = -1;
            }
        }
        if (start >= 0) {
            words.add(mixed(hash), start);
        }
        return words;
    }

    /** Surrogates count, so that words in astral scripts are words too. */
    private static boolean isWordCharacter(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    /** Spreads the bits, because winnowing picks words by the size of their hashes. */
    private static int mixed(int hash) {
        var h = hash * 0x9E3779B9;
        return h ^ (h >>> 15);
    }

    private void add(int hash, int start) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
        }
        hashes[count] = hash;
        starts[count++] = start;
    }

    public int count() {
        return count;
    }

    /** Hash of a word, counted from 0. */
    public int hash(int word) {
        return hashes[word];
    }

    /** Offset of a word's first character, in UTF-16 code units. */
    public int start(int word) {
        return starts[word];
    }
}
