package ibid.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a title or of the path of an address, spelled so that the one can be compared with the other.
 *
 * <p>Case, accents and punctuation do not count; what makes a path of a title drops apostrophes and the dots of {@code U.S.}
 */
public final class Terms {
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})['\u2018\u2019\u02BC`\u00B4](?=\\p{L})");
    private static final Pattern INITIALS = Pattern.compile("(?<![\\p{L}\\p{N}])(?:\\p{L}\\.){2,8}");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\p{N})[,.](?=\\p{N}{3}(?!\\p{N}))");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Terms() {}

    /** The terms in their order, none empty. */
    public static List<String> of(String text) {
        var folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        var joined = APOSTROPHE.matcher(folded).replaceAll("");
        joined = INITIALS.matcher(joined).replaceAll(match -> match.group().replace(".", "") + " ");
        joined = THOUSANDS.matcher(joined).replaceAll("");
        var terms = new ArrayList<String>();
        for (var term : BETWEEN.split(joined, -1)) {
            if (!term.isEmpty()) {
                terms.add(term);
            }
        }
        return terms;
    }

    /** Whether both are one word: equal, or one the other with an ending. */
    public static boolean agree(String one, String other) {
        return one.equals(other) || (isFlexion(one, other) || isFlexion(other, one));
    }

    private static boolean isFlexion(String stem, String word) {
        return stem.length() >= 4 && word.length() - stem.length() <= 2 && word.startsWith(stem);
    }
}
