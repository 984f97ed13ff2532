package ibid.report.view;

import ibid.citation.Citation;
import ibid.finding.Report.ReportedCitation;
import ibid.url.Redaction;
import java.util.Optional;

/**
 * Where a citation stands and what it says there.
 *
 * @param label {@code docs/a.md:12:5}
 * @param text as written
 * @param quote the sentence around it; empty where it stands alone
 */
public record PlaceView(String label, String text, Optional<Quote> quote) {

    /**
     * The sentence around a citation, taken apart at the citation and at the mark where it was cut.
     *
     * @param line number of the line where the citation starts; empty where there are no lines
     * @param mark empty where nothing was cut, as is then {@code tail}
     */
    public record Quote(String line, String before, String head, String mark, String tail, String after) {
        public String cited() {
            return head + mark + tail;
        }
    }

    static PlaceView of(ReportedCitation reported) {
        var citation = reported.citation();
        return new PlaceView(label(citation), Shown.text(citation.text()), quote(citation));
    }

    static String label(Citation citation) {
        return Shown.text(citation.document() + citation.place().label());
    }

    private static Optional<Quote> quote(Citation citation) {
        // Secrets are hidden before the sentence is taken apart: they are not recognised in its parts.
        var sentence = Redaction.shown(citation.context().sentence().orElse(""));
        var needle = citation.context()
                .linkText()
                .map(Redaction::shown)
                .filter(t -> !t.isBlank() && sentence.contains(t))
                .orElseGet(() -> Redaction.shown(citation.text()));
        var at = needle.isEmpty() ? -1 : sentence.indexOf(needle);
        if (at < 0 || sentence.strip().length() <= needle.strip().length()) {
            return Optional.empty();
        }
        var line = citation.place()
                .span()
                .map(span -> Integer.toString(span.line()))
                .orElse("");
        var before = Shown.text(sentence.substring(0, at));
        var after = Shown.text(sentence.substring(at + needle.length()));
        return Optional.of(citation.truncation()
                .map(Specimen::of)
                .filter(cut -> cut.whole().equals(Shown.text(needle)))
                .map(cut -> new Quote(line, before, cut.head(), cut.mark(), cut.tail(), after))
                .orElseGet(() -> new Quote(line, before, Shown.text(needle), "", "", after)));
    }
}
