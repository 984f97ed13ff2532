package ibid.recovery;

import ibid.citation.Truncation;
import ibid.page.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The contenders for one cut address, judged against one another and against the answer that none of them is meant.
 *
 * <p>The probabilities are those of a conditional logit: each contender has the sum of its weighted traits, and "none" has
 * one, too, so that what is nowhere known cannot be crowded out by what is.
 */
final class Contest {
    /**
     * Likelier than this may be certain, if the page says so, too: together they leave at most one wrong answer in a thousand,
     * with the true address known to the sources or not (measured by RecoveryBenchmark in src/bench).
     */
    static final double CERTAIN = 0.95;

    /** The same where no end is shown: dozens of pages may begin so, and two of them may be called alike. */
    private static final double CERTAIN_WITHOUT_END = 0.98;

    private static final double PROBABLE = 0.5;

    private static final double HALF = 0.5;

    private static final Pattern NUMBER_FIRST = Pattern.compile("/\\d{1,2}/");

    private final Truncation cut;
    private final Clues clues;
    private final Weights weights;
    private final TraitReader traits;
    private final List<Contender> contenders;

    /** Of each contender. A thousand may fit, and all are judged anew after each page. */
    private final List<Traits> unread;

    private final boolean complete;

    Contest(Truncation cut, Clues clues, Weights weights, List<Contender> contenders, boolean complete) {
        this.cut = cut;
        this.clues = clues;
        this.weights = weights;
        this.traits = new TraitReader(cut, clues);
        this.contenders = contenders;
        var others = traits.others(contenders);
        this.unread = contenders.stream()
                .map(contender -> traits.unread(contender, others))
                .toList();
        this.complete = complete;
    }

    /** A contender with its probability and its traits. */
    record Judged(Contender contender, double probability, Traits traits, PageReading reading) {}

    /** All contenders, likeliest first. */
    List<Judged> judged(Map<String, PageReading> readings) {
        var twins = readTwins(readings);
        var none = weights.score(traits.none(complete));
        var most = none;
        var scores = new double[contenders.size()];
        var read = new ArrayList<Traits>();
        for (var i = 0; i < scores.length; i++) {
            var contender = contenders.get(i);
            var reading = readings.getOrDefault(contender.key(), PageReading.UNASKED);
            var twin = Optional.ofNullable(twins.get(contender.words()));
            read.add(traits.read(unread.get(i), contender, assumed(reading, twin)));
            scores[i] = weights.score(read.get(i));
            most = Math.max(most, scores[i]);
        }
        var sum = Math.exp(none - most);
        for (var score : scores) {
            sum += Math.exp(score - most);
        }
        var judged = new ArrayList<Judged>();
        for (var i = 0; i < scores.length; i++) {
            var contender = contenders.get(i);
            var reading = readings.getOrDefault(contender.key(), PageReading.UNASKED);
            judged.add(new Judged(contender, Math.exp(scores[i] - most) / sum, read.get(i), reading));
        }
        judged.sort(Comparator.comparingDouble((Judged one) -> -one.probability())
                .thenComparing(one -> one.contender().url().text()));
        return judged;
    }

    /** Of addresses that differ by numbers alone the pages are expected to be called alike until they are read. */
    private static PageReading assumed(PageReading own, Optional<PageReading> twin) {
        return own.state() == PageReading.State.UNREADABLE || own.state() == PageReading.State.UNASKED
                ? twin.orElse(own)
                : own;
    }

    private Map<String, PageReading> readTwins(Map<String, PageReading> readings) {
        Map<String, PageReading> twins = new HashMap<>();
        for (var contender : contenders) {
            var reading = readings.getOrDefault(contender.key(), PageReading.UNASKED);
            if (reading.state() == PageReading.State.READ
                    && traits.title(reading.page()).compareTo(TitleAgreement.PARTLY) < 0) {
                twins.putIfAbsent(contender.words(), reading.anonymous());
            }
        }
        return twins;
    }

    /** The traits of "none", as they go into the probabilities. */
    Traits none() {
        return traits.none(complete);
    }

    Certainty certainty(Judged judged, List<Judged> all) {
        if (isExact(judged, all)) {
            return Certainty.EXACT;
        }
        if (isVerified(judged) && (!hasTwins(judged, all) || isFullyBorneOut(judged))) {
            return Certainty.VERIFIED;
        }
        return judged.probability() >= PROBABLE ? Certainty.PROBABLE : Certainty.POSSIBLE;
    }

    /**
     * One address of the documents that shows both ends of the cut one, by a rule that writes just that, is it. Where only the
     * beginning is shown, or no known rule cuts so, another address nobody cites here may be meant.
     */
    private boolean isExact(Judged judged, List<Judged> all) {
        return judged.contender().isKnownBy(Offer.Kind.CITED)
                && !cut.dialects().isEmpty()
                && !cut.tail().isEmpty()
                && all.stream()
                                .filter(one -> one.contender().isKnownBy(Offer.Kind.CITED))
                                .count()
                        == 1;
    }

    private boolean isVerified(Judged judged) {
        return judged.probability() >= (cut.tail().isEmpty() ? CERTAIN_WITHOUT_END : CERTAIN)
                && judged.reading().state() == PageReading.State.READ
                && traits.title(judged.reading().page()) == TitleAgreement.WHOLE
                && !has(judged, Trait.VARIANT)
                && !has(judged, Trait.NO_PAGE)
                && !has(judged, Trait.CANONICAL_OTHER)
                && !has(judged, Trait.PAGE_DATE_OTHER)
                && !beginsWithNumber(judged)
                && (isBorneOut(judged) || knowsOnlyTheTitle())
                && (!cut.tail().isEmpty() || (!cut.dialects().isEmpty() && isPlainEnd(judged)));
    }

    /** Where no end is shown, one page has many addresses: with a query that says how a reader came, with a part added. */
    private static boolean isPlainEnd(Judged judged) {
        return !has(judged, Trait.QUERY) && !has(judged, Trait.EXTENDED);
    }

    /** With an end shown the title may be enough, where nothing else could agree. */
    private boolean knowsOnlyTheTitle() {
        return !cut.tail().isEmpty()
                && clues.authors().isEmpty()
                && clues.dates().isEmpty();
    }

    /** {@code /2/2014/03/title}: more often the second part of a list than a page of its own. */
    private static boolean beginsWithNumber(Judged judged) {
        return NUMBER_FIRST.matcher(judged.contender().url().path()).lookingAt();
    }

    /**
     * Whether more than the title speaks for it: one site has two pages of one title more often than it seems. Where no end is
     * shown, one sign is not enough: who writes a series gives its parts one title, and a day has several reports.
     */
    private boolean isBorneOut(Judged judged) {
        var dated = has(judged, Trait.PAGE_DATE_NEAR) || has(judged, Trait.PATH_DATE_NEAR);
        var named = has(judged, Trait.PAGE_AUTHOR);
        if (!cut.tail().isEmpty()) {
            return dated || named;
        }
        var signs = Stream.of(
                        dated,
                        named,
                        judged.traits().of(Trait.CAPTURED_NEAR) >= 1,
                        judged.traits().of(Trait.TITLE_IN_PATH) >= HALF)
                .filter(sign -> sign)
                .count();
        return signs >= (dated || clues.dates().isEmpty() ? 2 : 3);
    }

    /** Whether others differ from it by numbers alone: then there may be one more that nobody knows. */
    private static boolean hasTwins(Judged judged, List<Judged> all) {
        return all.stream()
                .filter(one -> !one.contender().key().equals(judged.contender().key()))
                .filter(one -> !has(one, Trait.VARIANT) && !has(one, Trait.EXTENDED))
                .anyMatch(
                        one -> one.contender().words().equals(judged.contender().words()));
    }

    /** Whether author and date speak for it, as far as the text has them. */
    private boolean isFullyBorneOut(Judged judged) {
        var dated = has(judged, Trait.PAGE_DATE_NEAR) || has(judged, Trait.PATH_DATE_NEAR);
        return (dated || clues.dates().isEmpty())
                && (has(judged, Trait.PAGE_AUTHOR) || clues.authors().isEmpty());
    }

    private static boolean has(Judged judged, Trait trait) {
        return judged.traits().has(trait);
    }

    TraitReader traits() {
        return traits;
    }

    Clues clues() {
        return clues;
    }

    Truncation cut() {
        return cut;
    }

    boolean isComplete() {
        return complete;
    }

    int size() {
        return contenders.size();
    }

    /** What the page of a contender calls its own address, where that is another one. */
    static List<Offer> ownNames(Contender contender, Page page) {
        return TraitReader.callsItselfOtherwise(contender, page)
                ? TraitReader.canonical(contender, page).stream()
                        .map(own -> Offer.of(
                                own.text(),
                                Offer.Kind.LINKED,
                                "the page at " + contender.url().text()))
                        .toList()
                : List.of();
    }
}
