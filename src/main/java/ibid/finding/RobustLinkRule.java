package ibid.finding;

import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedTarget;
import ibid.resolution.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A finding for every living page of which a copy is known that the links to it could name, and do not. */
final class RobustLinkRule implements Rule {
    @Override
    public List<Finding> findings(Facts facts) {
        var findings = new ArrayList<Finding>();
        for (var target : facts.targets()) {
            var named = facts.citationsOf(target).stream()
                    .filter(cited -> !facts.copies().naming(List.of(cited)).isEmpty())
                    .toList();
            if (target.outcome().verdict() != Verdict.BROKEN && !named.isEmpty()) {
                CopyToCite.of(target).ifPresent(copy -> findings.add(finding(target, named, copy, facts)));
            }
        }
        return findings;
    }

    private static Finding finding(
            ReportedTarget target, List<ReportedCitation> citations, CopyToCite copy, Facts facts) {
        var rule = RuleId.ROBUST_LINK;
        return new Finding(
                rule,
                rule.severity(),
                Targets.shown(target.target()) + " is there, and its link names no copy of it. "
                        + copy.sentence(citations),
                Fingerprint.of(rule, target.target().key()),
                Optional.empty(),
                Optional.of(target.id()),
                citations.stream().map(ReportedCitation::id).toList(),
                copy.fixes(citations, facts));
    }
}
