package ibid.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What pages call themselves that have nothing of what was cited, in many languages: rows of {@code absence.tsv}. */
public final class AbsenceWords {

    /** What the words say. */
    enum Kind {
        TITLE,
        SENTENCE,
        DOWN,
        WITHHELD,
        PRIVATE,
        CLOSED,
        SALE
    }

    /** A longer title tells more than that there is nothing. */
    private static final int LONGEST_TITLE = 200;

    private static final Pattern BETWEEN =
            Pattern.compile("\\s[|\\-–—·:•»«/]+\\s|[:!?.…|(){}\\[\\]]+\\s*|[!?.…|–—]+$|！|？|。|｜|／");
    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ`´\u0307]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    /** Scripts that put no space between words. */
    private static final Pattern UNSPACED =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}]");

    private final Map<Kind, Set<String>> phrases = new EnumMap<>(Kind.class);
    private final Set<String> fillers = new HashSet<>();

    private AbsenceWords() {}

    /** Reads the table that ships with the program. */
    public static AbsenceWords load() {
        var words = new AbsenceWords();
        var rows = Marks.rows("absence.tsv");
        rows.stream().filter(row -> row.get(0).equals("filler")).forEach(row -> words.fillers.add(row.get(1)));
        for (var row : rows) {
            if (!row.get(0).equals("filler")) {
                var kind = Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT));
                var phrase = isOfTitles(kind) ? words.bare(row.get(1)) : words(row.get(1));
                words.phrases.computeIfAbsent(kind, k -> new HashSet<>()).add(phrase.isEmpty() ? row.get(1) : phrase);
            }
        }
        return words;
    }

    private static boolean isOfTitles(Kind kind) {
        return kind == Kind.TITLE || kind == Kind.DOWN || kind == Kind.CLOSED;
    }

    /** Whether one part of the title is nothing but such words: an article about them says more. */
    boolean titles(Kind kind, String title) {
        if (title.length() > LONGEST_TITLE) {
            return false;
        }
        var known = phrases.getOrDefault(kind, Set.of());
        var parts = new ArrayList<>(List.of(BETWEEN.split(title, -1)));
        parts.add(title);
        for (var part : parts) {
            var words = words(part);
            var bare = bare(part);
            if (known.contains(bare) || known.contains(words) || (kind == Kind.TITLE && isNumberAlone(words, bare))) {
                return true;
            }
        }
        return false;
    }

    /** {@code 404}, {@code Error 404}: nothing but fillers, one of them the number. */
    private static boolean isNumberAlone(String words, String bare) {
        return bare.isEmpty() && List.of(words.split(" ", -1)).contains("404");
    }

    /** The longest words for what is not there that a text says, however long it is. */
    public Optional<String> notFoundIn(String text) {
        return in(Kind.SENTENCE, text);
    }

    /** The longest such phrase in a text. */
    Optional<String> in(Kind kind, String text) {
        var spaced = " " + words(text) + " ";
        return phrases.getOrDefault(kind, Set.of()).stream()
                .filter(phrase ->
                        UNSPACED.matcher(phrase).find() ? spaced.contains(phrase) : spaced.contains(" " + phrase + " "))
                .min((one, other) -> one.length() == other.length()
                        ? one.compareTo(other)
                        : Integer.compare(other.length(), one.length()));
    }

    private String bare(String text) {
        var bare = new ArrayList<String>();
        for (var word : words(text).split(" ", -1)) {
            if (!fillers.contains(word)) {
                bare.add(word);
            }
        }
        return String.join(" ", bare);
    }

    private static String words(String text) {
        var plain = APOSTROPHES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        return NO_WORD.matcher(plain).replaceAll(" ").strip();
    }
}
