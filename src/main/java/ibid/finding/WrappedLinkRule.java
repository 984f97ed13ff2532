package ibid.finding;

import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedTarget;
import ibid.target.WrittenAddress;
import ibid.url.Wrapped;
import ibid.url.Wrappers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A finding for every address that a redirector carries, with the edit that puts the address itself in its place. */
final class WrappedLinkRule implements Rule {
    @Override
    public List<Finding> findings(Facts facts) {
        var findings = new ArrayList<Finding>();
        for (var target : facts.targets()) {
            Map<Wrapped, List<ReportedCitation>> carried = new LinkedHashMap<>();
            Map<String, List<ReportedCitation>> hidden = new LinkedHashMap<>();
            for (var cited : facts.citationsOf(target)) {
                var written = WrittenAddress.of(cited.citation());
                var wrapped = written.flatMap(Wrappers::unwrap);
                wrapped.ifPresent(
                        w -> carried.computeIfAbsent(w, k -> new ArrayList<>()).add(cited));
                written.filter(w -> wrapped.isEmpty())
                        .flatMap(Wrappers::opaque)
                        .ifPresent(name -> hidden.computeIfAbsent(name, k -> new ArrayList<>())
                                .add(cited));
            }
            carried.forEach((wrapped, citations) -> findings.add(carried(wrapped, target, citations, facts)));
            hidden.forEach((name, citations) -> findings.add(hidden(name, target, citations, facts)));
        }
        return findings;
    }

    private static Finding carried(
            Wrapped wrapped, ReportedTarget target, List<ReportedCitation> citations, Facts facts) {
        var names = wrapped.wrappers().stream().distinct().collect(Collectors.joining(" and "));
        var certain = wrapped.open() && !wrapped.completed();
        return finding(
                names + (names.contains(" and ") ? " stand" : " stands") + " between the reader and "
                        + wrapped.inner() + (wrapped.open() ? "." : ", which carries yet another address.")
                        + " Cite the source's own address.",
                names,
                target,
                citations,
                Replacement.fixes(
                        "Cite the source's own address.",
                        certain,
                        citations,
                        wrapped.inner().text(),
                        facts));
    }

    private static Finding hidden(String name, ReportedTarget target, List<ReportedCitation> citations, Facts facts) {
        var end = LiveEnd.of(target);
        return finding(
                name + " stands between the reader and "
                        + end.map(e -> e.url() + ". Cite that address itself.")
                                .orElse(
                                        "the source, and its server alone knows which that is. Open the link, and cite the"
                                                + " address it leads to."),
                name,
                target,
                citations,
                end.map(e -> Replacement.fixes(
                                "Cite the source's own address.",
                                e.isForGood(),
                                citations,
                                e.url().text(),
                                facts))
                        .orElse(List.of()));
    }

    private static Finding finding(
            String message, String names, ReportedTarget target, List<ReportedCitation> citations, List<Fix> fixes) {
        return new Finding(
                RuleId.WRAPPED_LINK,
                RuleId.WRAPPED_LINK.severity(),
                message,
                Fingerprint.of(RuleId.WRAPPED_LINK, target.target().key(), names),
                Optional.empty(),
                Optional.of(target.id()),
                citations.stream().map(ReportedCitation::id).toList(),
                fixes);
    }
}
