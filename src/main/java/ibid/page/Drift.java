package ibid.page;

import ibid.text.Shingles;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far a page says another thing than it once did.
 *
 * @param kept the share of what it said that it still says, from 0 to 1, in runs of words
 * @param removed the first sentences that are not on it any more
 * @param added the first sentences of its text that were not on it
 */
public record Drift(double kept, List<String> removed, List<String> added) {
    /** Less than this is kept where a page has drifted; measured on {@code DriftTest}'s pages, which say the same, or do not. */
    private static final double SAME = 0.85;

    /** With fewer, one notice that is taken down would be much of a page. */
    private static final int FEWEST_RUNS = 40;

    /** Page that has hardly a sentence shows no more than that its text is made by scripts. */
    private static final int FEWEST_NOW = 8;

    /** A sentence of which so little is found elsewhere is not there. */
    private static final double MISSING = 0.5;

    private static final int MOST_SENTENCES = 3;
    private static final int SHORTEST_SENTENCE = 6;
    private static final int LONGEST_SENTENCE = 160;

    private static final Pattern WHOLE = Pattern.compile("[.!?…。！？।؟][\\p{Pe}\\p{Pf}\"']*$");

    public Drift {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    /**
     * What became of the text of a page; empty where that cannot be told: where it said too little, says hardly anything now,
     * was not read to its end, is in another language, or shows the beginning of what it said, as before a wall to pay at.
     */
    public static Optional<Drift> between(MainText then, MainText now) {
        var said = Shingles.of(then.main());
        var says = Shingles.of(now.main());
        var isOtherLanguage = !then.language().isEmpty()
                && !now.language().isEmpty()
                && !then.language().equals(now.language());
        if (said.count() < FEWEST_RUNS || says.count() < FEWEST_NOW || isOtherLanguage || !now.whole()) {
            return Optional.empty();
        }
        var saidAnywhere = Shingles.across(then.all());
        var saysAnywhere = Shingles.across(now.all());
        var isExcerpt = says.count() < said.count() / 2 && says.shareIn(saidAnywhere) > MISSING;
        return isExcerpt
                ? Optional.empty()
                : Optional.of(new Drift(
                        said.shareIn(saysAnywhere),
                        missing(then.main(), saysAnywhere),
                        missing(now.main(), saidAnywhere)));
    }

    /** Whether the page says something else than it did, not only the same in other surroundings. */
    public boolean isDrifted() {
        return kept < SAME;
    }

    /** Whole sentences where there are any: what has no full stop dates, signs or counts something. */
    private static List<String> missing(List<String> paragraphs, Shingles elsewhere) {
        var missing = paragraphs.stream()
                .flatMap(paragraph -> sentences(paragraph).stream())
                .filter(sentence -> Shingles.words(sentence).size() >= SHORTEST_SENTENCE
                        && Shingles.of(List.of(sentence)).shareIn(elsewhere) < MISSING)
                .toList();
        var whole = missing.stream()
                .filter(sentence -> WHOLE.matcher(sentence).find())
                .toList();
        return (whole.isEmpty() ? missing : whole)
                .stream().limit(MOST_SENTENCES).map(Drift::cut).toList();
    }

    private static List<String> sentences(String paragraph) {
        var borders = BreakIterator.getSentenceInstance(Locale.ROOT);
        borders.setText(paragraph);
        var sentences = new ArrayList<String>();
        var from = borders.first();
        for (var to = borders.next(); to != BreakIterator.DONE; to = borders.next()) {
            sentences.add(paragraph.substring(from, to).strip());
            from = to;
        }
        return sentences;
    }

    private static String cut(String sentence) {
        if (sentence.length() <= LONGEST_SENTENCE) {
            return sentence;
        }
        var end = sentence.lastIndexOf(' ', LONGEST_SENTENCE);
        return sentence.substring(0, end > 0 ? end : sentence.offsetByCodePoints(0, LONGEST_SENTENCE / 2)) + " […]";
    }
}
