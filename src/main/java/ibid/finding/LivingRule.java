package ibid.finding;

import ibid.archive.Snapshot;
import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedTarget;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A finding for every living page that says something else than when it was cited, and for every one without a copy. */
final class LivingRule implements Rule {
    private static final int PERCENT = 100;

    private final Living living;

    LivingRule(Living living) {
        this.living = living;
    }

    @Override
    public List<Finding> findings(Facts facts) {
        var findings = new ArrayList<Finding>();
        for (var target : facts.targets()) {
            var key = target.target().key();
            var shown = Targets.shown(target.target());
            Optional.ofNullable(living.drifted().get(key))
                    .ifPresent(drifted -> findings.add(finding(
                                    RuleId.DRIFTED_CONTENT,
                                    message(shown, drifted),
                                    target,
                                    facts,
                                    fixes(target, facts))
                            .withDrift(drifted.drift())));
            // A copy that was made in this run is one, too.
            if (living.unarchived().contains(key)
                    && CopyToCite.of(target).isEmpty()
                    && target.saved().stream().allMatch(saved -> saved.copy().isEmpty())) {
                findings.add(finding(
                        RuleId.UNARCHIVED,
                        shown + " is there, and no archive that was asked has a copy of it.",
                        target,
                        facts,
                        List.of()));
            }
        }
        return findings;
    }

    private static Finding finding(RuleId rule, String message, ReportedTarget target, Facts facts, List<Fix> fixes) {
        return new Finding(
                rule,
                rule.severity(),
                message,
                Fingerprint.of(rule, target.target().key()),
                Optional.empty(),
                Optional.of(target.id()),
                facts.citationsOf(target).stream().map(ReportedCitation::id).toList(),
                fixes);
    }

    /** Never safe: whether the page still says what it is cited for is for a person to read. */
    private static List<Fix> fixes(ReportedTarget target, Facts facts) {
        return CopyToCite.of(target)
                .map(copy -> copy.fixes(facts.citationsOf(target), facts))
                .orElse(List.of())
                .stream()
                .map(Fix::unsafe)
                .toList();
    }

    private static String message(String shown, Drifted drifted) {
        var drift = drifted.drift();
        return shown + " still says " + Math.round(drift.kept() * PERCENT) + " % of what it said on "
                + day(drifted.copy()) + "." + quoted(" Gone: ", drift.removed()) + quoted(" New: ", drift.added())
                + " The copy in " + drifted.copy().archive() + ": "
                + drifted.copy().url();
    }

    private static String quoted(String what, List<String> sentences) {
        return sentences.isEmpty() ? "" : what + "\"" + sentences.get(0) + "\"";
    }

    private static LocalDate day(Snapshot copy) {
        return LocalDate.ofInstant(copy.capturedAt(), ZoneOffset.UTC);
    }
}
