package ibid.resolution;

import ibid.url.CanonicalKey;
import ibid.url.Level;
import ibid.url.Redaction;
import ibid.url.Url;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What resolving a target showed.
 *
 * @param status last HTTP status seen
 * @param finalUrl where the hops end
 * @param hops every answer in order, the last one included
 * @param attempts requests sent in this run, retries included
 * @param evidence what the reason rests on, a sentence each, without timings
 * @param fragment what was found of the part that is cited, where one is and it was looked for
 */
public record Outcome(
        Reason reason,
        OptionalInt status,
        Optional<String> finalUrl,
        List<Hop> hops,
        int attempts,
        Optional<Instant> checkedAt,
        List<String> evidence,
        Optional<Fragment> fragment) {
    private static final String REFUSES_COPIES = " refuses copies of this page";
    private static final String GIVES_NO_LEAVE = " could not be read, so no copy of this page was made";

    public Outcome {
        hops = List.copyOf(hops);
        evidence = List.copyOf(evidence);
    }

    /** An outcome that says nothing of a part. */
    public Outcome(
            Reason reason,
            OptionalInt status,
            Optional<String> finalUrl,
            List<Hop> hops,
            int attempts,
            Optional<Instant> checkedAt,
            List<String> evidence) {
        this(reason, status, finalUrl, hops, attempts, checkedAt, evidence, Optional.empty());
    }

    /** The same, ending at another address. */
    Outcome at(String end) {
        return new Outcome(reason, status, Optional.of(end), hops, attempts, checkedAt, evidence, fragment);
    }

    /** The same, with what was found of the part that is cited. */
    Outcome withFragment(Fragment found) {
        var sentences = new Evidence();
        evidence.forEach(sentences::add);
        found.sentence().ifPresent(sentences::add);
        return new Outcome(
                reason, status, finalUrl, hops, attempts, checkedAt, sentences.sentences(), Optional.of(found));
    }

    public Verdict verdict() {
        return reason.verdict();
    }

    /** What it means, one sentence for a reader of the report. */
    public String meaning() {
        if (isPerhapsCut()) {
            return "The address may have been cut, and what was asked does not tell.";
        }
        if (isWithoutItsPart()) {
            return "The page is there, but not the part of it that is cited.";
        }
        return reason == Reason.SOFT_404
                ? "The source is not there, though the server answers: " + story()
                : reason.sentence();
    }

    private String story() {
        return finalUrl.filter(this::isElsewhere)
                .map(end -> "the site sends readers to " + Redaction.shown(end) + ".")
                .orElse("the page says so, or is what the site shows for any address.");
    }

    private boolean isElsewhere(String end) {
        var asked = hops.stream().findFirst().flatMap(first -> Url.parse(first.url()));
        return asked.isPresent()
                && Url.parse(end)
                        .filter(url -> !CanonicalKey.areEqual(url, asked.get(), Level.SOURCE))
                        .isPresent();
    }

    /** What to do about it, one sentence. */
    public String advice() {
        if (isPerhapsCut()) {
            return "Paste the full address in its place, or take the dots away where it is whole.";
        }
        return isWithoutItsPart() ? "Cite the page, or a part that it has." : reason.advice();
    }

    private boolean isWithoutItsPart() {
        return reason == Reason.OK
                && fragment.filter(part ->
                                part.found() == Fragment.Found.MISSING || part.found() == Fragment.Found.OTHER_CASE)
                        .isPresent();
    }

    /** The same answers, judged in another way. */
    Outcome as(Reason other, List<String> grounds) {
        return new Outcome(other, status, finalUrl, hops, attempts, checkedAt, grounds, fragment);
    }

    /** Whether the address may be whole as well as cut, and what was asked does not tell. */
    public boolean isPerhapsCut() {
        return CutOutcome.isPerhaps(this);
    }

    /** The same outcome, resting on a sentence more; one that is said already is not said again. */
    public Outcome and(String sentence) {
        var grounds = new Evidence();
        evidence.forEach(grounds::add);
        return as(reason, grounds.add(sentence).sentences());
    }

    /** The same, of a page that its host does not want copied; the evidence says so, and is remembered. */
    Outcome withoutCopy(String host, boolean isTold) {
        return and("robots.txt of " + host + (isTold ? REFUSES_COPIES : GIVES_NO_LEAVE));
    }

    /** Whether no copy was made because robots.txt refuses it, or could not be read. */
    public boolean refusesCopies() {
        return evidence.stream()
                .anyMatch(sentence -> sentence.startsWith("robots.txt of ")
                        && (sentence.endsWith(REFUSES_COPIES) || sentence.endsWith(GIVES_NO_LEAVE)));
    }

    /** The outcome of a target that nothing was sent for. */
    public static Outcome unasked(Reason reason, String evidence) {
        return new Outcome(
                reason, OptionalInt.empty(), Optional.empty(), List.of(), 0, Optional.empty(), List.of(evidence));
    }
}
