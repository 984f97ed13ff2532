package ibid.document.readers;

import ibid.document.Format;
import java.util.regex.Pattern;

/** Tells the format of a text whose name says nothing, from its first characters. */
final class FormatSniffer {
    static final int SNIFFED_CHARS = 8192;

    /** What the MIME Sniffing Standard takes for HTML, section 7.1, where it opens the text. */
    private static final Pattern HTML = Pattern.compile(
            "\\A\\s*+(?:<\\?xml[^>]*+>\\s*+)?(?:<!--(?:[^-]|-(?!->))*+-->\\s*+)*+"
                    + "<(?:!doctype\\s++html|html|head|body|script|title|table|div|h[1-6]|p|a|br|font|iframe|style|meta|link|ul|ol|main|section|article)[\\s>/]",
            Pattern.CASE_INSENSITIVE);

    /** Marks that hardly any other text has: headings, fences, inline links, definitions. */
    private static final Pattern MARKDOWN = Pattern.compile(
            "^#{1,6} \\S|^(?:```|~~~)|\\[[^\\]\\n]{1,200}\\]\\([^)\\s]{1,500}[)\\s]|^ {0,3}\\[[^\\]\\n]{1,200}\\]: ?\\S",
            Pattern.MULTILINE);

    private FormatSniffer() {}

    static Format of(String text) {
        var head = text.length() > SNIFFED_CHARS ? text.substring(0, SNIFFED_CHARS) : text;
        if (HTML.matcher(head).find()) {
            return Format.HTML;
        }
        return MARKDOWN.matcher(head).find() ? Format.MARKDOWN : Format.TEXT;
    }
}
