package ibid.finding;

import ibid.page.Drift;
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
 * @param drift what became of the page that is cited, where the finding is about that
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
        Optional<Equivalence> equivalence,
        Optional<Drift> drift) {
    public Finding {
        citations = List.copyOf(citations);
        fixes = List.copyOf(fixes);
    }

    /** A finding that is about no page's text. */
    public Finding(
            RuleId rule,
            Severity severity,
            String message,
            String fingerprint,
            Optional<String> document,
            Optional<String> target,
            List<String> citations,
            List<Fix> fixes,
            Optional<Equivalence> equivalence) {
        this(rule, severity, message, fingerprint, document, target, citations, fixes, equivalence, Optional.empty());
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
        return new Finding(
                rule, severity, message, fingerprint, document, target, citations, others, equivalence, drift);
    }

    /** The same finding, weighed in another way. */
    Finding withSeverity(Severity other) {
        return new Finding(rule, other, message, fingerprint, document, target, citations, fixes, equivalence, drift);
    }

    /** The same finding, at these citations alone; its edits stay, for they make sense together. */
    Finding withCitations(List<String> others) {
        return new Finding(rule, severity, message, fingerprint, document, target, others, fixes, equivalence, drift);
    }

    /** The same finding, about what became of a page. */
    Finding withDrift(Drift found) {
        return new Finding(
                rule,
                severity,
                message,
                fingerprint,
                document,
                target,
                citations,
                fixes,
                equivalence,
                Optional.of(found));
    }
}
