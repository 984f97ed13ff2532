package ibid.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** How far apart two spellings are: letters to change, add or leave out (Levenshtein). */
public final class Slips {
    /** More slips make another word, and so do slips in more than a third of a short one. */
    private static final int MOST = 3;

    private static final int LETTERS_FOR_A_SLIP = 3;

    private Slips() {}

    /** Takes time and memory in proportion to the product of the lengths. */
    public static int between(String one, String other) {
        var row = new int[other.length() + 1];
        for (var j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.length; j++) {
                var above = row[j];
                var change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[other.length()];
    }

    /** The one of a few known words that a wrong one was probably meant to be. */
    public static Optional<String> nearest(String wrong, Collection<String> known) {
        var lower = wrong.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(word -> between(lower, word) <= Math.min(MOST, Math.max(1, word.length() / LETTERS_FOR_A_SLIP)))
                .min(Comparator.comparingInt((String word) -> between(lower, word))
                        .thenComparing(word -> word));
    }
}
