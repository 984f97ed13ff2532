package ibid.report;

import ibid.citation.PassedOver;
import ibid.citation.PassedOver.Why;
import ibid.citation.Place;
import ibid.citation.Split;
import ibid.citation.Truncation;
import ibid.finding.Recovery;
import ibid.finding.Report.ReportedCitation;
import ibid.url.Redaction;
import java.io.IOException;
import java.util.Optional;

/** One citation as a JSON object, as the report and {@code ibid extract --format jsonl} have it. */
final class JsonCitation {
    private final JsonFields json;

    JsonCitation(JsonFields json) {
        this.json = json;
    }

    void write(ReportedCitation reported) throws IOException {
        var citation = reported.citation();
        json.text("id", reported.id());
        json.text("document", citation.document());
        place(citation.place());
        json.text("kind", citation.kind().name());
        json.text("role", citation.role().name());
        json.text("text", citation.text());
        json.text("cited", citation.cited());
        json.text("target", Optional.of(reported.target()).filter(id -> !id.isEmpty()));
        var truncation = citation.truncation();
        if (truncation.isPresent()) {
            json.object("truncation", () -> truncation(truncation.get(), reported));
        } else {
            json.nothing("truncation");
        }
        if (citation.split().isPresent()) {
            json.object("split", () -> split(citation.split().get()));
        } else {
            json.nothing("split");
        }
        json.text(
                "ignored",
                citation.passedOver().filter(p -> p.why() == Why.IGNORED).map(PassedOver::reason));
        json.object("context", () -> context(reported));
    }

    private void place(Place place) throws IOException {
        if (place.span().isPresent()) {
            var span = place.span().get();
            json.number("line", span.line());
            json.number("column", span.column());
            json.number("endLine", span.endLine());
            json.number("endColumn", span.endColumn());
            json.number("byteOffset", span.byteOffset());
            json.number("byteLength", span.byteLength());
        } else {
            json.nothing("line");
            json.nothing("column");
            json.nothing("endLine");
            json.nothing("endColumn");
            json.nothing("byteOffset");
            json.nothing("byteLength");
        }
        json.number("page", place.page());
        json.text("location", place.location());
    }

    private void truncation(Truncation truncation, ReportedCitation reported) throws IOException {
        // A secret that is cut in two is recognised in neither half.
        var whole = truncation.head() + truncation.mark() + truncation.tail();
        json.text("head", Redaction.shownHead(truncation.head(), whole));
        json.text("mark", truncation.mark());
        json.text("tail", Redaction.shownTail(truncation.tail(), whole));
        json.texts("dialects", truncation.dialects());
        json.number("minimumLength", truncation.minimumLength());
        json.text("recovery", reported.recovery().orElse(Recovery.UNRESOLVED).label());
    }

    private void split(Split split) throws IOException {
        json.text("joined", split.joined());
        json.texts("others", split.others());
        json.text("evidence", split.evidence());
    }

    private void context(ReportedCitation reported) throws IOException {
        var context = reported.citation().context();
        json.text("title", context.title());
        json.text("author", context.author());
        json.text("date", context.date());
        json.text("accessed", context.accessed());
        json.text("committed", context.committed());
        json.text("heading", context.heading());
        json.text("linkText", context.linkText());
        json.text("sentence", context.sentence());
        json.text("inheritedFrom", reported.inheritedFrom());
    }
}
