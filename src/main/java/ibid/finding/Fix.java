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
            var special =
                    DELIMITERS + Format.ofName(document).map(Edit::special).orElse("");
            return replacement.chars().noneMatch(c -> special.indexOf(c) >= 0 || c < ' ')
                    && !(replacement.endsWith(":") && Format.ofName(document).equals(Optional.of(Format.YAML)));
        }

        /** What more means something to a format where an address may stand in it, and would need an escape. */
        private static String special(Format format) {
            return switch (format) {
                case HTML, XML, JATS, FEED -> "&";
                case LATEX, BIBTEX -> "{}%#&$^~_,@";
                case CSV -> ",;|\t";
                case YAML, CITATION_CFF, TOML -> ",{}";
                case WIKITEXT -> "|{}";
                case REST -> "_*|";
                case ASCIIDOC -> "{}*_^~+#|";
                case MAIL, MBOX -> "=&";
                default -> "";
            };
        }
    }
}
