package ibid.finding;

import java.util.List;
import java.util.Optional;

/**
 * One problem worth a person's attention.
 *
 * @param message one sentence
 * @param fingerprint the same for the same problem in a later run, even if lines moved
 * @param document the document it is about where no citation is, such as an unreadable one
 * @param target id of the target
 * @param citations ids of the citations, in the order of the report
 * @param equivalence why the citations are taken for citations of one source, where the finding rests on that
 */
public record Finding(
        RuleId rule,
        Severity severity,
        String message,
        String fingerprint,
        Optional<String> document,
        Optional<String> target,
        List<String> citations,
        List<Fix> fixes,
        Optional<Equivalence> equivalence) {
    public Finding {
        citations = List.copyOf(citations);
        fixes = List.copyOf(fixes);
    }

    /** A finding that does not rest on the sameness of citations. */
    public Finding(
            RuleId rule,
            Severity severity,
            String message,
            String fingerprint,
            Optional<String> document,
            Optional<String> target,
            List<String> citations,
            List<Fix> fixes) {
        this(rule, severity, message, fingerprint, document, target, citations, fixes, Optional.empty());
    }

    /** The same finding, with these fixes. */
    Finding withFixes(List<Fix> others) {
        return new Finding(rule, severity, message, fingerprint, document, target, citations, others, equivalence);
    }

    /** The same finding, weighed in another way. */
    Finding withSeverity(Severity other) {
        return new Finding(rule, other, message, fingerprint, document, target, citations, fixes, equivalence);
    }

    /** The same finding, at these citations alone; its edits stay, for they make sense together. */
    Finding withCitations(List<String> others) {
        return new Finding(rule, severity, message, fingerprint, document, target, others, fixes, equivalence);
    }
}
