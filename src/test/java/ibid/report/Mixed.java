package ibid.report;

import static ibid.report.Samples.at;
import static ibid.report.Samples.citation;
import static ibid.report.Samples.cut;
import static ibid.report.Samples.document;
import static ibid.report.Samples.finding;
import static ibid.report.Samples.reported;
import static ibid.report.Samples.run;
import static ibid.report.Samples.sentence;
import static ibid.report.Samples.source;
import static ibid.report.Samples.url;

import ibid.archive.Snapshot;
import ibid.citation.CitationKind;
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
import ibid.finding.Severity;
import ibid.recovery.Candidate;
import ibid.recovery.Certainty;
import ibid.resolution.Hop;
import ibid.resolution.Outcome;
import ibid.resolution.Reason;
import ibid.target.Target.TruncatedTarget;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The report of an ordinary run over an ordinary manual: some of everything, nothing hostile. */
public final class Mixed {
    private static final String OLD = "http://harbour.example/tides/table.html";
    private static final String NEW = "https://www.harbour.example/tides/";
    private static final String JOURNAL = "https://journal.example/article/77";
    private static final String GONE = "https://yard.example/plans/sloop-1904.pdf";
    private static final String KEPT =
            "https://web.archive.org/web/20190311120000/https://yard.example/plans/sloop-1904.pdf";
    private static final String FOUND =
            "https://archive.example/maritime/collections/photographs/1904/launch-of-the-sloop-marta-at-the-north-quay.html";
    private static final Truncation CUT = new Truncation(
            FOUND.substring(0, 39), " ... ", FOUND.substring(FOUND.length() - 10), List.of("phpbb-30", "phpbb-32"), 56);

    private Mixed() {}

    /** The report. */
    public static Report report() {
        var scanned = new ReportedDocument(
                "docs/scan-1904.txt",
                "text",
                "windows-1252",
                "ab".repeat(32),
                0,
                List.of(new Problem(
                        Problem.Kind.UNDECODABLE, "12 bytes mean nothing in windows-1252 and were passed over.")));
        return new Report(
                run(true, false, List.of(), "scan", "docs"),
                List.of(
                        document("docs/building.md", "markdown", 4),
                        document("docs/history.md", "markdown", 2),
                        scanned),
                citations(),
                targets(),
                findings());
    }

    private static List<Finding> findings() {
        return List.of(
                finding(
                        RuleId.MOVED_LINK,
                        Severity.NOTE,
                        "http://harbour.example/tides/table.html has moved to https://www.harbour.example/tides/.",
                        "t1",
                        List.of("c1", "c5"),
                        fix("Cite the new address.", true, NEW)),
                finding(
                        RuleId.BROKEN_LINK,
                        Severity.ERROR,
                        "https://yard.example/plans/sloop-1904.pdf is not there any more (404).",
                        "t2",
                        List.of("c2"),
                        fix("Cite the copy of 11 March 2019.", false, KEPT)),
                finding(
                        RuleId.UNVERIFIED_LINK,
                        Severity.NOTE,
                        "https://journal.example/article/77 could not be checked: a bot wall stands before it.",
                        "t3",
                        List.of("c3")),
                finding(
                        RuleId.TRUNCATED_URL,
                        Severity.ERROR,
                        "The link is cut (\"" + CUT.head() + CUT.mark() + CUT.tail() + "\"); phpBB shows URLs so.",
                        "t5",
                        List.of("c6")),
                new Finding(
                        RuleId.DOCUMENT_PROBLEM,
                        Severity.WARNING,
                        "12 bytes mean nothing in windows-1252 and were passed over.",
                        "00ff",
                        Optional.of("docs/scan-1904.txt"),
                        Optional.empty(),
                        List.of(),
                        List.of()));
    }

    private static Fix fix(String description, boolean safe, String replacement) {
        return new Fix(description, safe, List.of(new Fix.Edit("docs/building.md", safe ? 400 : 900, 39, replacement)));
    }

    private static List<ReportedCitation> citations() {
        var table = "Launch at high water only; the table (" + OLD + ") is renewed each spring.";
        var lines = "The lines follow " + GONE + ", drawn after the survey of 1904.";
        var oak = "https://oak.example/";
        var passage = source("Launch of the Sloop Marta", "North Quay Museum", "1904-05");
        var launch = cut("docs/history.md", at(9, 5, 300, "x".repeat(54)), CUT, passage);
        return List.of(
                link("c1", "docs/building.md", at(12, 31, 400, "x".repeat(39)), OLD, table, "t1"),
                link("c2", "docs/building.md", at(30, 14, 900, "x".repeat(39)), GONE, lines, "t2"),
                link("c3", "docs/building.md", at(41, 1, 1500, JOURNAL), JOURNAL, JOURNAL, "t3"),
                link("c4", "docs/building.md", at(44, 9, 1600, oak), oak, "Oak from " + oak + " was used.", "t4"),
                link("c5", "docs/history.md", at(3, 1, 40, OLD), OLD, OLD, "t1"),
                Samples.recovered("c6", launch, "t5", Recovery.PROBABLE));
    }

    private static ReportedCitation link(
            String id, String document, Place place, String address, String sentence, String target) {
        return reported(id, citation(document, place, CitationKind.LINK, address, sentence(sentence)), target);
    }

    private static Outcome outcome(Reason reason, int status, List<Hop> hops, String... evidence) {
        return new Outcome(
                reason,
                OptionalInt.of(status),
                Optional.of(hops.get(hops.size() - 1).url()),
                hops,
                hops.size(),
                Optional.of(Samples.THEN),
                List.of(evidence));
    }

    private static List<ReportedTarget> targets() {
        var moved = outcome(
                Reason.PERMANENT_REDIRECT,
                200,
                List.of(
                        new Hop(OLD, 301, Optional.of("http://www.harbour.example/tides/table.html")),
                        new Hop("http://www.harbour.example/tides/table.html", 308, Optional.of(NEW)),
                        new Hop(NEW, 200, Optional.empty())),
                "Every hop says that the move is for good.",
                "The page at the end is about the same: its title is \"Tide tables\".");
        var gone = outcome(
                Reason.NOT_FOUND,
                404,
                List.of(new Hop(GONE, 404, Optional.empty())),
                "The server answered 404 twice.",
                "Its front page answers, so the server itself is well.");
        var wall = outcome(
                Reason.BOT_WALL,
                403,
                List.of(new Hop("https://journal.example/article/77", 403, Optional.empty())),
                "The answer is a page that asks to prove one is human.");
        var alive = outcome(
                Reason.OK, 200, List.of(new Hop("https://oak.example/", 200, Optional.empty())), "The page answers.");
        return List.of(
                new ReportedTarget("t1", url(OLD), moved, List.of(), List.of()),
                new ReportedTarget("t2", url(GONE), gone, List.of(), copies()),
                new ReportedTarget("t3", url("https://journal.example/article/77"), wall, List.of(), List.of()),
                new ReportedTarget("t4", url("https://oak.example/"), alive, List.of(), List.of()),
                cutTarget());
    }

    private static ReportedTarget cutTarget() {
        return new ReportedTarget(
                "t5",
                new TruncatedTarget("cut:5", CUT),
                Outcome.unasked(Reason.TRUNCATED, "39 characters, \" ... \" and 10 characters: phpBB shows URLs so."),
                List.of(
                        candidate(
                                FOUND,
                                Certainty.PROBABLE,
                                0.81,
                                "Its page is called \"Launch of the sloop Marta at the North Quay\"."),
                        candidate(
                                FOUND.replace("launch-of-the-sloop-marta", "crew"),
                                Certainty.POSSIBLE,
                                0.07,
                                "Its page has no title.")),
                List.of());
    }

    private static List<Snapshot> copies() {
        return List.of(
                new Snapshot(
                        "web.archive.org",
                        Instant.parse("2012-08-01T09:30:00Z"),
                        KEPT.replace("2019", "2012"),
                        200,
                        "",
                        false),
                new Snapshot("web.archive.org", Instant.parse("2019-03-11T12:00:00Z"), KEPT, 200, "sha256:00", true));
    }

    private static Candidate candidate(String url, Certainty certainty, double score, String evidence) {
        var outcome = outcome(Reason.OK, 200, List.of(new Hop(url, 200, Optional.empty())));
        return new Candidate(url, certainty, score, List.of(evidence), Optional.of(outcome));
    }
}
