package ibid.finding;

import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedTarget;
import ibid.registry.Agreement;
import ibid.registry.Claim;
import ibid.registry.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An identifier that is registered for another work than the citation speaks of. Nobody but its author knows which of them is meant. */
final class AnotherWorkRule implements Rule {
    @Override
    public List<Finding> findings(Facts facts) {
        var findings = new ArrayList<Finding>();
        for (var target : facts.targets()) {
            target.work()
                    .ifPresent(work -> mistaken(target, work, facts)
                            .forEach((claim, citations) -> findings.add(finding(target, work, claim, citations))));
        }
        return findings;
    }

    private static Map<Claim, List<ReportedCitation>> mistaken(ReportedTarget target, Work work, Facts facts) {
        Map<Claim, List<ReportedCitation>> mistaken = new LinkedHashMap<>();
        for (var cited : facts.citationsOf(target)) {
            var citation = cited.citation();
            CitedWorks.claim(target, citation)
                    .filter(claim -> CitedWorks.isBinding(target, citation))
                    .filter(claim -> work.agreement(claim).isOfAnotherWork())
                    .ifPresent(claim -> mistaken.computeIfAbsent(claim, key -> new ArrayList<>())
                            .add(cited));
        }
        return mistaken;
    }

    private static Finding finding(ReportedTarget target, Work work, Claim claim, List<ReportedCitation> citations) {
        return new Finding(
                RuleId.INVALID_IDENTIFIER,
                // The identifier itself is good, and a title may be worded in ways that nobody thought of.
                Severity.WARNING,
                Targets.shown(target.target()) + " names another work: " + work.register() + " has it as "
                        + work.shown()
                        + ", and the citation is of " + Agreement.shown(claim)
                        + ". Correct the identifier, or what is said of the work.",
                Fingerprint.of(
                        RuleId.INVALID_IDENTIFIER,
                        target.target().key(),
                        claim.title().orElse("")),
                Optional.empty(),
                Optional.of(target.id()),
                citations.stream().map(ReportedCitation::id).toList(),
                List.of());
    }
}
