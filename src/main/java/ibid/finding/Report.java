package ibid.finding;

import ibid.archive.Snapshot;
import ibid.archive.submission.Saved;
import ibid.citation.Citation;
import ibid.document.Problem;
import ibid.recovery.Candidate;
import ibid.recovery.Survey;
import ibid.registry.Work;
import ibid.resolution.Outcome;
import ibid.resolution.Verdict;
import ibid.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A finished run: everything that any output says is in here, in its final order.
 *
 * <p>Documents stand by path; citations by document, then offset; targets and findings by first citation, then rule.
 */
public record Report(
        Run run,
        List<ReportedDocument> documents,
        List<ReportedCitation> citations,
        List<ReportedTarget> targets,
        List<Finding> findings) {
    public Report {
        documents = List.copyOf(documents);
        citations = List.copyOf(citations);
        targets = List.copyOf(targets);
        findings = List.copyOf(findings);
    }

    /**
     * The run itself; these fields differ from run to run.
     *
     * @param version of the tool
     * @param complete whether everything was done that was asked for
     * @param notes sentences about the run as a whole, such as why it is not complete
     * @param arguments the command line, secrets redacted
     */
    public record Run(
            String version,
            Instant startedAt,
            Duration duration,
            boolean complete,
            boolean offline,
            List<String> notes,
            List<String> arguments) {
        public Run {
            notes = List.copyOf(notes);
            arguments = List.copyOf(arguments);
        }

        private Run noting(String sentence) {
            var sentences = new ArrayList<>(notes);
            sentences.add(sentence);
            return new Run(version, startedAt, duration, complete, offline, sentences, arguments);
        }
    }

    /** A document of the run, without its text. */
    public record ReportedDocument(
            String path, String format, String charset, String sha256, int citations, List<Problem> problems) {
        public ReportedDocument {
            problems = List.copyOf(problems);
        }
    }

    /**
     * A citation with its place in the report.
     *
     * @param id {@code c1}, {@code c2}, ...
     * @param target id of its target
     * @param recovery how far its truncated text was recovered; empty where nothing was cut
     * @param inheritedFrom id of the citation whose passage this one repeats and whose context it takes over
     */
    public record ReportedCitation(
            String id, Citation citation, String target, Optional<Recovery> recovery, Optional<String> inheritedFrom) {

        /** The number in the id, which counts in the order of the report. */
        int number() {
            return Integer.parseInt(id.substring(1));
        }
    }

    /**
     * A target with all that is known of it.
     *
     * @param id {@code t1}, {@code t2}, ...
     * @param work what a register says of the work that an identifier names
     * @param survey what was looked through for what was cut; empty where nobody was asked
     * @param saved what became of having archives keep it, one for each archive; empty where none was asked to
     */
    public record ReportedTarget(
            String id,
            Target target,
            Outcome outcome,
            List<Candidate> candidates,
            List<Snapshot> snapshots,
            Optional<Work> work,
            Optional<Survey> survey,
            List<Saved> saved) {
        public ReportedTarget {
            candidates = List.copyOf(candidates);
            snapshots = List.copyOf(snapshots);
            saved = List.copyOf(saved);
        }

        /** A target that no register has to do with, and for which nobody was asked. */
        public ReportedTarget(
                String id, Target target, Outcome outcome, List<Candidate> candidates, List<Snapshot> snapshots) {
            this(id, target, outcome, candidates, snapshots, Optional.empty(), Optional.empty(), List.of());
        }

        /** A target that no archive was asked to keep. */
        public ReportedTarget(
                String id,
                Target target,
                Outcome outcome,
                List<Candidate> candidates,
                List<Snapshot> snapshots,
                Optional<Work> work,
                Optional<Survey> survey) {
            this(id, target, outcome, candidates, snapshots, work, survey, List.of());
        }

        /** The same target, with more known of how it was come to. */
        ReportedTarget with(Outcome told) {
            return new ReportedTarget(id, target, told, candidates, snapshots, work, survey, saved);
        }
    }

    /** The same report with these findings, which must be in the report's order. */
    Report withFindings(List<Finding> others) {
        return new Report(run, documents, citations, targets, others);
    }

    /** The same report with a sentence more about its run. */
    public Report noting(String sentence) {
        return new Report(run.noting(sentence), documents, citations, targets, findings);
    }

    /** The citations by their ids. */
    public Map<String, Citation> cited() {
        return citations.stream().collect(Collectors.toMap(ReportedCitation::id, ReportedCitation::citation));
    }

    /** How many targets have each verdict; every verdict is there. */
    public Map<Verdict, Integer> verdicts() {
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        for (var verdict : Verdict.values()) {
            counts.put(verdict, 0);
        }
        targets.forEach(t -> counts.merge(t.outcome().verdict(), 1, Integer::sum));
        return counts;
    }

    /** How many findings have each severity; every severity is there. */
    public Map<Severity, Integer> severities() {
        var counts = new EnumMap<Severity, Integer>(Severity.class);
        for (var severity : Severity.values()) {
            counts.put(severity, 0);
        }
        findings.forEach(f -> counts.merge(f.severity(), 1, Integer::sum));
        return counts;
    }

    /** How many findings each rule gave; rules without findings are left out. */
    public Map<RuleId, Integer> rules() {
        return findings.stream()
                .collect(Collectors.toMap(Finding::rule, f -> 1, Integer::sum, () -> new EnumMap<>(RuleId.class)));
    }
}
