package ibid.finding;

import ibid.finding.Report.ReportedCitation;
import ibid.target.Target.InvalidIdentifierTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An identifier that cannot be right: which of its characters is wrong nobody can tell, so no edit is offered. */
final class InvalidIdentifierRule implements Rule {
    @Override
    public List<Finding> findings(Facts facts) {
        var findings = new ArrayList<Finding>();
        for (var target : facts.targets()) {
            if (target.target() instanceof InvalidIdentifierTarget invalid) {
                findings.add(new Finding(
                        RuleId.INVALID_IDENTIFIER,
                        RuleId.INVALID_IDENTIFIER.severity(),
                        Targets.shown(invalid) + " cannot be right: "
                                + invalid.wrong().why() + ". Check it against the source itself.",
                        Fingerprint.of(RuleId.INVALID_IDENTIFIER, invalid.key()),
                        Optional.empty(),
                        Optional.of(target.id()),
                        facts.citationsOf(target).stream()
                                .map(ReportedCitation::id)
                                .toList(),
                        List.of(),
                        Optional.empty()));
            }
        }
        return findings;
    }
}
