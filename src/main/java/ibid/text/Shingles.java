package ibid.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The runs of {@value #LENGTH} words of a text, without regard to case, punctuation and numbers: what counts or dates itself says
 * the same with another number. Each character of a script that writes no spaces is a word.
 */
public final class Shingles {
    /** Words of one run. */
    public static final int LENGTH = 4;

    private static final Set<Character.UnicodeScript> WITHOUT_SPACES = Set.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.THAI,
            Character.UnicodeScript.LAO,
            Character.UnicodeScript.KHMER,
            Character.UnicodeScript.MYANMAR);

    private final Set<String> runs = new HashSet<>();

    private Shingles() {}

    /** Those of several texts, each by itself. */
    public static Shingles of(List<String> texts) {
        var shingles = new Shingles();
        texts.forEach(text -> shingles.add(words(text)));
        return shingles;
    }

    /** Those of several texts, and those that run on from one to the next. */
    public static Shingles across(List<String> texts) {
        var shingles = new Shingles();
        shingles.add(words(String.join(" ", texts)));
        return shingles;
    }

    private void add(List<String> words) {
        for (var i = 0; i + LENGTH <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + LENGTH)));
        }
    }

    public int count() {
        return runs.size();
    }

    /** The share of these that are among the others, from 0 to 1; 1 where there are none. */
    public double shareIn(Shingles others) {
        return runs.isEmpty()
                ? 1
                : (double) runs.stream().filter(others.runs::contains).count() / runs.size();
    }

    /** The words that count, in small letters. */
    public static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var hasLetter = false;
        for (var i = 0; i <= text.length(); ) {
            var c = i < text.length() ? text.codePointAt(i) : ' ';
            var isAlone = WITHOUT_SPACES.contains(Character.UnicodeScript.of(c));
            if (isAlone || !Character.isLetterOrDigit(c)) {
                if (hasLetter) {
                    words.add(word.toString().toLowerCase(Locale.ROOT));
                }
                word.setLength(0);
                hasLetter = false;
                if (isAlone && Character.isLetter(c)) {
                    words.add(Character.toString(c));
                }
            } else {
                word.appendCodePoint(c);
                hasLetter |= Character.isLetter(c);
            }
            i += Character.charCount(c);
        }
        return words;
    }
}
