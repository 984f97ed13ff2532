package ibid.report.view;

import ibid.finding.Report;
import ibid.finding.Report.ReportedDocument;
import ibid.finding.RuleId;
import ibid.finding.Severity;
import ibid.resolution.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A report as the page tells it, from the headline to the last document. */
public final class ReportView {
    private static final int MAX_STEPS = 5;

    private final Report report;
    private final Lookup lookup;
    private final List<FindingView> findings;
    private final List<DocumentView> documents;
    private final Assets assets;

    public ReportView(Report report, Assets assets) {
        this.report = report;
        this.assets = assets;
        this.lookup = new Lookup(report);
        this.findings = IntStream.range(0, report.findings().size())
                .mapToObj(i -> new FindingView(report.findings().get(i), i + 1, lookup))
                .toList();
        this.documents = grouped();
    }

    public Assets assets() {
        return assets;
    }

    /** The state of things in one sentence. */
    public String headline() {
        var counts = report.severities();
        var errors = counts.getOrDefault(Severity.ERROR, 0);
        var others = report.findings().size() - errors;
        var look = Words.count(others, "thing") + " to look at";
        if (errors > 0) {
            return Words.count(errors, "problem") + " to mend" + (others == 0 ? "" : ", " + look);
        }
        if (others > 0) {
            return (report.run().complete() ? "No errors; " : "No errors so far; ") + look;
        }
        if (!report.targets().isEmpty()
                && report.verdicts().getOrDefault(Verdict.SKIPPED, 0)
                        == report.targets().size()) {
            return "Nothing was checked";
        }
        return report.run().complete() ? "Nothing needs mending" : "Nothing needs mending so far";
    }

    public String lead() {
        return "Ibid read " + Words.count(report.documents().size(), "document") + " and found "
                + Words.count(report.citations().size(), "citation") + " of "
                + Words.count(report.targets().size(), "different target") + ".";
    }

    public String when() {
        return Words.moment(report.run().startedAt()) + ", in "
                + Words.duration(report.run().duration());
    }

    public boolean complete() {
        return report.run().complete();
    }

    public boolean offline() {
        return report.run().offline();
    }

    public List<String> notes() {
        return report.run().notes().stream().map(Shown::text).toList();
    }

    public String command() {
        return Shown.text("ibid " + String.join(" ", report.run().arguments()));
    }

    public String version() {
        return Shown.text(report.run().version());
    }

    public boolean hasTargets() {
        return !report.targets().isEmpty();
    }

    public Health health() {
        return Health.of(report);
    }

    /** How many targets there are, and what the bar of verdicts needs to be understood. */
    public String healthNote() {
        var unknown = report.verdicts().getOrDefault(Verdict.UNVERIFIED, 0);
        return unknown == 0
                ? Words.count(report.targets().size(), "target") + "."
                : Words.count(report.targets().size(), "target")
                        + ". “Could not tell” does not mean broken; each target below says why.";
    }

    public List<Step> steps() {
        return Step.of(findings).stream().limit(MAX_STEPS).toList();
    }

    /** The documents that findings are about, by path. */
    public List<DocumentView> documents() {
        return documents;
    }

    private List<DocumentView> grouped() {
        var groups = new LinkedHashMap<String, List<FindingView>>();
        report.documents().forEach(d -> groups.put(d.path(), new ArrayList<>()));
        findings.forEach(f ->
                groups.computeIfAbsent(f.document(), path -> new ArrayList<>()).add(f));
        var known = report.documents().stream().collect(Collectors.toMap(ReportedDocument::path, d -> d, (a, b) -> a));
        var views = new ArrayList<DocumentView>();
        groups.forEach((path, found) -> {
            if (!found.isEmpty()) {
                found.sort(DocumentView.WORST_FIRST);
                views.add(document("d" + (views.size() + 1), path, found, known));
            }
        });
        return views;
    }

    private static DocumentView document(
            String anchor, String path, List<FindingView> found, Map<String, ReportedDocument> known) {
        var document = Stream.ofNullable(known.get(path)).findFirst();
        return new DocumentView(
                anchor,
                path.isEmpty() ? "The run" : Shown.text(path),
                document.map(ReportView::details).orElse(""),
                document.map(ReportView::problems).filter(p -> !isTold(found)).orElse(List.of()),
                found);
    }

    /** Whether a finding says what the document's problems say. */
    private static boolean isTold(List<FindingView> found) {
        return found.stream().anyMatch(f -> f.finding().rule() == RuleId.DOCUMENT_PROBLEM);
    }

    private static String details(ReportedDocument document) {
        return Stream.of(document.format(), document.charset(), Words.count(document.citations(), "citation"))
                .filter(part -> !part.isBlank())
                .map(Shown::text)
                .collect(Collectors.joining(" · "));
    }

    private static List<String> problems(ReportedDocument document) {
        return document.problems().stream().map(p -> Shown.text(p.message())).toList();
    }

    /** Every document of the run that has a problem. */
    public List<DocumentView> problemDocuments() {
        return report.documents().stream()
                .filter(d -> !d.problems().isEmpty())
                .map(d -> new DocumentView("", Shown.text(d.path()), details(d), problems(d), List.of()))
                .toList();
    }

    /** The findings by document, as a browser takes them up. */
    public List<Chunk> chunks() {
        return Chunk.of(documents);
    }

    /** Every target, in pieces that a browser lays out one by one. */
    public List<List<TargetView>> targets() {
        return Chunk.pieces(
                report.targets().stream().map(t -> new TargetView(t, lookup)).toList());
    }

    /** What the page's script works on. */
    public String index() {
        return PageIndex.of(report, documents, lookup);
    }

    public int findingCount() {
        return findings.size();
    }

    public int targetCount() {
        return report.targets().size();
    }

    public List<Choice> severities() {
        return Choice.severities(report);
    }

    public List<Choice> rules() {
        return Choice.rules(report);
    }

    /** The verdicts of what findings are about. */
    public List<Choice> foundVerdicts() {
        return Choice.verdicts(findings);
    }

    public List<Choice> verdicts() {
        return Choice.verdicts(report);
    }
}
