package ibid.document.readers;

import ibid.document.Format;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells the format of a text whose name says nothing, from its first characters. */
final class FormatSniffer {
    static final int SNIFFED_CHARS = 8192;

    /** What the MIME Sniffing Standard takes for HTML, section 7.1, where it opens the text. */
    private static final Pattern HTML = Pattern.compile(
            "\\A\\s*+(?:<\\?xml[^>]*+>\\s*+)?(?:<!--(?:[^-]|-(?!->))*+-->\\s*+)*+"
                    + "<(?:!doctype\\s++html|html|head|body|script|title|table|div|h[1-6]|p|a|br|font|iframe|style|meta|link|ul|ol|main|section|article)[\\s>/]",
            Pattern.CASE_INSENSITIVE);

    /** The root of a text that says that it is XML, or whose root says so. */
    private static final Pattern XML = Pattern.compile("\\A\\s*+(<\\?xml\\b[^>]*+>\\s*+)?"
            + "(?:<\\?[^>]*+>\\s*+|<!--(?:[^-]|-(?!->))*+-->\\s*+|<!DOCTYPE[^>\\[]*+(?:\\[[^\\]]*+\\]\\s*+)?>\\s*+)*+"
            + "<(?:[\\w.-]++:)?([\\w.-]++)[\\s>/]");

    private static final Pattern MBOX =
            Pattern.compile("\\AFrom \\S{1,300}+ [^\\n]{0,100}?\\d{4}[^\\n]{0,100}\\n>?[\\w-]{1,100}+:");

    /** The fields that a message begins with when it was delivered or saved (RFC 5322 section 3.6). */
    private static final Pattern MAIL = Pattern.compile(
            "\\A(?:Return-Path|Delivered-To|Received|MIME-Version|Message-ID|X-[\\w-]++|(?:From|To|Date|Subject): [^\\n]*+\\n"
                    + "(?:From|To|Date|Subject|Message-ID|MIME-Version|Content-Type)):",
            Pattern.CASE_INSENSITIVE);

    /** Marks that hardly any other text has: headings, fences, inline links, definitions. */
    private static final Pattern MARKDOWN = Pattern.compile(
            "^#{1,6} \\S|^(?:```|~~~)|\\[[^\\]\\n]{1,200}\\]\\([^)\\s]{1,500}[)\\s]|^ {0,3}\\[[^\\]\\n]{1,200}\\]: ?\\S",
            Pattern.MULTILINE);

    private FormatSniffer() {}

    static Format of(String text) {
        var head = text.length() > SNIFFED_CHARS ? text.substring(0, SNIFFED_CHARS) : text;
        var declared = xml(head, true);
        if (declared.isPresent()) {
            return declared.get();
        }
        if (HTML.matcher(head).find()) {
            return Format.HTML;
        }
        if (MBOX.matcher(head).find()) {
            return Format.MBOX;
        }
        if (MAIL.matcher(head).find()) {
            return Format.MAIL;
        }
        return xml(head, false).orElseGet(() -> MARKDOWN.matcher(head).find() ? Format.MARKDOWN : Format.TEXT);
    }

    /** The format of what says that it is XML, or of what has a root that nothing else has. */
    private static Optional<Format> xml(String head, boolean saysSo) {
        var opening = XML.matcher(head);
        if (!opening.find() || saysSo != (opening.group(1) != null)) {
            return Optional.empty();
        }
        return switch (opening.group(2).toLowerCase(Locale.ROOT)) {
            case "rss", "rdf", "feed" -> Optional.of(Format.FEED);
            case "article" -> Optional.of(head.contains("docbook.org") ? Format.XML : Format.JATS);
            case "urlset", "sitemapindex", "tei" -> Optional.of(Format.XML);
            case "html" -> Optional.empty();
            default -> saysSo ? Optional.of(Format.XML) : Optional.empty();
        };
    }
}
