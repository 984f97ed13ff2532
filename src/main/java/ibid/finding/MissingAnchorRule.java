package ibid.finding;

import ibid.citation.Citation;
import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedTarget;
import ibid.resolution.Fragment;
import ibid.resolution.Fragment.Found;
import ibid.url.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A finding for every part that is not in what its address leads to. What is cited is there, so it is not broken: the
 * reader arrives at the top of the page.
 */
final class MissingAnchorRule implements Rule {
    @Override
    public List<Finding> findings(Facts facts) {
        var findings = new ArrayList<Finding>();
        for (var target : facts.targets()) {
            target.outcome()
                    .fragment()
                    .filter(part -> part.found() == Found.MISSING || part.found() == Found.OTHER_CASE)
                    .ifPresent(part -> findings.add(finding(part, target, facts)));
        }
        return findings;
    }

    private static Finding finding(Fragment part, ReportedTarget target, Facts facts) {
        var citations = facts.citationsOf(target);
        return new Finding(
                RuleId.MISSING_ANCHOR,
                part.found() == Found.OTHER_CASE ? Severity.WARNING : RuleId.MISSING_ANCHOR.severity(),
                message(part, target),
                Fingerprint.of(RuleId.MISSING_ANCHOR, target.target().key()),
                Optional.empty(),
                Optional.of(target.id()),
                citations.stream().map(ReportedCitation::id).toList(),
                part.near().map(near -> fixes(near, citations, facts)).orElse(List.of()));
    }

    private static String message(Fragment part, ReportedTarget target) {
        var said = Targets.shown(target.target()) + ": "
                + part.sentence()
                        .map(Redaction::shown)
                        .map(MissingAnchorRule::capital)
                        .orElse("The part is not there")
                + ".";
        if (part.found() == Found.OTHER_CASE) {
            return said + " Browsers tell capitals apart: write it as it is there.";
        }
        return said
                + part.near()
                        .map(near -> " It may be \"" + Redaction.shown(near) + "\": look before you use it.")
                        .orElse(" Cite the page, or the part that holds this now.");
    }

    private static String capital(String sentence) {
        return "T" + sentence.substring(1);
    }

    private static List<Fix> fixes(String near, List<ReportedCitation> citations, Facts facts) {
        return Replacement.fixes("Cite the nearest part.", false, citations, cited -> withPart(cited, near), facts);
    }

    /** What would end an address in a document is escaped, as it is where the address is written so. */
    private static String withPart(Citation citation, String near) {
        var cited = citation.cited();
        var hash = cited.indexOf('#');
        var part =
                near.replace("%", "%25").replace(" ", "%20").replace("(", "%28").replace(")", "%29");
        return (hash < 0 ? cited : cited.substring(0, hash)) + "#" + part;
    }
}
