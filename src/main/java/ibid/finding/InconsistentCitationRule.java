package ibid.finding;

import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedTarget;
import ibid.resolution.Reason;
import ibid.target.Target.UrlTarget;
import ibid.url.ArchivedCopies;
import ibid.url.CanonicalKey;
import ibid.url.Level;
import ibid.url.Url;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One source cited under several spellings, such as with and without {@code www.}. */
final class InconsistentCitationRule implements Rule {
    private static final int SPELLINGS_NAMED = 4;

    @Override
    public List<Finding> findings(Facts facts) {
        Map<String, Map<String, List<ReportedCitation>>> sources = new LinkedHashMap<>();
        for (var target : facts.targets()) {
            // A kept copy is no other spelling of its original: both may well be cited, and only one of them lasts.
            if (target.target() instanceof UrlTarget url
                    && ArchivedCopies.archive(url.url()).isEmpty()) {
                sources.computeIfAbsent(
                                CanonicalKey.of(meant(target, url, facts), Level.SOURCE), k -> new LinkedHashMap<>())
                        .computeIfAbsent(withoutFragment(url.url()), k -> new ArrayList<>())
                        .addAll(facts.citationsOf(target));
            }
        }
        var findings = new ArrayList<Finding>();
        sources.values().stream()
                .filter(spellings -> spellings.size() > 1)
                .map(spellings -> finding(spellings, facts))
                .forEach(findings::add);
        return findings;
    }

    /** That an address has moved, and what to cite in its place, is said already. */
    private static Url meant(ReportedTarget target, UrlTarget url, Facts facts) {
        return target.outcome().reason() == Reason.PERMANENT_REDIRECT
                ? url.url()
                : facts.ends().meant(target, url);
    }

    private static String withoutFragment(Url url) {
        var address = url.text();
        var hash = address.indexOf('#');
        return hash < 0 ? address : address.substring(0, hash);
    }

    private static Finding finding(Map<String, List<ReportedCitation>> spellings, Facts facts) {
        var citations = spellings.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(ReportedCitation::number))
                .toList();
        var equivalence = Equivalence.among(citations, facts);
        return new Finding(
                RuleId.INCONSISTENT_CITATION,
                RuleId.INCONSISTENT_CITATION.severity(),
                message(spellings, equivalence) + " " + advice(citations, facts),
                Fingerprint.of(RuleId.INCONSISTENT_CITATION, source(citations.get(0), facts)),
                Optional.empty(),
                citations.stream().map(ReportedCitation::target).findFirst(),
                citations.stream().map(ReportedCitation::id).toList(),
                List.of(),
                Optional.of(equivalence));
    }

    /** The key of the source by its address alone, which no redirect changes. */
    private static String source(ReportedCitation cited, Facts facts) {
        return facts.urlOf(cited).map(url -> CanonicalKey.of(url, Level.SOURCE)).orElse("");
    }

    private static String message(Map<String, List<ReportedCitation>> spellings, Equivalence equivalence) {
        var named = spellings.entrySet().stream()
                .sorted(Comparator.comparing(e -> -e.getValue().size()))
                .limit(SPELLINGS_NAMED)
                .map(e -> e.getKey() + " (" + e.getValue().size() + " times)")
                .map(text -> text.replace("(1 times)", "(once)"))
                .collect(Collectors.joining(", "));
        var more = spellings.size() - SPELLINGS_NAMED;
        return "One source is cited under " + spellings.size() + " spellings: " + named
                + (more > 0 ? " and " + more + " more" : "") + ". " + equivalence.sentence();
    }

    /**
     * Of an address that redirects only for now its own advice is to keep it, so here none may be to give it up for where it leads
     * today. Of a shortener it is another one: what leads from host to host is left open.
     */
    private static String advice(List<ReportedCitation> citations, Facts facts) {
        var isByRedirect =
                citations.stream().map(cited -> source(cited, facts)).distinct().count() > 1;
        var hosts = citations.stream()
                .flatMap(cited -> facts.urlOf(cited).stream())
                .map(Url::host)
                .distinct();
        var lasting = citations.stream()
                .filter(cited -> facts.outcomeOf(cited)
                        .filter(outcome -> outcome.reason() == Reason.TEMPORARY_REDIRECT)
                        .isPresent())
                .flatMap(cited -> facts.urlOf(cited).stream())
                .map(InconsistentCitationRule::withoutFragment)
                .distinct()
                .toList();
        return isByRedirect && lasting.size() == 1 && hosts.count() == 1
                ? "Choose one; " + lasting.get(0) + " redirects only for now, so it is the one to keep."
                : "Choose one.";
    }
}
