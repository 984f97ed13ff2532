package ibid.finding;

import ibid.citation.Citation;
import ibid.citation.Split;
import ibid.finding.Report.ReportedCitation;
import ibid.url.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A finding for every address that is broken over lines, with the edit that puts it together. */
final class SplitUrlRule implements Rule {
    @Override
    public List<Finding> findings(Facts facts) {
        var findings = new ArrayList<Finding>();
        for (var cited : facts.citations()) {
            var split = cited.citation().split();
            if (split.isPresent()) {
                findings.add(finding(cited, split.get(), facts));
            }
        }
        return findings;
    }

    private static Finding finding(ReportedCitation cited, Split split, Facts facts) {
        var citation = cited.citation();
        return new Finding(
                RuleId.SPLIT_URL,
                RuleId.SPLIT_URL.severity(),
                message(citation, split),
                Fingerprint.of(RuleId.SPLIT_URL, citation.document(), split.joined()),
                Optional.empty(),
                Optional.of(cited.target()).filter(id -> !id.isEmpty()),
                List.of(cited.id()),
                fixes(cited, split, facts));
    }

    private static String message(Citation citation, Split split) {
        var joined = Redaction.shown(split.joined());
        if (!split.isSure(citation.cited())) {
            return "The address " + Redaction.shown(citation.cited()) + " may go on in the next line, as " + joined
                    + ": " + split.evidence() + ".";
        }
        var others = split.others().isEmpty()
                ? ""
                : " It may also be " + Redaction.shown(String.join(" or ", split.others())) + ".";
        return "The address " + joined + " is broken over lines: " + split.evidence() + "." + others;
    }

    /** Only what spans all the lines can be put in their place. */
    private static List<Fix> fixes(ReportedCitation cited, Split split, Facts facts) {
        if (!split.isSure(cited.citation().cited())) {
            return List.of();
        }
        return Replacement.fixes(
                "Put the address on one line.", split.others().isEmpty(), List.of(cited), split.joined(), facts);
    }
}
