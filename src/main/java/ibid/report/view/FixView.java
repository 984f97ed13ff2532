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
     * @param literal whether {@code after} is the new text itself, to be copied, and not a harmless picture of it
     */
    public record EditView(String place, Optional<String> before, String after, boolean literal) {}

    static FixView of(Fix fix, Lookup lookup) {
        var secret = holdsSecret(fix);
        return new FixView(
                Shown.text(fix.description()),
                safety(fix, secret),
                isSafe(fix),
                fix.edits().stream().limit(MAX_EDITS).map(e -> edit(e, lookup)).toList(),
                Math.max(0, fix.edits().size() - MAX_EDITS));
    }

    private static boolean holdsSecret(Fix fix) {
        return fix.edits().stream().anyMatch(e -> Redaction.hides(e.replacement()));
    }

    /** Whether it can be made as it is shown, without a person's look. */
    static boolean isSafe(Fix fix) {
        return fix.safe() && !holdsSecret(fix);
    }

    private static String safety(Fix fix, boolean secret) {
        if (secret) {
            return "to be made by hand: it holds a secret, shown as ***";
        }
        return fix.safe() ? "safe to apply" : "look before you apply it";
    }

    private static EditView edit(Fix.Edit edit, Lookup lookup) {
        var after = Shown.text(edit.replacement());
        var replaced = lookup.replaced(edit).map(r -> r.citation());
        return new EditView(
                replaced.map(PlaceView::label)
                        .orElseGet(() -> Shown.text(edit.document()) + ", " + Words.count(edit.byteLength(), "byte")
                                + " from byte " + edit.byteOffset()),
                replaced.map(c -> Shown.text(c.text())),
                after,
                after.equals(edit.replacement()));
    }
}
