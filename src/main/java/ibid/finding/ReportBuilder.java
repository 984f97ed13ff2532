package ibid.finding;

import ibid.archive.Snapshot;
import ibid.archive.submission.Saved;
import ibid.citation.Citation;
import ibid.citation.Dialects;
import ibid.citation.PassageTrace;
import ibid.config.RobustLinks;
import ibid.document.RobustText;
import ibid.finding.CopiesBeside.Look;
import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedDocument;
import ibid.finding.Report.ReportedTarget;
import ibid.page.Page;
import ibid.recovery.Recovered;
import ibid.resolution.Resolution;
import ibid.target.Target;
import ibid.url.Shorteners;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts everything a run came to know in its order, numbers it and lets the rules judge it. */
public final class ReportBuilder {
    private final List<Rule> rules;
    private final Look look;

    /** @param offline whether the run was asked to stay offline */
    public ReportBuilder(boolean offline, Dialects dialects, Shorteners shorteners) {
        this(rules(offline, dialects, shorteners), Look.NONE);
    }

    private ReportBuilder(List<Rule> rules, Look look) {
        this.rules = rules;
        this.look = look;
    }

    /**
     * The same, which looks at documents again for the copies that they name beside their links.
     *
     * @param wish where copies are to be named that are not
     * @param documents the text of a document and its links; empty where it cannot be looked at again
     */
    public ReportBuilder lookingAgain(RobustLinks wish, Function<ReportedDocument, Optional<RobustText>> documents) {
        return new ReportBuilder(rules, new Look(wish, documents));
    }

    /** The same, which knows of living pages and their copies. */
    public ReportBuilder knowing(Living living) {
        var all = new ArrayList<>(rules);
        all.add(new LivingRule(living));
        return new ReportBuilder(all, look);
    }

    private static List<Rule> rules(boolean offline, Dialects dialects, Shorteners shorteners) {
        return List.of(
                new OutcomeRule(offline, shorteners),
                new RobustLinkRule(),
                new MissingAnchorRule(),
                new InvalidIdentifierRule(),
                new AnotherWorkRule(),
                new RetractedWorkRule(),
                new TruncatedUrlRule(dialects),
                new SplitUrlRule(),
                new ShortLinkRule(shorteners),
                new WrappedLinkRule(),
                new DuplicateCitationRule(),
                new InconsistentCitationRule(),
                new DuplicatePassageRule(),
                new DocumentProblemRule());
    }

    /** A citation with what it means. */
    public record Cited(Citation citation, Target target) {}

    /** A document of the run with what was found in it, in the order of the document. */
    public record Examined(ReportedDocument document, List<Cited> cited, PassageTrace trace) {
        public Examined {
            cited = List.copyOf(cited);
        }
    }

    /**
     * The report of a run.
     *
     * @param resolution what is known of a target
     * @param recovered what a cut address may have meant, or where the page of a broken one may be
     */
    public Report build(
            Report.Run run,
            List<Examined> documents,
            Function<Target, Resolution> resolution,
            Function<Target, Recovered> recovered) {
        return build(run, documents, resolution, recovered, target -> List.of());
    }

    /**
     * The same, of a run that had archives keep what is cited.
     *
     * @param saved what became of a target in each archive
     */
    public Report build(
            Report.Run run,
            List<Examined> documents,
            Function<Target, Resolution> resolution,
            Function<Target, Recovered> recovered,
            Function<Target, List<Saved>> saved) {
        var ordered = documents.stream()
                .sorted(Comparator.comparing(d -> d.document().path()))
                .toList();
        var targets = targets(ordered, resolution, recovered, saved);
        var numbered = citations(ordered, targets);
        var passages = new RepeatedPassages(ordered.stream()
                        .map(d -> new RepeatedPassages.Source(
                                d.document().path(),
                                d.trace(),
                                d.cited().stream()
                                        .map(Cited::citation)
                                        .filter(citation ->
                                                citation.passedOver().isEmpty())
                                        .toList()))
                        .toList())
                .find();
        var citations = ContextInheritance.applied(numbered, passages);
        var reported = ordered.stream().map(Examined::document).toList();
        var all = CitedWorks.told(List.copyOf(targets.values()), citations);
        var ends =
                new RedirectEnds(all, target -> resolution.apply(target).page().flatMap(Page::canonical));
        var facts = Facts.of(reported, citations, all, passages, ends, look.at(reported, citations, all));
        var pages = new DeadPageRule(page -> resolution.apply(page).outcome());
        return new Report(run, reported, citations, all, findings(facts, pages));
    }

    private static Map<String, ReportedTarget> targets(
            List<Examined> documents,
            Function<Target, Resolution> resolution,
            Function<Target, Recovered> recovered,
            Function<Target, List<Saved>> saved) {
        Map<String, ReportedTarget> targets = new LinkedHashMap<>();
        for (var document : documents) {
            for (var cited : document.cited()) {
                var target = cited.target();
                targets.computeIfAbsent(target.key(), key -> {
                    var known = resolution.apply(target);
                    var found = recovered.apply(target);
                    var kept = saved.apply(target);
                    return new ReportedTarget(
                            "t" + (targets.size() + 1),
                            target,
                            known.outcome(),
                            found.candidates(),
                            copies(known.snapshots(), kept),
                            known.work(),
                            found.survey(),
                            kept);
                });
            }
        }
        return targets;
    }

    private static List<Snapshot> copies(List<Snapshot> known, List<Saved> saved) {
        var copies = new ArrayList<>(known);
        saved.stream()
                .flatMap(kept -> kept.copy().stream())
                .filter(copy -> known.stream().noneMatch(other -> other.url().equals(copy.url())))
                .forEach(copies::add);
        return copies;
    }

    private static List<ReportedCitation> citations(List<Examined> documents, Map<String, ReportedTarget> targets) {
        var citations = new ArrayList<ReportedCitation>();
        for (var document : documents) {
            for (var cited : document.cited()) {
                var target = targets.get(cited.target().key());
                citations.add(new ReportedCitation(
                        "c" + (citations.size() + 1),
                        cited.citation(),
                        target == null ? "" : target.id(),
                        cited.citation()
                                .truncation()
                                .map(cut -> Recovery.of(target == null ? List.of() : target.candidates())),
                        Optional.empty()));
            }
        }
        return citations;
    }

    private List<Finding> findings(Facts facts, Rule further) {
        var findings = new ArrayList<>(further.findings(facts));
        rules.forEach(rule -> findings.addAll(rule.findings(facts)));
        Map<String, Integer> documents = new HashMap<>();
        facts.documents().forEach(d -> documents.put(d.path(), documents.size()));
        Map<String, ReportedCitation> citations = new HashMap<>();
        facts.citations().forEach(c -> citations.put(c.id(), c));
        findings.sort(Comparator.comparingInt((Finding f) -> documentOf(f, documents, citations))
                .thenComparingInt(f -> numberOf(f, citations))
                .thenComparing(Finding::rule)
                .thenComparing(Finding::fingerprint));
        return FirstEdits.keptSafe(findings);
    }

    private static int documentOf(
            Finding finding, Map<String, Integer> documents, Map<String, ReportedCitation> citations) {
        return finding.citations().stream()
                .findFirst()
                .map(citations::get)
                .map(c -> c.citation().document())
                .or(finding::document)
                .map(documents::get)
                .orElse(0);
    }

    /** A finding about a document as a whole comes before those about its citations. */
    private static int numberOf(Finding finding, Map<String, ReportedCitation> citations) {
        return finding.citations().stream()
                .findFirst()
                .map(citations::get)
                .map(ReportedCitation::number)
                .orElse(0);
    }
}
