package ibid.finding;

import ibid.document.Format;
import java.util.List;
import java.util.Optional;

/**
 * Edits that together mend a finding.
 *
 * @param safe whether they may be applied without a person's look
 */
public record Fix(String description, boolean safe, List<Edit> edits) {
    public Fix {
        edits = List.copyOf(edits);
    }

    /**
     * A fix that is safe if its address is certain and can stand as it is wherever it is put.
     *
     * @param certain whether the address is the right one beyond doubt
     */
    static Fix withAddress(String description, boolean certain, List<Edit> edits) {
        return new Fix(description, certain && edits.stream().allMatch(Edit::standsAsItIs), edits);
    }

    /** One replacement of bytes in one document. */
    public record Edit(String document, long byteOffset, int byteLength, String replacement) {
        /** What ends a link in Markdown or an attribute in HTML would need another spelling there. */
        private static final String DELIMITERS = "<>\"'()[]`\\ ";

        private boolean standsAsItIs() {
            var inHtml = Format.ofName(document).equals(Optional.of(Format.HTML));
            return replacement.chars().noneMatch(c -> DELIMITERS.indexOf(c) >= 0 || (inHtml && c == '&'));
        }
    }
}
