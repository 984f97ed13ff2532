package ibid.finding;

import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedTarget;
import ibid.resolution.Verdict;
import ibid.target.Target.UrlTarget;
import ibid.url.Shortener;
import ibid.url.Shorteners;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A finding for every short link, with the edit to the address it leads to where that was seen. */
final class ShortLinkRule implements Rule {
    private final Shorteners shorteners;

    ShortLinkRule(Shorteners shorteners) {
        this.shorteners = shorteners;
    }

    @Override
    public List<Finding> findings(Facts facts) {
        var findings = new ArrayList<Finding>();
        for (var target : facts.targets()) {
            if (target.target() instanceof UrlTarget url) {
                shorteners
                        .of(url.url())
                        .map(service -> finding(service, target, facts.citationsOf(target), facts))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Finding finding(Shortener service, ReportedTarget target, List<ReportedCitation> citations, Facts facts) {
        var isDead = service.closed() && target.outcome().verdict() == Verdict.BROKEN;
        // From one shortener to the next is no way out.
        var end = LiveEnd.of(target).filter(e -> shorteners.of(e.url()).isEmpty());
        return new Finding(
                RuleId.SHORT_LINK,
                isDead ? Severity.ERROR : RuleId.SHORT_LINK.severity(),
                message(service, target, end),
                Fingerprint.of(RuleId.SHORT_LINK, target.target().key()),
                Optional.empty(),
                Optional.of(target.id()),
                citations.stream().map(ReportedCitation::id).toList(),
                end.map(e -> Replacement.fixes(
                                "Cite the address that the short link leads to.",
                                e.isForGood(),
                                citations,
                                e.url().text(),
                                facts))
                        .orElse(List.of()));
    }

    private static String message(Shortener service, ReportedTarget target, Optional<LiveEnd> end) {
        var shown = Targets.shown(target.target());
        if (service.closed()) {
            return shown + " leads nowhere: " + service.closing()
                    + ". Look for the source itself, or for a copy of what the link led to.";
        }
        return end.map(e -> shown + " leads to " + e.url() + " by way of a URL shortener (" + service.name()
                        + "). Cite that address itself.")
                .orElseGet(() -> shown + " hides its source behind a URL shortener (" + service.name()
                        + "). Cite the address it leads to.");
    }
}
