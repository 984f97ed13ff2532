package ibid.finding;

import ibid.finding.Report.ReportedCitation;
import ibid.target.Target.UrlTarget;
import ibid.url.CanonicalKey;
import ibid.url.Level;
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
            if (target.target() instanceof UrlTarget url) {
                sources.computeIfAbsent(CanonicalKey.of(url.url(), Level.SOURCE), k -> new LinkedHashMap<>())
                        .computeIfAbsent(withoutFragment(url), k -> new ArrayList<>())
                        .addAll(facts.citationsOf(target));
            }
        }
        var findings = new ArrayList<Finding>();
        sources.forEach((source, spellings) -> {
            if (spellings.size() > 1) {
                findings.add(finding(source, spellings));
            }
        });
        return findings;
    }

    private static String withoutFragment(UrlTarget url) {
        var address = url.url().text();
        var hash = address.indexOf('#');
        return hash < 0 ? address : address.substring(0, hash);
    }

    private static Finding finding(String source, Map<String, List<ReportedCitation>> spellings) {
        var citations = spellings.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(ReportedCitation::number))
                .toList();
        return new Finding(
                RuleId.INCONSISTENT_CITATION,
                RuleId.INCONSISTENT_CITATION.severity(),
                message(spellings),
                Fingerprint.of(RuleId.INCONSISTENT_CITATION, source),
                Optional.empty(),
                citations.stream().map(ReportedCitation::target).findFirst(),
                citations.stream().map(ReportedCitation::id).toList(),
                List.of());
    }

    private static String message(Map<String, List<ReportedCitation>> spellings) {
        var named = spellings.entrySet().stream()
                .sorted(Comparator.comparing(e -> -e.getValue().size()))
                .limit(SPELLINGS_NAMED)
                .map(e -> e.getKey() + " (" + e.getValue().size() + " times)")
                .map(text -> text.replace("(1 times)", "(once)"))
                .collect(Collectors.joining(", "));
        var more = spellings.size() - SPELLINGS_NAMED;
        return "One source is cited under " + spellings.size() + " spellings: " + named
                + (more > 0 ? " and " + more + " more" : "") + ". Choose one.";
    }
}
