package ibid.report;

import ibid.archive.submission.Saved;
import ibid.citation.Citation;
import ibid.finding.Finding;
import ibid.finding.Report;
import ibid.finding.RuleId;
import ibid.finding.Severity;
import ibid.report.view.Shown;
import ibid.report.view.Words;
import ibid.resolution.Reason;
import ibid.resolution.Verdict;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run found, for a terminal: the worst findings, a line each, then the counts.
 *
 * <p>Nothing from documents or servers reaches the terminal but visible text; the only escape sequences are colours of ours.
 */
public final class TextSummary {
    /** A message is not cut below this, however narrow the terminal is. */
    private static final int LEAST_MESSAGE = 40;

    private final boolean colour;
    private final int worst;
    private final int width;

    /** @param worst most findings that are named one by one */
    public TextSummary(boolean colour, int worst) {
        this(colour, worst, Integer.MAX_VALUE);
    }

    /**
     * @param worst most findings that are named one by one
     * @param width columns of the terminal; longer messages are cut to fit
     */
    public TextSummary(boolean colour, int worst, int width) {
        this.colour = colour;
        this.worst = worst;
        this.width = width;
    }

    /**
     * The summary, ending in a line feed.
     *
     * @param writtenFiles the reports that were written, as the user may open them
     */
    public String render(Report report, List<String> writtenFiles) {
        var text = new StringBuilder();
        findings(text, report, writtenFiles);
        return text + counts(report, writtenFiles);
    }

    /** What the summary says after its findings. */
    public String counts(Report report, List<String> writtenFiles) {
        var text = new StringBuilder();
        report.run().notes().forEach(note -> text.append(LogLine.of(note)).append('\n'));
        if (!report.run().complete()) {
            text.append(paint(Colour.YELLOW, "This run is not complete.")).append('\n');
        }
        text.append(Words.count(report.documents().size(), "document"))
                .append(", ")
                .append(Words.count(report.citations().size(), "citation"))
                .append(", ")
                .append(Words.count(report.targets().size(), "target"))
                .append(" in ")
                .append(Words.duration(report.run().duration()))
                .append(report.run().offline() ? ", offline" : "")
                .append('\n');
        verdicts(text, report);
        saved(text, report);
        text.append(severities(report)).append('\n');
        if (!writtenFiles.isEmpty()) {
            text.append(writtenFiles.size() == 1 ? "Report: " : "Reports: ")
                    .append(writtenFiles.stream().map(Shown::text).collect(Collectors.joining(", ")))
                    .append('\n');
        }
        return text.toString();
    }

    /** Every finding at each of its places, worst first, a line each and no counts; empty where nothing was found. */
    public String places(Report report) {
        var text = new StringBuilder();
        var citations = report.cited();
        worstFirst(report)
                .forEach(finding -> linesOf(finding, citations)
                        .forEach(line -> text.append(line).append('\n')));
        return text.toString();
    }

    /** What is double by nature names its places itself. */
    private Stream<String> linesOf(Finding finding, Map<String, Citation> citations) {
        return isDoubleByNature(finding) || finding.citations().size() < 2
                ? Stream.of(line(finding, place(finding, citations), ""))
                : finding.citations().stream()
                        .flatMap(id -> Stream.ofNullable(citations.get(id)))
                        .map(cited -> line(finding, place(cited), ""));
    }

    private static Stream<Finding> worstFirst(Report report) {
        return report.findings().stream().sorted(Comparator.comparing(Finding::severity, Comparator.reverseOrder()));
    }

    private void findings(StringBuilder text, Report report, List<String> writtenFiles) {
        var citations = report.cited();
        worstFirst(report)
                .limit(worst)
                .forEach(finding -> text.append(line(finding, place(finding, citations), alsoAt(finding)))
                        .append('\n'));
        var more = report.findings().size() - worst;
        if (more > 0) {
            text.append(String.format(Locale.ROOT, "and %,d more", more))
                    .append(best(writtenFiles))
                    .append('\n');
        }
        if (!report.findings().isEmpty()) {
            text.append('\n');
        }
    }

    private static String best(List<String> writtenFiles) {
        return writtenFiles.stream()
                .max(Comparator.comparing((String file) -> file.endsWith(".html")))
                .map(file -> ", see " + Shown.text(file))
                .orElse("");
    }

    private static String place(Finding finding, Map<String, Citation> citations) {
        return finding.citations().stream()
                .flatMap(id -> Stream.ofNullable(citations.get(id)))
                .findFirst()
                .map(TextSummary::place)
                .or(() -> finding.document().map(document -> LogLine.of(document) + ": "))
                .orElse("");
    }

    private static String place(Citation citation) {
        return LogLine.of(citation.document() + citation.place().label()) + ": ";
    }

    private String line(Finding finding, String place, String end) {
        var severity = finding.severity().label();
        var rule = " [" + finding.rule().label() + "]";
        var room = Math.max(LEAST_MESSAGE, width - place.length() - severity.length() - 2 - rule.length());
        return paint(Colour.BOLD, place)
                + paint(colour(finding.severity()), severity)
                + ": "
                + fitted(LogLine.of(finding.message()) + end, room)
                + paint(Colour.FAINT, rule);
    }

    /** Whoever mends a problem wants to know that one place is not all; what is double by nature names its places itself. */
    private static String alsoAt(Finding finding) {
        var more = finding.citations().size() - 1;
        return more < 1 || isDoubleByNature(finding) ? "" : " (and at " + Words.count(more, "more place") + ")";
    }

    private static boolean isDoubleByNature(Finding finding) {
        return finding.rule() == RuleId.DUPLICATE_CITATION || finding.rule() == RuleId.DUPLICATE_PASSAGE;
    }

    private static String fitted(String message, int room) {
        if (message.length() <= room) {
            return message;
        }
        var end = room - 1;
        return message.substring(0, Character.isHighSurrogate(message.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static void verdicts(StringBuilder text, Report report) {
        var verdicts = report.verdicts().entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(e -> String.format(Locale.ROOT, "%,d ", e.getValue())
                        + Words.of(e.getKey()).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        if (!verdicts.isEmpty()) {
            text.append(verdicts).append(whyNotChecked(report)).append('\n');
        }
    }

    /** What became of the addresses that archives were to keep; nothing where none was to. */
    private static void saved(StringBuilder text, Report report) {
        var results = new EnumMap<Saved.Result, Integer>(Saved.Result.class);
        report.targets().stream()
                .flatMap(target -> target.saved().stream())
                .forEach(saved -> results.merge(saved.result(), 1, Integer::sum));
        if (!results.isEmpty()) {
            text.append("To be kept by archives: ")
                    .append(results.entrySet().stream()
                            .map(e -> String.format(
                                    Locale.ROOT,
                                    "%,d %s",
                                    e.getValue(),
                                    e.getKey().label()))
                            .collect(Collectors.joining(", ")))
                    .append('\n');
        }
    }

    /** A run in which nothing could go wrong must not look like one in which nothing did. */
    private static String whyNotChecked(Report report) {
        var reasons = new TreeMap<String, Integer>();
        for (var target : report.targets()) {
            var reason = target.outcome().reason();
            if (reason.verdict() == Verdict.SKIPPED && reason != Reason.NOT_CHECKED) {
                reasons.merge(reason.label(), 1, Integer::sum);
            }
        }
        return reasons.entrySet().stream()
                .map(e -> String.format(Locale.ROOT, "%,d %s", e.getValue(), e.getKey()))
                .collect(Collectors.joining(", ", " (", ")"))
                .replace(" ()", "");
    }

    private String severities(Report report) {
        var counts = report.severities();
        Function<Severity, String> count = severity -> {
            var number = counts.getOrDefault(severity, 0);
            var words = Words.count(number, severity.label());
            return number == 0 ? words : paint(colour(severity), words);
        };
        return report.findings().isEmpty()
                ? paint(Colour.GREEN, report.run().complete() ? "No findings." : "No findings so far.")
                : Severity.WORST_FIRST.stream().map(count).collect(Collectors.joining(", "));
    }

    private static Colour colour(Severity severity) {
        return switch (severity) {
            case ERROR -> Colour.RED;
            case WARNING -> Colour.YELLOW;
            case NOTE -> Colour.CYAN;
        };
    }

    private String paint(Colour with, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + with.code + "m" + text + "\u001b[0m" : text;
    }

    /** Select Graphic Rendition (ECMA-48 section 8.3.117). */
    private enum Colour {
        BOLD(1),
        FAINT(2),
        RED(31),
        GREEN(32),
        YELLOW(33),
        CYAN(36);

        private final int code;

        Colour(int code) {
            this.code = code;
        }
    }
}
