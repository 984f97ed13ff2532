package ibid.report;

import static ibid.report.Samples.THEN;
import static ibid.report.Samples.at;
import static ibid.report.Samples.document;
import static ibid.report.Samples.run;
import static ibid.report.Samples.url;

import ibid.archive.Snapshot;
import ibid.citation.Citation;
import ibid.citation.Citation.Role;
import ibid.citation.CitationKind;
import ibid.citation.CitedDate;
import ibid.citation.CitingDate;
import ibid.citation.CitingDate.By;
import ibid.citation.Context;
import ibid.citation.Place;
import ibid.citation.Truncation;
import ibid.document.Problem;
import ibid.finding.Finding;
import ibid.finding.Fix;
import ibid.finding.Recovery;
import ibid.finding.Report;
import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedDocument;
import ibid.finding.Report.ReportedTarget;
import ibid.finding.RuleId;
import ibid.page.Drift;
import ibid.recovery.Candidate;
import ibid.recovery.Certainty;
import ibid.recovery.Survey;
import ibid.resolution.Hop;
import ibid.resolution.Outcome;
import ibid.resolution.Reason;
import ibid.target.Target;
import ibid.target.Target.FileTarget;
import ibid.target.Target.MailTarget;
import ibid.target.Target.MalformedTarget;
import ibid.target.Target.OtherSchemeTarget;
import ibid.target.Target.PlaceholderTarget;
import ibid.target.Target.TruncatedTarget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A report that has every kind, verdict, reason, rule, certainty and place in it, and hostile text wherever text can stand. */
public final class Everything {
    /** Markup, a script, escape sequences, bidirectional overrides, a lone surrogate, astral and zero-width characters. */
    public static final String HOSTILE =
            "</style></title><script>alert(1)</script><img src=x onerror=alert(2)>\"'`&amp;"
                    + "\u001b[31mred\u009b31m\u0007\u0000\u202egnp.exe\u202c\u2066\u200b\ud83d\ude00\ud800 *** \r\n\t]]>";

    private static final Truncation CUT = Samples.xenforo(Reports.FULL);

    private static final List<CitationKind> KINDS = List.of(CitationKind.values());
    private static final List<Recovery> RECOVERIES = List.of(Recovery.values());

    private Everything() {}

    /** The report. */
    public static Report report() {
        var targets = targets();
        var citations = citations(targets);
        var documents = new ArrayList<ReportedDocument>();
        documents.add(
                new ReportedDocument("a <b>&.md", "markdown", "UTF-8", "0".repeat(64), citations.size(), List.of()));
        documents.add(new ReportedDocument(
                "broken.txt",
                "text",
                "",
                "",
                0,
                Arrays.stream(Problem.Kind.values())
                        .map(kind -> new Problem(kind, "It says " + HOSTILE))
                        .toList()));
        documents.add(document("paper.pdf", "pdf", 1));
        return new Report(
                run(
                        false,
                        true,
                        List.of("The disk is full.", HOSTILE),
                        "scan",
                        "--proxy",
                        "http://me:secret@proxy:3128",
                        HOSTILE),
                documents,
                citations,
                targets,
                findings(citations, targets));
    }

    private static List<ReportedTarget> targets() {
        var named = new ArrayList<Target>(List.of(
                new TruncatedTarget("cut:1", CUT),
                new FileTarget("file:x", "../docs/x y.md", Optional.of("über <us>")),
                new MailTarget("mail:a", "someone@e.com"),
                new OtherSchemeTarget("other:1", "javascript", "javascript:alert(1)"),
                new MalformedTarget("bad:1", "http://[" + HOSTILE, "has no host"),
                new PlaceholderTarget("place:1", "https://example.com/...", "is an example"),
                url("https://me:hunter2@e.com/in?token=s3cr3t&x=1")));
        var targets = new ArrayList<ReportedTarget>();
        for (var reason : Reason.values()) {
            var number = targets.size();
            var target =
                    number < named.size() ? named.get(number) : url("https://e.com/" + reason.label() + "?a=1&b=<2>");
            targets.add(new ReportedTarget(
                    "t" + (number + 1),
                    target,
                    outcome(reason),
                    number == 0 ? candidates() : List.of(),
                    snapshots(number),
                    Optional.empty(),
                    Optional.of(SURVEY).filter(survey -> number == 0)));
        }
        return targets;
    }

    private static Outcome outcome(Reason reason) {
        return new Outcome(
                reason,
                OptionalInt.of(301),
                Optional.of("https://e.com/new?token=s3cr3t"),
                List.of(
                        new Hop("http://e.com/old", 301, Optional.of("http://e.com/<next>")),
                        new Hop("http://e.com/<next>", 302, Optional.of("javascript:alert(3)")),
                        new Hop("javascript:alert(3)", 200, Optional.empty())),
                3,
                Optional.of(THEN),
                List.of("The answer says " + HOSTILE));
    }

    private static final Survey SURVEY = new Survey(
            List.of(new Survey.Asked(HOSTILE, 12, 4, true)),
            8,
            List.of(new Survey.PassedOver("javascript:alert(5)", HOSTILE)),
            List.of(HOSTILE));

    private static List<Candidate> candidates() {
        return Arrays.stream(Certainty.values())
                .map(certainty -> new Candidate(
                        certainty == Certainty.POSSIBLE ? "javascript:alert(4)" : Reports.FULL,
                        certainty,
                        certainty.isCertain() ? 1.0 : 1 / 3.0,
                        List.of(HOSTILE),
                        Optional.of(outcome(Reason.OK)).filter(o -> certainty != Certainty.EXACT)))
                .toList();
    }

    private static List<Snapshot> snapshots(int number) {
        return number > 2
                ? List.of()
                : List.of(
                        new Snapshot("local", THEN, "https://e.com/" + number, 200, "sha256:00", true),
                        new Snapshot(
                                "web.archive.org",
                                THEN,
                                "https://web.archive.org/web/2020id_/http://e.com/",
                                301,
                                "",
                                false),
                        new Snapshot(
                                "web.archive.org",
                                THEN,
                                "https://web.archive.org/web/2019/http://e.com/",
                                200,
                                "",
                                true,
                                Optional.of(new CitingDate(
                                        CitedDate.of(number == 1 ? "2019-04" : "2019-04-12")
                                                .orElseThrow(),
                                        number == 1 ? By.COMMITTED : By.ACCESSED))));
    }

    private static List<ReportedCitation> citations(List<ReportedTarget> targets) {
        var citations = new ArrayList<ReportedCitation>();
        for (var i = 0; i < targets.size(); i++) {
            var kind = KINDS.get(i % KINDS.size());
            var recovery = RECOVERIES.get(i % RECOVERIES.size());
            var isCut = i < RECOVERIES.size();
            var text = i == 6 ? "https://me:hunter2@e.com/in?token=s3cr3t&x=1" : "text " + i + " " + HOSTILE;
            citations.add(new ReportedCitation(
                    "c" + (i + 1),
                    new Citation(
                            i == targets.size() - 1 ? "paper.pdf" : "a <b>&.md",
                            i == targets.size() - 1
                                    ? new Place(Optional.empty(), OptionalInt.of(3), Optional.of("entry knuth84"))
                                    : at(i + 1, 1, 10L * i, "0123456789"),
                            kind,
                            text,
                            text,
                            i % 2 == 0 ? Role.MENTION : Role.ENTRY,
                            Optional.of(CUT).filter(cut -> isCut),
                            Optional.empty(),
                            Optional.empty(),
                            context(i)),
                    targets.get(i).id(),
                    Optional.of(recovery).filter(r -> isCut),
                    i == 1 ? Optional.of("c1") : Optional.empty()));
        }
        return citations;
    }

    private static Context context(int number) {
        return number % 3 == 0
                ? Context.NONE
                : new Context(
                        Optional.of(HOSTILE),
                        Optional.of("A. <i>Author</i>"),
                        Optional.of(List.of("2020", "2020-06", "2020-06-03").get(number % 3)),
                        Optional.of("2021-01-01"),
                        Optional.empty(),
                        Optional.of(HOSTILE),
                        Optional.of("text " + number),
                        Optional.of("See text " + number + " " + HOSTILE + " and more."));
    }

    private static final Drift DRIFT = new Drift(
            0.41237, List.of("It was said " + HOSTILE + ".", "And more."), List.of("It is said " + HOSTILE + "."));

    private static List<Finding> findings(List<ReportedCitation> citations, List<ReportedTarget> targets) {
        var findings = new ArrayList<Finding>();
        for (var rule : RuleId.values()) {
            var number = findings.size();
            var about = rule == RuleId.TRUNCATED_URL ? 0 : number;
            var fix = new Fix(
                    "Write it right " + HOSTILE,
                    number % 2 == 0,
                    List.of(new Fix.Edit(
                            "a <b>&.md", 10L * about, 10, number == 6 ? "https://e.com/?token=s3cr3t" : HOSTILE)));
            var alone = rule == RuleId.DOCUMENT_PROBLEM;
            findings.add(new Finding(
                    rule,
                    rule.severity(),
                    rule.says() + " " + HOSTILE,
                    String.format("%016x", number),
                    alone ? Optional.of("broken.txt") : Optional.empty(),
                    alone ? Optional.empty() : Optional.of(targets.get(about).id()),
                    alone
                            ? List.of()
                            : List.of(
                                    citations.get(about).id(),
                                    citations.get(about + 12).id()),
                    alone ? List.of() : List.of(fix),
                    Optional.empty(),
                    rule == RuleId.DRIFTED_CONTENT ? Optional.of(DRIFT) : Optional.empty()));
        }
        return findings;
    }
}
