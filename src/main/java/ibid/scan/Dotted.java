package ibid.scan;

import ibid.citation.Citation;
import ibid.citation.Truncation;
import ibid.finding.ReportBuilder.Cited;
import ibid.target.Target.UrlTarget;
import ibid.target.TargetParser;
import java.util.Optional;

/**
 * A citation on whose address dots hang.
 *
 * @param whole the reading that is asked first: in text without the dots, in a destination with them
 * @param withDots whether the dots belong to that reading
 * @param looksCut whether it more likely was cut than not
 */
record Dotted(Cited whole, Citation cut, Truncation truncation, boolean withDots, boolean looksCut) {

    /** Empty where the citation can be read in one way alone, or is passed over. */
    static Optional<Dotted> of(Citation citation, TargetParser parser) {
        if (citation.otherwise().isEmpty() || citation.passedOver().isPresent()) {
            return Optional.empty();
        }
        var whole = citation.read(false);
        var cut = citation.read(true);
        return cut.truncation()
                .map(truncation -> new Dotted(
                        new Cited(whole, parser.parse(whole)),
                        cut,
                        truncation,
                        whole.cited().contains(truncation.mark()),
                        citation.truncation().isPresent()));
    }

    /** The dots, and what follows them. */
    String hanging() {
        return truncation.mark() + truncation.tail();
    }

    /** The reading that is asked where nothing is at the first. No title ends in an ellipsis that a keyboard has no key for. */
    Optional<Cited> second(TargetParser parser) {
        if (withDots ? !truncation.tail().isEmpty() : !truncation.mark().startsWith(".")) {
            return Optional.empty();
        }
        var second = withDots ? cut.upToDots() : cut.asItStands();
        var target = parser.parse(second);
        return target instanceof UrlTarget ? Optional.of(new Cited(second, target)) : Optional.empty();
    }
}
