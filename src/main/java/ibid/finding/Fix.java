package ibid.finding;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Edits that together mend a finding.
 *
 * @param safe whether they may be applied without a person's look
 * @param archived whether they have a copy in an archive cited
 */
public record Fix(String description, boolean safe, boolean archived, List<Edit> edits) {
    public Fix {
        edits = List.copyOf(edits);
    }

    /** Edits that have nothing to do with archives. */
    public Fix(String description, boolean safe, List<Edit> edits) {
        this(description, safe, false, edits);
    }

    /** The same edits, for a person to look at. */
    Fix unsafe() {
        return new Fix(description, false, archived, edits);
    }

    /** The same edits, which have a copy cited. */
    Fix ofArchive() {
        return new Fix(description, safe, true, edits);
    }

    /** The same with these edits alone; empty where none is left. */
    Optional<Fix> only(Predicate<Edit> wanted) {
        var left = edits.stream().filter(wanted).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new Fix(description, safe, left));
    }

    /** One replacement of bytes in one document. */
    public record Edit(String document, long byteOffset, int byteLength, String replacement) {
        long byteEnd() {
            return byteOffset + byteLength;
        }
    }
}
