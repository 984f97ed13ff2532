package ibid.finding;

import ibid.citation.Citation;
import ibid.citation.Citation.Role;
import ibid.citation.CitationKind;
import ibid.finding.Report.ReportedCitation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The same source cited more than once where once is meant.
 *
 * <p>Once is meant for an entry: in a list of sources, or alone on its line. A mention in running text may come again. A
 * passage that was pasted twice in one document gives one finding for all that it cites, not one for each.
 */
final class DuplicateCitationRule implements Rule {
    private static final int LINES_NAMED = 8;
    private static final int LINES_OF_AN_ENTRY = 2;

    /** Headings of lists of sources, in the languages that documents are most often written in. */
    private static final Pattern SOURCES = Pattern.compile(
            "^\\W*(?:\\d[\\d.]*\\s+)?(?:references|bibliography|works cited|sources|literature|further reading"
                    + "|literatur(?:verzeichnis)?|quellen(?:verzeichnis)?|références|bibliographie|referencias|bibliografía"
                    + "|fuentes|riferimenti|bibliografia|referências|литература|источники|kaynakça|参考文献)\\W*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    @Override
    public List<Finding> findings(Facts facts) {
        var keys = keys(facts);
        var findings = new ArrayList<Finding>();
        Set<String> explained = new HashSet<>();
        for (var passage : facts.passages()) {
            pasted(passage, facts, keys, explained).ifPresent(findings::add);
        }
        entries(facts, keys).values().stream()
                .map(KeptCopies::withoutThoseBesideTheirOriginal)
                .flatMap(ListedWorks::of)
                .filter(group -> group.size() > 1 && !explained.containsAll(ids(group)))
                .map(group -> finding(group, facts, keys, severalTimes(group, facts)))
                .forEach(findings::add);
        return findings;
    }

    private static Map<String, String> keys(Facts facts) {
        Map<String, String> keys = new HashMap<>();
        for (var target : facts.targets()) {
            SourceKey.of(target, facts.ends()).ifPresent(key -> keys.put(target.id(), key));
        }
        return keys;
    }

    /** Entries of each document by their source. */
    private static Map<String, List<ReportedCitation>> entries(Facts facts, Map<String, String> keys) {
        var all = facts.citations().stream()
                .filter(c -> keys.containsKey(c.target()) && isEntry(c))
                .collect(Collectors.groupingBy(
                        c -> c.citation().document() + " " + keys.get(c.target()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        all.replaceAll((source, group) -> oneOfEachEntry(group, facts));
        return all;
    }

    /** "doi:10.1000/1. https://doi.org/10.1000/1": one entry may well name its identifier in two spellings. */
    private static List<ReportedCitation> oneOfEachEntry(List<ReportedCitation> group, Facts facts) {
        if (!facts.isIdentifier(group.get(0))) {
            return group;
        }
        var kept = new ArrayList<ReportedCitation>();
        var last = group.get(0);
        for (var cited : group) {
            if (kept.isEmpty() || !isSameEntry(last.citation(), cited.citation())) {
                kept.add(cited);
            }
            last = cited;
        }
        return kept;
    }

    private static boolean isSameEntry(Citation one, Citation next) {
        if (one.cited().equals(next.cited())) {
            return false;
        }
        var first = one.place().span();
        var second = next.place().span();
        if (first.isEmpty() || second.isEmpty()) {
            return one.place().equals(next.place());
        }
        return second.get().line() - first.get().line() <= LINES_OF_AN_ENTRY;
    }

    /** What stands under a heading such as "References" is an entry, wherever in its line the address is. */
    private static boolean isEntry(ReportedCitation cited) {
        var citation = cited.citation();
        return citation.role() == Role.ENTRY
                || (citation.kind() != CitationKind.BARE_HOST
                        && citation.context()
                                .heading()
                                .filter(heading -> SOURCES.matcher(heading).find())
                                .isPresent());
    }

    private static Optional<Finding> pasted(
            RepeatedPassage passage, Facts facts, Map<String, String> keys, Set<String> explained) {
        var here = passage.copies().stream()
                .filter(copy -> copy.document().equals(passage.original().document()))
                .toList();
        var originals = cited(passage.original(), facts, keys);
        var sources = originals.stream().map(c -> keys.get(c.target())).collect(Collectors.toSet());
        var copies = here.stream()
                .flatMap(copy -> cited(copy, facts, keys).stream())
                .filter(c -> sources.contains(keys.get(c.target())))
                .toList();
        if (copies.isEmpty()) {
            return Optional.empty();
        }
        var again = copies.stream().map(c -> keys.get(c.target())).collect(Collectors.toSet());
        var all = new ArrayList<>(originals.stream()
                .filter(c -> again.contains(keys.get(c.target())))
                .toList());
        all.addAll(copies);
        explained.addAll(ids(all));
        return Optional.of(finding(all, facts, keys, pastedTwice(again.size(), passage.original(), here, all, facts)));
    }

    private static List<ReportedCitation> cited(Passage place, Facts facts, Map<String, String> keys) {
        return facts.index().in(place).stream()
                .filter(c -> keys.containsKey(c.target()) && c.citation().kind() != CitationKind.BARE_HOST)
                .toList();
    }

    private static Finding finding(
            List<ReportedCitation> group, Facts facts, Map<String, String> keys, String message) {
        var first = group.get(0);
        var equivalence = Equivalence.within(group, c -> keys.getOrDefault(c.target(), ""), facts);
        return new Finding(
                RuleId.DUPLICATE_CITATION,
                RuleId.DUPLICATE_CITATION.severity(),
                message + " " + equivalence.sentence() + " Keep one.",
                Fingerprint.of(RuleId.DUPLICATE_CITATION, first.citation().document(), facts.sourceOf(first)),
                Optional.of(first.citation().document()),
                Optional.of(first.target()),
                ids(group),
                List.of(),
                Optional.of(equivalence));
    }

    private static String pastedTwice(
            int sources, Passage original, List<Passage> copies, List<ReportedCitation> all, Facts facts) {
        var what = sources == 1 ? facts.shown(all.get(0)) + " is" : sources + " sources are";
        var places = copies.stream().map(Passage::lines).collect(Collectors.joining(", "));
        return what + " cited again because " + original.lines() + " were pasted again as " + places + ".";
    }

    private static String severalTimes(List<ReportedCitation> group, Facts facts) {
        var lines = group.stream()
                .limit(LINES_NAMED)
                .map(c -> c.citation()
                        .place()
                        .span()
                        .map(s -> String.valueOf(s.line()))
                        .orElse(c.citation().place().name()))
                .distinct()
                .toList();
        var more = group.size() - LINES_NAMED;
        var hasLines = group.get(0).citation().place().span().isPresent();
        return facts.shown(group.get(0)) + " is cited " + group.size() + " times ("
                + (hasLines ? lines.size() == 1 ? "line " : "lines " : "") + String.join(", ", lines)
                + (more > 0 ? " and " + more + " more" : "") + ").";
    }

    private static List<String> ids(List<ReportedCitation> citations) {
        return citations.stream().map(ReportedCitation::id).toList();
    }
}
