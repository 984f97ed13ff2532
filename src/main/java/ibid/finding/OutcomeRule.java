package ibid.finding;

import ibid.citation.CitationKind;
import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedTarget;
import ibid.target.Target;
import ibid.target.Target.UrlTarget;
import ibid.url.Shorteners;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A finding for every target whose outcome is not fine: broken, missing, malformed, moved, insecure, or not to be told. */
final class OutcomeRule implements Rule {
    private final boolean offline;
    private final Shorteners shorteners;

    /** @param offline whether the run was asked to stay offline: then it is no finding that nothing could be told */
    OutcomeRule(boolean offline, Shorteners shorteners) {
        this.offline = offline;
        this.shorteners = shorteners;
    }

    @Override
    public List<Finding> findings(Facts facts) {
        var findings = new ArrayList<Finding>();
        for (var target : facts.targets()) {
            ruleFor(target)
                    .filter(rule -> !isSaidOfTheShortLink(rule, target))
                    .ifPresent(rule -> finding(rule, target, facts).ifPresent(findings::add));
        }
        return findings;
    }

    /** Where a short link leads, and that its service is closed, is what the finding on the short link itself says. */
    private boolean isSaidOfTheShortLink(RuleId rule, ReportedTarget target) {
        if (!(target.target() instanceof UrlTarget url)) {
            return false;
        }
        return shorteners
                .of(url.url())
                .filter(service -> rule == RuleId.MOVED_LINK || (rule == RuleId.BROKEN_LINK && service.closed()))
                .isPresent();
    }

    private Optional<RuleId> ruleFor(ReportedTarget target) {
        if (target.target() instanceof Target.InvalidIdentifierTarget) {
            return Optional.empty();
        }
        var small = SmallMove.of(target);
        if (small.isPresent()) {
            return small.filter(move -> move == SmallMove.TO_HTTPS).map(move -> RuleId.INSECURE_LINK);
        }
        var reason = target.outcome().reason();
        return switch (reason) {
            case TRUNCATED -> Optional.empty();
            case MISSING_FILE -> Optional.of(RuleId.MISSING_FILE);
            case MALFORMED -> Optional.of(RuleId.MALFORMED_URL);
            case UNREGISTERED -> Optional.of(RuleId.INVALID_IDENTIFIER);
            case PERMANENT_REDIRECT -> Optional.of(RuleId.MOVED_LINK);
            default ->
                switch (reason.verdict()) {
                    case BROKEN -> Optional.of(RuleId.BROKEN_LINK);
                    case UNVERIFIED -> offline ? Optional.empty() : Optional.of(RuleId.UNVERIFIED_LINK);
                    case ALIVE, MOVED, SKIPPED -> Optional.empty();
                };
        };
    }

    /** Where a document leads readers to a copy already, nothing is left to mend. */
    private static Optional<Finding> finding(RuleId rule, ReportedTarget target, Facts facts) {
        var citations = facts.citationsOf(target).stream()
                .filter(cited -> !facts.copies().leadsToCopy(cited))
                .toList();
        return citations.isEmpty() ? Optional.empty() : Optional.of(finding(rule, target, citations, facts));
    }

    private static Finding finding(RuleId rule, ReportedTarget target, List<ReportedCitation> citations, Facts facts) {
        return new Finding(
                rule,
                rule.severity(),
                message(rule, target, citations),
                Fingerprint.of(rule, target.target().key()),
                Optional.empty(),
                Optional.of(target.id()),
                citations.stream().map(ReportedCitation::id).toList(),
                fixes(rule, target, citations, facts));
    }

    private static List<Fix> fixes(RuleId rule, ReportedTarget target, List<ReportedCitation> citations, Facts facts) {
        return switch (rule) {
            case MOVED_LINK -> replaced("Cite the new address.", target, citations, facts);
            case INSECURE_LINK -> replaced("Write https.", target, citations, facts);
            case BROKEN_LINK ->
                CopyToCite.of(target).map(copy -> copy.fixes(citations, facts)).orElse(List.of());
            default -> List.of();
        };
    }

    private static String message(RuleId rule, ReportedTarget target, List<ReportedCitation> citations) {
        var reason = target.outcome().reason();
        var shown = Targets.shown(target.target());
        if (rule == RuleId.MOVED_LINK) {
            return shown + " has moved for good to "
                    + target.outcome().finalUrl().orElse("another address") + ".";
        }
        if (rule == RuleId.INSECURE_LINK) {
            return shown + " is sent on to https: "
                    + target.outcome().finalUrl().orElse("the same address") + " serves the same page.";
        }
        if (rule == RuleId.MALFORMED_URL && target.target() instanceof Target.MalformedTarget malformed) {
            return shown + " " + malformed.why() + ". " + reason.advice();
        }
        var copy = rule == RuleId.BROKEN_LINK ? CopyToCite.of(target) : Optional.<CopyToCite>empty();
        return shown + ": " + target.outcome().meaning() + " " + reason.advice()
                + copy.map(found -> " " + found.sentence(citations)).orElse("");
    }

    private static List<Fix> replaced(
            String description, ReportedTarget target, List<ReportedCitation> citations, Facts facts) {
        var written = citations.stream()
                .filter(cited -> cited.citation().kind() != CitationKind.BARE_HOST)
                .toList();
        return target.outcome()
                .finalUrl()
                .map(address ->
                        Replacement.fixes(description, true, written, c -> withFragment(address, c.cited()), facts))
                .orElse(List.of());
    }

    /** The fragment of the last address goes before the one that was cited (RFC 9110 section 10.2.2). */
    private static String withFragment(String address, String cited) {
        var hash = cited.indexOf('#');
        return hash < 0 || address.contains("#") ? address : address + cited.substring(hash);
    }
}
