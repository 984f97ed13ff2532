package ibid.report.view;

import ibid.citation.Truncation;
import ibid.url.Redaction;

/**
 * A cut address, taken apart.
 *
 * @param headLength of the whole head, in characters
 * @param missing fewest characters that the mark stands for
 * @param explanation who cuts addresses so, and what is lost
 */
public record Specimen(
        String head, String mark, String tail, int headLength, int tailLength, int missing, String explanation) {

    static Specimen of(Truncation truncation) {
        var head = truncation.head().codePointCount(0, truncation.head().length());
        var tail = truncation.tail().codePointCount(0, truncation.tail().length());
        var whole = truncation.head() + truncation.mark() + truncation.tail();
        var missing = Math.max(1, truncation.minimumLength() - head - tail);
        return new Specimen(
                Shown.text(Redaction.shownHead(truncation.head(), whole)),
                Shown.text(truncation.mark()),
                Shown.text(Redaction.shownTail(truncation.tail(), whole)),
                head,
                tail,
                missing,
                who(truncation, head, tail) + " " + loss(truncation, missing));
    }

    private static String who(Truncation truncation, int head, int tail) {
        var kept = tail == 0
                ? "only the first " + head + " characters"
                : "first " + head + " and last " + tail + " characters";
        if (truncation.dialects().isEmpty()) {
            return "A person or a program has cut this address: " + (tail == 0 ? kept : "the " + kept) + " are left.";
        }
        return Platforms.of(truncation.dialects()) + " show long addresses this way: " + kept + ".";
    }

    private static String loss(Truncation truncation, int missing) {
        if (truncation.dialects().isEmpty()) {
            return "How much is missing" + (truncation.tail().isEmpty() ? " at the end" : " in the middle")
                    + " cannot be told.";
        }
        return "The full address has at least " + truncation.minimumLength() + " characters, so at least " + missing
                + (missing == 1 ? " is" : " are") + " missing"
                + (truncation.tail().isEmpty() ? " at the end." : " in the middle.");
    }

    /** The text as written. */
    String whole() {
        return head + mark + tail;
    }

    /** Characters that are known to belong to the full address: the bar of head, gap and tail is this long in all. */
    public int length() {
        return headLength + missing + tailLength;
    }
}
