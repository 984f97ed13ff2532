package ibid.finding;

import ibid.citation.Dialects;
import ibid.citation.Truncation;
import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedTarget;
import ibid.recovery.Candidate;
import ibid.target.Target.TruncatedTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A finding for every address that was cut, with the edit that puts the full one back where it is known. */
final class TruncatedUrlRule implements Rule {
    private final Dialects dialects;

    TruncatedUrlRule(Dialects dialects) {
        this.dialects = dialects;
    }

    @Override
    public List<Finding> findings(Facts facts) {
        var findings = new ArrayList<Finding>();
        for (var target : facts.targets()) {
            if (target.target() instanceof TruncatedTarget cut) {
                findings.add(finding(cut, target, facts));
            }
        }
        return findings;
    }

    private Finding finding(TruncatedTarget cut, ReportedTarget target, Facts facts) {
        var citations = facts.citationsOf(target);
        var isPerhaps = target.outcome().isPerhapsCut();
        var certain = target.candidates().stream()
                .filter(c -> c.certainty().isCertain())
                .findFirst();
        return new Finding(
                RuleId.TRUNCATED_URL,
                certain.isPresent() || isPerhaps ? Severity.WARNING : Severity.ERROR,
                "The address " + Targets.shown(cut)
                        + (isPerhaps
                                ? " may have been cut, and what was asked does not tell."
                                : " was cut" + by(cut.truncation()))
                        + certain.map(c -> " The full address is " + c.url() + ".")
                                .orElseGet(() -> unrecovered(target)),
                Fingerprint.of(RuleId.TRUNCATED_URL, cut.key()),
                Optional.empty(),
                Optional.of(target.id()),
                citations.stream().map(ReportedCitation::id).toList(),
                target.candidates().stream()
                        .flatMap(candidate -> fixes(candidate, citations, facts).stream())
                        .toList());
    }

    private String by(Truncation cut) {
        if (cut.dialects().isEmpty()) {
            return "; how much of it is missing cannot be told.";
        }
        var hidden = cut.minimumLength()
                - cut.head().codePointCount(0, cut.head().length())
                - cut.tail().codePointCount(0, cut.tail().length());
        var missing =
                hidden == 1 ? "at least one character is missing." : "at least " + hidden + " characters are missing.";
        return cut.dialects().stream()
                .findFirst()
                .flatMap(dialects::platform)
                .map(platform -> " the way " + platform + " shows long addresses; " + missing)
                .orElse("; " + missing);
    }

    private static String unrecovered(ReportedTarget target) {
        var candidates = target.candidates();
        if (candidates.isEmpty()) {
            return " " + target.outcome().advice();
        }
        return candidates.size() == 1
                ? " It may be " + candidates.get(0).url() + ": look before you use it."
                : " " + candidates.size() + " known addresses fit: choose the right one.";
    }

    private static List<Fix> fixes(Candidate candidate, List<ReportedCitation> citations, Facts facts) {
        return Replacement.fixes(
                "Put the full address in place of the cut one.",
                candidate.certainty().isCertain(),
                citations,
                candidate.url(),
                facts);
    }
}
