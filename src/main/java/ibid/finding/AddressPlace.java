package ibid.finding;

import ibid.citation.Citation;
import ibid.citation.CitationKind;
import ibid.document.Format;
import ibid.finding.Report.ReportedDocument;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The bytes of a document that spell an address, and how another one is spelled there.
 *
 * @param isAddress whether they are the address and nothing else: not what encodes it, such as base64 or a part of an
 *     encoded word, nor the number or path that it was made from
 * @param isEscaped whether they are not the address character for character
 * @param hasEntities whether {@code &} is surely spelled as HTML and XML do: a script within a page spells otherwise
 * @param isUtf8 whether what is no ASCII is written as in any UTF-8 text
 */
record AddressPlace(
        Optional<Format> format, boolean isAddress, boolean isEscaped, boolean hasEntities, boolean isUtf8) {
    /** What ends a link in Markdown or an attribute in HTML would need another spelling there. */
    private static final String DELIMITERS = "<>\"'[]`\\ ";

    /** Forms in which {@code &} begins the name of a character. In a section of CDATA it does not. */
    private static final Set<Format> WITH_ENTITIES = Set.of(Format.HTML, Format.XML, Format.JATS, Format.FEED);

    /** Formats in which brackets that belong together do not end an address. */
    private static final Set<Format> COUNTING_BRACKETS = Set.of(Format.MARKDOWN, Format.TEXT, Format.HTML);

    /** A line's end in the midst of an address, with what quotes or comments begin the next line with. */
    private static final Pattern LINE_END = Pattern.compile("[ \\t]*+\\R[\\s>#*/%;|!-]*+");

    static AddressPlace of(Citation citation, Optional<ReportedDocument> document) {
        var format =
                document.flatMap(read -> Format.labelled(read.format())).or(() -> Format.ofName(citation.document()));
        return new AddressPlace(
                format,
                citation.kind() != CitationKind.IDENTIFIER && spells(citation.text(), citation.cited()),
                !citation.text().equals(citation.cited()),
                hasEntities(citation, format),
                document.map(d -> d.charset().equalsIgnoreCase("UTF-8")).orElse(true));
    }

    private static boolean hasEntities(Citation citation, Optional<Format> format) {
        var isRead = citation.kind() == CitationKind.BARE_URL
                || citation.context().linkText().isPresent();
        return (citation.text().contains("&amp;") && !citation.cited().contains("&amp;"))
                || (format.equals(Optional.of(Format.HTML)) && isRead);
    }

    /** Escapes leave a scheme alone; what has blanks or quotes in it is put together from strings. */
    private static boolean spells(String text, String cited) {
        if (text.indexOf('"') >= 0 || LINE_END.matcher(text).replaceAll("").indexOf(' ') >= 0) {
            return false;
        }
        var scheme = cited.indexOf(':') + 1;
        return text.equals(cited) || (scheme > 0 && text.regionMatches(0, cited, 0, scheme));
    }

    /** How an address is written here. */
    String spelling(String address) {
        return writesEntities() ? address.replace("&", "&amp;") : address;
    }

    private boolean writesEntities() {
        return hasEntities || format.filter(WITH_ENTITIES::contains).isPresent();
    }

    /** Whether an address, in that spelling, can stand here. */
    boolean takes(String address) {
        // Where the address that stands there is written with escapes, another one would need them, too.
        var isWritten = address.indexOf('&') < 0 || (writesEntities() ? hasEntities : !isEscaped);
        return isAddress && isWritten && isPlain(address) && hasFittingBrackets(address);
    }

    private boolean hasFittingBrackets(String address) {
        if (address.indexOf('(') < 0 && address.indexOf(')') < 0) {
            return true;
        }
        var open = 0;
        for (var i = 0; i < address.length() && open >= 0; i++) {
            open += address.charAt(i) == '(' ? 1 : address.charAt(i) == ')' ? -1 : 0;
        }
        return open == 0
                && !address.endsWith(")")
                && format.filter(COUNTING_BRACKETS::contains).isPresent();
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
