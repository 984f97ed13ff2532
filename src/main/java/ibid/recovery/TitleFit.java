package ibid.recovery;

import ibid.text.Terms;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far the words of a title make the path of an address.
 *
 * @param inPath share of the title's words that stand in the path, by their length
 * @param run longest run of title words in the path, as a share of the title
 * @param inTitle share of the hidden words that stand in the title; half where no word is hidden
 * @param strange hidden words that do not
 */
record TitleFit(double inPath, double run, double inTitle, int strange) {
    static final TitleFit UNKNOWN = new TitleFit(0, 0, 0.5, 0);

    /** Words that a slug leaves out, or that any title has. */
    private static final Set<String> LIGHT = Set.of(
            "a", "an", "the", "of", "and", "or", "in", "on", "at", "to", "for", "from", "by", "with", "is", "are", "as",
            "it", "its", "be", "was", "s", "der", "die", "das", "und", "le", "la", "les", "de", "des", "et", "el",
            "los", "y", "en", "du", "un", "une", "ein", "eine");

    /** Words of addresses, not of titles. */
    private static final Set<String> OF_ADDRESSES = Set.of(
            "html",
            "htm",
            "php",
            "asp",
            "aspx",
            "jsp",
            "cms",
            "story",
            "article",
            "articles",
            "news",
            "index",
            "entry",
            "blog",
            "blogs",
            "item",
            "id",
            "idus",
            "www",
            "com",
            "pdf",
            "shtml");

    private static final double LIGHT_WEIGHT = 0.1;
    private static final int LONGEST_COUNTED = 8;

    /** The title that fits best. */
    static TitleFit best(Collection<String> titles, String path, String hiddenWords) {
        var inPath = Terms.of(path);
        var hidden = Terms.of(hiddenWords);
        return titles.stream()
                .map(Terms::of)
                .filter(terms -> !terms.isEmpty())
                .map(title -> of(title, inPath, hidden))
                .max((one, other) -> Double.compare(one.inPath + one.inTitle, other.inPath + other.inTitle))
                .orElse(UNKNOWN);
    }

    /** The words of a path without numbers, codes, and what names another form of the same page. */
    static String wordsOf(String path) {
        return Terms.of(path).stream()
                .filter(term -> isWord(term) && !Variants.marks("/" + term))
                .sorted()
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static TitleFit of(List<String> title, List<String> path, List<String> hidden) {
        var words = hidden.stream().filter(TitleFit::isWord).toList();
        var strange = (int) words.stream()
                .filter(word -> weight(word) > LIGHT_WEIGHT && !isIn(title, word))
                .count();
        return new TitleFit(share(title, path), run(title, path), words.isEmpty() ? 0.5 : share(words, title), strange);
    }

    private static double share(List<String> of, List<String> in) {
        var all = 0.0;
        var there = 0.0;
        for (var term : of) {
            all += weight(term);
            there += isIn(in, term) ? weight(term) : 0;
        }
        return all == 0 ? 0 : there / all;
    }

    private static boolean isIn(List<String> terms, String term) {
        return terms.stream().anyMatch(other -> Terms.agree(term, other));
    }

    private static double run(List<String> title, List<String> path) {
        var heavy = title.stream().filter(term -> weight(term) > LIGHT_WEIGHT).toList();
        var steps = path.stream().filter(term -> weight(term) > LIGHT_WEIGHT).toList();
        var longest = 0;
        for (var i = 0; i < heavy.size(); i++) {
            for (var j = 0; j < steps.size(); j++) {
                var n = 0;
                while (i + n < heavy.size()
                        && j + n < steps.size()
                        && Terms.agree(heavy.get(i + n), steps.get(j + n))) {
                    n++;
                }
                longest = Math.max(longest, n);
            }
        }
        return heavy.isEmpty() ? 0 : (double) longest / heavy.size();
    }

    private static double weight(String term) {
        return LIGHT.contains(term)
                ? LIGHT_WEIGHT
                : Math.min(term.length(), LONGEST_COUNTED) / (double) LONGEST_COUNTED;
    }

    /** Numbers and codes say nothing that a title would. */
    private static boolean isWord(String term) {
        return term.chars().noneMatch(Character::isDigit) && !OF_ADDRESSES.contains(term);
    }
}
