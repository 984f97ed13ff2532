package ibid.finding;

import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedTarget;
import ibid.resolution.Outcome;
import ibid.resolution.Verdict;
import ibid.target.Target;
import ibid.target.Target.IdentifierTarget;
import ibid.target.Target.UrlTarget;
import ibid.target.TargetParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A publisher's page that is gone, while the identifier in its address still leads to the work: what to cite instead is known. */
final class DeadPageRule implements Rule {
    private final Function<Target, Outcome> outcomes;
    private final TargetParser parser = new TargetParser();

    /** @param outcomes what is known of the pages */
    DeadPageRule(Function<Target, Outcome> outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public List<Finding> findings(Facts facts) {
        var findings = new ArrayList<Finding>();
        for (var target : facts.targets()) {
            if (target.target() instanceof IdentifierTarget identifier
                    && target.outcome().verdict() == Verdict.ALIVE) {
                dead(target, facts)
                        .forEach((page, cited) -> findings.add(finding(target, identifier, page, cited, facts)));
            }
        }
        return findings;
    }

    private Map<UrlTarget, List<ReportedCitation>> dead(ReportedTarget target, Facts facts) {
        Map<UrlTarget, List<ReportedCitation>> dead = new LinkedHashMap<>();
        for (var cited : facts.citationsOf(target)) {
            page(cited)
                    .filter(page -> outcomes.apply(page).verdict() == Verdict.BROKEN)
                    .ifPresent(page ->
                            dead.computeIfAbsent(page, key -> new ArrayList<>()).add(cited));
        }
        return dead;
    }

    private Optional<UrlTarget> page(ReportedCitation cited) {
        return parser.parse(cited.citation()) instanceof IdentifierTarget identifier
                ? identifier.page().map(UrlTarget::of)
                : Optional.empty();
    }

    private Finding finding(
            ReportedTarget target,
            IdentifierTarget identifier,
            UrlTarget page,
            List<ReportedCitation> cited,
            Facts facts) {
        var lasting = identifier.address().orElse(identifier.shown());
        return new Finding(
                RuleId.BROKEN_LINK,
                RuleId.BROKEN_LINK.severity(),
                Targets.shown(page) + ": " + outcomes.apply(page).reason().sentence()
                        + " The identifier in it is good: cite " + lasting + ".",
                Fingerprint.of(RuleId.BROKEN_LINK, page.key()),
                Optional.empty(),
                Optional.of(target.id()),
                cited.stream().map(ReportedCitation::id).toList(),
                Replacement.fixes("Cite the identifier.", true, cited, lasting, facts));
    }
}
