package ibid.finding;

import ibid.citation.Citation;
import ibid.citation.CitationKind;
import ibid.document.Format;
import ibid.finding.Report.ReportedDocument;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The bytes of a document that spell an address, and what may be put there without an escape.
 *
 * @param isAddress whether they are the address and nothing else: not what encodes it, such as base64 or a part of an
 *     encoded word, nor the number or path that it was made from
 * @param isEscaped whether they are not the address character for character
 * @param isUtf8 whether what is no ASCII is written as in any UTF-8 text
 */
record AddressPlace(Optional<Format> format, boolean isAddress, boolean isEscaped, boolean isUtf8) {
    /** What ends a link in Markdown or an attribute in HTML would need another spelling there. */
    private static final String DELIMITERS = "<>\"'()[]`\\ ";

    /** A line's end in the midst of an address, with what quotes or comments begin the next line with. */
    private static final Pattern LINE_END = Pattern.compile("[ \\t]*+\\R[\\s>#*/%;|!-]*+");

    static AddressPlace of(Citation citation, Optional<ReportedDocument> document) {
        var format = document.flatMap(AddressPlace::formatOf).or(() -> Format.ofName(citation.document()));
        return new AddressPlace(
                format,
                citation.kind() != CitationKind.IDENTIFIER && spells(citation.text(), citation.cited()),
                !citation.text().equals(citation.cited()),
                document.map(d -> d.charset().equalsIgnoreCase("UTF-8")).orElse(true));
    }

    private static Optional<Format> formatOf(ReportedDocument document) {
        return Arrays.stream(Format.values())
                .filter(format -> format.label().equals(document.format()))
                .findFirst();
    }

    /** Escapes leave a scheme alone; what has blanks or quotes in it is put together from strings. */
    private static boolean spells(String text, String cited) {
        if (text.indexOf('"') >= 0 || LINE_END.matcher(text).replaceAll("").indexOf(' ') >= 0) {
            return false;
        }
        var scheme = cited.indexOf(':') + 1;
        return text.equals(cited) || (scheme > 0 && text.regionMatches(0, cited, 0, scheme));
    }

    /** Whether an address can stand here as it is. */
    boolean takes(String address) {
        // Where the address that stands there is written with escapes, another one would need them, too.
        return isAddress && !(isEscaped && address.indexOf('&') >= 0) && isPlain(address);
    }

    private boolean isPlain(String address) {
        var special = DELIMITERS + format.map(AddressPlace::special).orElse("");
        var isMail = format.filter(f -> f == Format.MAIL || f == Format.MBOX).isPresent();
        var last = isUtf8 && !isMail ? Character.MAX_VALUE : '~';
        return address.chars().noneMatch(c -> special.indexOf(c) >= 0 || c < ' ' || c > last)
                && !(address.endsWith(":") && format.equals(Optional.of(Format.YAML)));
    }

    /** What more means something to a format where an address may stand in it, and would need an escape. */
    private static String special(Format format) {
        return switch (format) {
            case HTML, XML, JATS, FEED -> "&";
            case LATEX, BIBTEX -> "{}%#&$^~_,@";
            case CSV -> ",;|\t";
            case YAML, CITATION_CFF, TOML -> ",{}";
            case MARKDOWN, NOTEBOOK -> "*|{}";
            case WIKITEXT -> "|{}";
            case REST -> "_*|";
            case ASCIIDOC -> "{}*_^~+#|";
            case MAIL, MBOX -> "=&";
            default -> "";
        };
    }
}
