package ibid.registry;

import ibid.text.Slips;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a title or name that tell it from others, so that two spellings of one give the same: without case, accents, markup and
 * small words. Scripts that leave no space between words give pairs of characters.
 */
final class TitleWords {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})['’ʼ`´](?=\\p{L})");
    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** Letters that no decomposition takes apart, as they are written where they are not at hand. */
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ı', "i"));

    /** A single Greek letter in a title of another script is as often written out. */
    private static final Map<String, String> GREEK = Map.ofEntries(
            Map.entry("α", "alpha"),
            Map.entry("β", "beta"),
            Map.entry("γ", "gamma"),
            Map.entry("δ", "delta"),
            Map.entry("ε", "epsilon"),
            Map.entry("κ", "kappa"),
            Map.entry("λ", "lambda"),
            Map.entry("μ", "mu"),
            Map.entry("π", "pi"),
            Map.entry("σ", "sigma"),
            Map.entry("τ", "tau"),
            Map.entry("ω", "omega"));

    /** No title has more; what is longer is compared by its beginning. */
    private static final int MOST_CHARACTERS = 1000;

    private static final int LEAST_PREFIX = 6;
    private static final int MOST_ENDING = 3;

    private final Set<String> words;
    private final Set<SmallWords.Language> languages;
    private final Optional<UnicodeScript> script;

    private TitleWords(Set<String> words, Set<SmallWords.Language> languages, Optional<UnicodeScript> script) {
        this.words = words;
        this.languages = languages;
        this.script = script;
    }

    static TitleWords of(String text) {
        var folded = folded(Titles.clean(text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text));
        var words = new LinkedHashSet<String>();
        var all = new ArrayList<String>();
        var found = WORD.matcher(folded);
        while (found.find()) {
            all.add(found.group());
        }
        for (var word : all) {
            if (isUnspaced(word)) {
                pairs(word, words);
            } else if (!SmallWords.isSmall(word) || all.size() == 1) {
                words.add(GREEK.getOrDefault(word, word));
            }
        }
        words.removeIf(word -> word.length() == 1 && Character.isLetter(word.charAt(0)) && !isUnspaced(word));
        return new TitleWords(words, SmallWords.languages(all), script(folded));
    }

    private static String folded(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var spelled = new StringBuilder(lower.length());
        lower.codePoints().forEach(c -> {
            var other = LETTERS.get(c);
            if (other == null) {
                spelled.appendCodePoint(c);
            } else {
                spelled.append(other);
            }
        });
        var apart = Normalizer.normalize(spelled, Normalizer.Form.NFKD);
        return APOSTROPHE.matcher(MARK.matcher(apart).replaceAll("")).replaceAll("");
    }

    private static boolean isUnspaced(String word) {
        return UNSPACED.contains(UnicodeScript.of(word.codePointAt(0)));
    }

    private static void pairs(String word, Set<String> words) {
        if (word.codePointCount(0, word.length()) == 1) {
            words.add(word);
        }
        for (var i = 0; i + 1 < word.length(); i++) {
            words.add(word.substring(i, i + 2));
        }
    }

    /** The script of most letters. */
    private static Optional<UnicodeScript> script(String text) {
        var counts = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(c -> counts.merge(written(UnicodeScript.of(c)), 1, Integer::sum));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** Japanese is written in three scripts at once. */
    private static UnicodeScript written(UnicodeScript script) {
        return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA ? UnicodeScript.HAN : script;
    }

    int count() {
        return words.size();
    }

    Set<String> all() {
        return words;
    }

    boolean isOfSameScript(TitleWords other) {
        return script.isPresent() && script.equals(other.script);
    }

    /** Whether both were seen to be of one language: where neither shows which, they may be translations. */
    boolean isOfSameLanguage(TitleWords other) {
        var shared = new HashSet<>(languages);
        shared.retainAll(other.languages);
        return !shared.isEmpty();
    }

    /** How many words of the shorter one the other has, too, however they are inflected or slightly misspelled. */
    int common(TitleWords other) {
        var few = words.size() <= other.words.size() ? words : other.words;
        var many = few == words ? other.words : words;
        return (int) few.stream().filter(word -> has(many, word)).count();
    }

    private static boolean has(Set<String> words, String word) {
        return words.contains(word) || words.stream().anyMatch(other -> isNear(word, other));
    }

    static boolean isNear(String one, String other) {
        var shorter = Math.min(one.length(), other.length());
        var difference = Math.abs(one.length() - other.length());
        if (shorter < 5 || difference > MOST_ENDING || !Character.isLetter(one.charAt(0))) {
            return one.equals(other);
        }
        if (shorter >= LEAST_PREFIX && one.regionMatches(0, other, 0, Math.max(LEAST_PREFIX, shorter - 1))) {
            return true;
        }
        return Slips.between(one, other) <= (shorter >= 8 ? 2 : 1);
    }

    List<String> sorted() {
        return words.stream().sorted().toList();
    }
}
