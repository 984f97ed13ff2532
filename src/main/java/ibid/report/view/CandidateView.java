package ibid.report.view;

import ibid.citation.Truncation;
import ibid.recovery.Candidate;
import ibid.recovery.Certainty;
import ibid.url.Redaction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A full address that may have been meant, with the parts that agree with the cut text apart from the part that was lost.
 *
 * @param literal whether the parts are the address itself, to be copied, and not a harmless picture of it
 * @param head empty where the cut text is not literally part of the address
 * @param lost what the mark stood for; empty where nothing was cut
 * @param tail empty as {@code head}
 */
public record CandidateView(
        Optional<String> href,
        boolean literal,
        String head,
        String lost,
        String tail,
        String certainty,
        String meaning,
        String score,
        List<String> evidence,
        Optional<String> outcome) {

    static CandidateView of(Candidate candidate, Optional<Truncation> truncation) {
        var url = candidate.url();
        // A secret that is taken apart is recognised in none of the parts.
        var parted = truncation.filter(t -> !Redaction.hides(url));
        var from = parted.map(t -> headEnd(url, t)).orElse(0);
        var to = parted.map(t -> tailStart(url, from, t)).orElse(truncation.isPresent() ? url.length() : 0);
        return new CandidateView(
                Shown.href(url),
                Shown.text(url).equals(url),
                part(url, 0, from),
                part(url, from, to),
                part(url, to, url.length()),
                candidate.certainty().label(),
                meaning(candidate.certainty(), truncation.isPresent()),
                percent(candidate.score()),
                candidate.evidence().stream().map(Shown::text).toList(),
                candidate
                        .outcome()
                        .map(o -> Words.of(o.verdict()) + ": " + o.reason().sentence()));
    }

    /** Nothing is a hundred per cent sure. */
    private static String percent(double score) {
        var rounded = Math.round(score * 100);
        return rounded == 100 ? "over 99 %" : rounded + " %";
    }

    private static String part(String url, int from, int to) {
        return Shown.text(url.substring(from, to));
    }

    /** The head may lack the scheme and {@code www.}, which some platforms leave out. */
    private static int headEnd(String url, Truncation truncation) {
        var head = truncation.head().toLowerCase(Locale.ROOT);
        var at = head.isEmpty() ? -1 : url.toLowerCase(Locale.ROOT).indexOf(head);
        return at >= 0 && at <= "https://www.".length() ? Math.min(url.length(), at + head.length()) : 0;
    }

    private static int tailStart(String url, int from, Truncation truncation) {
        var tail = truncation.tail();
        return url.endsWith(tail) && url.length() - tail.length() >= from ? url.length() - tail.length() : url.length();
    }

    private static String meaning(Certainty certainty, boolean cut) {
        if (!cut) {
            return certainty.isCertain()
                    ? "Its page was read, and it is the source."
                    : "It may be the source at a new address. Look at the page before you use it.";
        }
        return switch (certainty) {
            case EXACT ->
                "The full address stands in the documents of this run, and cutting it gives exactly this text.";
            case VERIFIED ->
                "Cutting it gives exactly this text, its page was read and has the right title, and nothing else comes near.";
            case PROBABLE -> "It fits well, but nobody has confirmed it. Look at the page before you use it.";
            case POSSIBLE -> "It fits, and so may others. Look at the page before you use it.";
        };
    }
}
