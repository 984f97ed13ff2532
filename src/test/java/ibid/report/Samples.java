package ibid.report;

import ibid.citation.Citation;
import ibid.citation.Citation.Role;
import ibid.citation.CitationKind;
import ibid.citation.Context;
import ibid.citation.Place;
import ibid.citation.Truncation;
import ibid.document.Span;
import ibid.finding.Finding;
import ibid.finding.Fix;
import ibid.finding.Recovery;
import ibid.finding.Report;
import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedDocument;
import ibid.finding.RuleId;
import ibid.finding.Severity;
import ibid.target.Target;
import ibid.target.Target.UrlTarget;
import ibid.url.Url;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The small parts that the reports of the tests are built of. */
final class Samples {
    static final Instant THEN = Instant.parse("2026-11-22T10:00:00Z");

    private Samples() {}

    static Report.Run run(boolean complete, boolean offline, List<String> notes, String... arguments) {
        return new Report.Run("0.1.0", THEN, Duration.ofMillis(1234), complete, offline, notes, List.of(arguments));
    }

    static ReportedDocument document(String path, String format, int citations) {
        var digest = String.format("%064x", Math.abs((long) path.hashCode()));
        return new ReportedDocument(path, format, "UTF-8", digest, citations, List.of());
    }

    static Place at(int line, int column, long offset, String text) {
        return Place.at(new Span(line, column, line, column + text.length(), offset, text.length()));
    }

    static Citation citation(String document, Place place, CitationKind kind, String text, Context context) {
        return new Citation(
                document,
                place,
                kind,
                text,
                text,
                Role.MENTION,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                context);
    }

    static Citation cut(String document, Place place, Truncation truncation, Context context) {
        var text = truncation.head() + truncation.mark() + truncation.tail();
        return new Citation(
                document,
                place,
                CitationKind.BARE_URL,
                text,
                text,
                Role.ENTRY,
                Optional.of(truncation),
                Optional.empty(),
                Optional.empty(),
                context);
    }

    static ReportedCitation reported(String id, Citation citation, String target) {
        return new ReportedCitation(
                id, citation, target, citation.truncation().map(t -> Recovery.UNRESOLVED), Optional.empty());
    }

    static ReportedCitation recovered(String id, Citation citation, String target, Recovery recovery) {
        return new ReportedCitation(id, citation, target, Optional.of(recovery), Optional.empty());
    }

    static Target url(String address) {
        return new UrlTarget("url:" + address, Url.parse(address).orElseThrow());
    }

    static Context sentence(String sentence) {
        return new Context(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(sentence));
    }

    static Context source(String title, String author, String date) {
        return new Context(
                Optional.of(title),
                Optional.of(author),
                Optional.of(date),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Finding finding(
            RuleId rule, Severity severity, String message, String target, List<String> citations, Fix... fixes) {
        var fingerprint = String.format("%016x", Math.abs((long) (rule + message).hashCode()));
        return new Finding(
                rule,
                severity,
                message,
                fingerprint,
                Optional.empty(),
                Optional.of(target).filter(t -> !t.isEmpty()),
                citations,
                List.of(fixes));
    }

    /** XenForo's way: the first 35 characters, three dots, the last 45. */
    static Truncation xenforo(String url) {
        return new Truncation(url.substring(0, 35), "...", url.substring(url.length() - 45), List.of("xenforo"), 101);
    }
}
