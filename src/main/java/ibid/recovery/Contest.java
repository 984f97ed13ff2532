package ibid.recovery;

import ibid.citation.Truncation;
import ibid.page.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The contenders for one cut address, judged against one another and against the answer that none of them is meant.
 *
 * <p>The probabilities are those of a conditional logit: each contender has the sum of its weighted traits, and "none" has
 * one, too, so that what is nowhere known cannot be crowded out by what is.
 */
final class Contest {
    /**
     * Surer than this is certain. Fitted with the weights: of the answers above it at most one in a thousand is wrong, with
     * the true address known to the sources or not.
     */
    static final double CERTAIN = 0.99;

    private static final double PROBABLE = 0.5;

    private final Truncation cut;
    private final Clues clues;
    private final Weights weights;
    private final TraitReader traits;
    private final List<Contender> contenders;
    private final boolean complete;

    Contest(Truncation cut, Clues clues, Weights weights, List<Contender> contenders, boolean complete) {
        this.cut = cut;
        this.clues = clues;
        this.weights = weights;
        this.traits = new TraitReader(cut, clues);
        this.contenders = contenders;
        this.complete = complete;
    }

    /** A contender with its probability and its traits. */
    record Judged(Contender contender, double probability, double[] traits, PageReading reading) {}

    /** All contenders, likeliest first. */
    List<Judged> judged(Map<String, PageReading> readings) {
        var none = weights.score(traits.none(complete));
        var most = none;
        var scores = new double[contenders.size()];
        var read = new ArrayList<double[]>();
        var keys = contenders.stream().map(Contender::key).collect(Collectors.toSet());
        for (var i = 0; i < scores.length; i++) {
            var contender = contenders.get(i);
            read.add(traits.of(contender, keys, readings.getOrDefault(contender.key(), PageReading.NONE)));
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
            judged.add(new Judged(
                    contender,
                    Math.exp(scores[i] - most) / sum,
                    read.get(i),
                    readings.getOrDefault(contender.key(), PageReading.NONE)));
        }
        judged.sort(Comparator.comparingDouble((Judged one) -> -one.probability())
                .thenComparing(one -> one.contender().url().text()));
        return judged;
    }

    /** The traits of "none", as they go into the probabilities. */
    double[] none() {
        return traits.none(complete);
    }

    Certainty certainty(Judged judged, List<Judged> all) {
        if (isExact(judged, all)) {
            return Certainty.EXACT;
        }
        if (isVerified(judged)) {
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
                && all.stream().filter(one -> one.contender().isKnownBy(Offer.Kind.CITED)).count() == 1;
    }

    private boolean isVerified(Judged judged) {
        return judged.probability() >= CERTAIN
                && judged.reading().state() == PageReading.State.READ
                && traits.title(judged.reading().page()) == TitleAgreement.WHOLE
                && !has(judged, Trait.VARIANT)
                && !has(judged, Trait.NO_PAGE)
                && !has(judged, Trait.CANONICAL_OTHER)
                && !has(judged, Trait.PAGE_DATE_OTHER)
                && (!cut.dialects().isEmpty() || !cut.tail().isEmpty());
    }

    private static boolean has(Judged judged, Trait trait) {
        return judged.traits()[trait.ordinal()] > 0;
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
                        .map(own -> Offer.of(own.text(), Offer.Kind.LINKED, "the page at " + contender.url().text()))
                        .toList()
                : List.of();
    }
}
