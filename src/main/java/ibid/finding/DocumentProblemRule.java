package ibid.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A finding for every problem of a document. */
final class DocumentProblemRule implements Rule {
    @Override
    public List<Finding> findings(Facts facts) {
        var findings = new ArrayList<Finding>();
        for (var document : facts.documents()) {
            for (var problem : document.problems()) {
                findings.add(new Finding(
                        RuleId.DOCUMENT_PROBLEM,
                        RuleId.DOCUMENT_PROBLEM.severity(),
                        problem.message(),
                        Fingerprint.of(
                                RuleId.DOCUMENT_PROBLEM,
                                document.path(),
                                problem.kind().name()),
                        Optional.of(document.path()),
                        Optional.empty(),
                        List.of(),
                        List.of()));
            }
        }
        return findings;
    }
}
