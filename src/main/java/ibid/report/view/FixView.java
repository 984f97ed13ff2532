package ibid.report.view;

import ibid.finding.Fix;
import ibid.url.Redaction;
import java.util.List;
import java.util.Optional;

/** A mend: what it does, and each edit as old and new text. */
public record FixView(String description, String safety, boolean safe, List<EditView> edits, int more) {
    private static final int MAX_EDITS = 20;

    /**
     * One replacement.
     *
     * @param place of the text that is replaced
     * @param before empty where the edit replaces something else than a whole citation
     */
    public record EditView(String place, Optional<String> before, String after) {}

    static FixView of(Fix fix, Lookup lookup) {
        var secret = fix.edits().stream().anyMatch(e -> Redaction.hides(e.replacement()));
        return new FixView(
                Shown.text(fix.description()),
                safety(fix, secret),
                fix.safe() && !secret,
                fix.edits().stream().limit(MAX_EDITS).map(e -> edit(e, lookup)).toList(),
                Math.max(0, fix.edits().size() - MAX_EDITS));
    }

    private static String safety(Fix fix, boolean secret) {
        if (secret) {
            return "to be made by hand: it holds a secret, shown as ***";
        }
        return fix.safe() ? "safe to apply" : "look before you apply it";
    }

    private static EditView edit(Fix.Edit edit, Lookup lookup) {
        var replaced = lookup.replaced(edit).map(r -> r.citation());
        return new EditView(
                replaced.map(PlaceView::label)
                        .orElseGet(() -> Shown.text(edit.document()) + ", " + Words.count(edit.byteLength(), "byte")
                                + " from byte " + edit.byteOffset()),
                replaced.map(c -> Shown.text(c.text())),
                Shown.text(edit.replacement()));
    }
}
