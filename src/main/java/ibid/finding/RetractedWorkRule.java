package ibid.finding;

import ibid.citation.Citation;
import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedTarget;
import ibid.registry.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A work that was retracted, withdrawn or removed, or is under concern. */
final class RetractedWorkRule implements Rule {
    /** Who says so beside the citation knows it. */
    private static final Pattern KNOWN = Pattern.compile(
            "retract|withdrawn|expression of concern|zurückgezogen|rétract|retractad|ritirat",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Finding> findings(Facts facts) {
        var findings = new ArrayList<Finding>();
        for (var target : facts.targets()) {
            target.work()
                    .filter(work -> !work.notices().isEmpty())
                    .ifPresent(work -> findings.add(finding(target, work, facts.citationsOf(target))));
        }
        return findings;
    }

    private static Finding finding(ReportedTarget target, Work work, List<ReportedCitation> citations) {
        var isKnown = citations.stream().map(ReportedCitation::citation).allMatch(RetractedWorkRule::saysSo);
        return new Finding(
                RuleId.RETRACTED_WORK,
                isKnown ? Severity.NOTE : RuleId.RETRACTED_WORK.severity(),
                Targets.shown(target.target()) + ", " + work.shown() + ", "
                        + work.notices().get(0).shown() + ". Cite another source, or say so where it is cited.",
                Fingerprint.of(
                        RuleId.RETRACTED_WORK,
                        target.target().key(),
                        work.notices().get(0).kind().name()),
                Optional.empty(),
                Optional.of(target.id()),
                citations.stream().map(ReportedCitation::id).toList(),
                List.of());
    }

    private static boolean saysSo(Citation citation) {
        var context = citation.context();
        return Stream.of(context.title(), context.linkText(), context.sentence())
                .flatMap(Optional::stream)
                .anyMatch(text -> KNOWN.matcher(text).find());
    }
}
