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
import static ibid.report.Samples.xenforo;

import ibid.citation.Citation;
import ibid.citation.CitationKind;
import ibid.finding.Finding;
import ibid.finding.Fix;
import ibid.finding.Recovery;
import ibid.finding.Report;
import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedTarget;
import ibid.finding.RuleId;
import ibid.finding.Severity;
import ibid.recovery.Candidate;
import ibid.recovery.Certainty;
import ibid.resolution.Outcome;
import ibid.resolution.Reason;
import ibid.target.Target.TruncatedTarget;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finished reports for the tests: what a run would hand over, built by hand. */
public final class Reports {
    static final String FULL =
            "http://www.coastalreview.example/publications/analysis/item/1432-the-quiet-return-of-coastal-sail-freight.html";

    private static final String POST = "forum-post.txt";

    private Reports() {}

    /** A forum post pasted twice, with a bare host and an address that the forum cut; nothing was asked. */
    public static Report founding() {
        var passage = source("The Quiet Return of Coastal Sail Freight", "Marta Lindqvist", "2021-06-12");
        var truncation = xenforo(FULL);
        var skipped = "The yard showed the first hull on its own site, Sailyard.example, in the spring.";
        var citations = List.of(
                reported("c1", host(18, 2102, skipped), "t1"),
                reported("c2", cut(POST, at(31, 1, 9076, "x".repeat(83)), truncation, passage), "t2"),
                reported("c3", host(38, 11_280, skipped), "t1"),
                new ReportedCitation(
                        "c4",
                        cut(POST, at(51, 1, 18_254, "x".repeat(83)), truncation, passage),
                        "t2",
                        Optional.of(Recovery.UNRESOLVED),
                        Optional.of("c2")));
        var targets = List.of(
                new ReportedTarget(
                        "t1",
                        url("http://sailyard.example/"),
                        Outcome.unasked(Reason.NOT_CHECKED, "The run was offline."),
                        List.of(),
                        List.of()),
                new ReportedTarget(
                        "t2",
                        new TruncatedTarget("cut:" + truncation.head() + "|" + truncation.tail(), truncation),
                        Outcome.unasked(
                                Reason.TRUNCATED, "35 characters, \"...\" and 45 characters: XenForo shows URLs so."),
                        List.of(),
                        List.of()));
        return new Report(
                run(true, true, List.of(), "scan", "--offline", POST),
                List.of(document(POST, "text", 4)),
                citations,
                targets,
                foundingFindings(truncation.head() + "..." + truncation.tail()));
    }

    private static Citation host(int line, long offset, String sentence) {
        return citation(
                POST,
                at(line, 207, offset, "Sailyard.example"),
                CitationKind.BARE_HOST,
                "Sailyard.example",
                sentence(sentence));
    }

    private static List<Finding> foundingFindings(String text) {
        return List.of(
                finding(
                        RuleId.DUPLICATE_PASSAGE,
                        Severity.NOTE,
                        "Lines 12-31 occur again as lines 32-51, with the 2 citations in them.",
                        "",
                        List.of("c1", "c2", "c3", "c4")),
                finding(
                        RuleId.TRUNCATED_URL,
                        Severity.ERROR,
                        "The link is cut (\"" + text + "\"); XenForo shows URLs so.",
                        "t2",
                        List.of("c2", "c4")),
                finding(
                        RuleId.DUPLICATE_CITATION,
                        Severity.WARNING,
                        "The same source is cited on lines 31 and 51.",
                        "t2",
                        List.of("c2", "c4")));
    }

    /** As {@link #founding}, with a second document that holds the full address. */
    static Report recovered() {
        var truncation = xenforo(FULL);
        var text = truncation.head() + "..." + truncation.tail();
        var passage = source("The Quiet Return of Coastal Sail Freight", "Marta Lindqvist", "2021-06-12");
        var citations = List.of(
                Samples.recovered("c1", cut(POST, at(31, 1, 9076, text), truncation, passage), "t1", Recovery.EXACT),
                reported(
                        "c2",
                        citation(
                                "reading-list.md",
                                at(7, 3, 210, FULL),
                                CitationKind.BARE_URL,
                                FULL,
                                sentence("- " + FULL)),
                        "t2"));
        var fix = new Fix(
                "Put the full address in place of the cut one.",
                true,
                List.of(new Fix.Edit(POST, 9076, text.length(), FULL)));
        return new Report(
                run(true, true, List.of(), "scan", "--offline", "."),
                List.of(document(POST, "text", 1), document("reading-list.md", "markdown", 1)),
                citations,
                recoveredTargets(text),
                List.of(finding(
                        RuleId.TRUNCATED_URL,
                        Severity.WARNING,
                        "The link is cut (\"" + text + "\"); its full address stands in reading-list.md on line 7.",
                        "t1",
                        List.of("c1"),
                        fix)));
    }

    private static List<ReportedTarget> recoveredTargets(String text) {
        var candidate = new Candidate(
                FULL,
                Certainty.EXACT,
                1.0,
                List.of("It stands in reading-list.md on line 7.", "Cut as XenForo cuts, it gives exactly this text."),
                Optional.empty());
        return List.of(
                new ReportedTarget(
                        "t1",
                        new TruncatedTarget("cut:" + text, xenforo(FULL)),
                        Outcome.unasked(
                                Reason.TRUNCATED, "35 characters, \"...\" and 45 characters: XenForo shows URLs so."),
                        List.of(candidate),
                        List.of()),
                new ReportedTarget(
                        "t2",
                        url(FULL),
                        Outcome.unasked(Reason.NOT_CHECKED, "The run was offline."),
                        List.of(),
                        List.of()));
    }

    /** Nothing was found, because nothing was there. */
    public static Report empty() {
        return new Report(run(true, false, List.of(), "scan"), List.of(), List.of(), List.of(), List.of());
    }

    /** A run that was stopped. */
    static Report incomplete() {
        var founding = founding();
        return new Report(
                run(false, false, List.of("No host could be reached: the network is down."), "scan", POST),
                founding.documents(),
                founding.citations(),
                founding.targets(),
                founding.findings());
    }

    /** As many broken links as asked for, in documents of a hundred each. */
    public static Report large(int findings) {
        var citations = IntStream.range(0, findings)
                .mapToObj(i -> {
                    var address = "https://e.com/page/" + i;
                    var place = at(i % 100 + 1, 5, i % 100 * 80L, address);
                    var document = String.format("docs/%04d.md", i / 100);
                    return reported(
                            "c" + (i + 1),
                            citation(
                                    document,
                                    place,
                                    CitationKind.LINK,
                                    address,
                                    sentence("See " + address + " for more.")),
                            "t" + (i + 1));
                })
                .toList();
        var targets = IntStream.range(0, findings)
                .mapToObj(i -> new ReportedTarget(
                        "t" + (i + 1),
                        url("https://e.com/page/" + i),
                        Outcome.unasked(Reason.NOT_FOUND, "The server answered 404 twice."),
                        List.of(),
                        List.of()))
                .toList();
        return new Report(
                run(true, false, List.of(), "scan", "docs"),
                IntStream.range(0, (findings + 99) / 100)
                        .mapToObj(i -> document(String.format("docs/%04d.md", i), "markdown", 100))
                        .toList(),
                citations,
                targets,
                lost(findings));
    }

    private static List<Finding> lost(int findings) {
        return IntStream.range(0, findings)
                .mapToObj(i -> finding(
                        RuleId.BROKEN_LINK,
                        Severity.ERROR,
                        "https://e.com/page/" + i + " is gone (404).",
                        "t" + (i + 1),
                        List.of("c" + (i + 1))))
                .toList();
    }
}
