package ibid.document.mail;

import ibid.document.DocumentReader;
import ibid.document.ExplicitLink;
import ibid.document.OffsetMap;
import ibid.document.Reading;
import ibid.document.SourceText;
import ibid.document.markup.InnerPages;
import ibid.document.markup.PlainTextReader;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a part of a message that has no parts itself: text, HTML, or an attached file. */
final class PartReader {
    /** RFC 2392: addresses of other parts of the same message. */
    private static final Pattern INSIDE =
            Pattern.compile("\\s*(?:cid|mid):.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final DocumentReader PLAIN = new PlainTextReader();

    private final String text;
    private final TransferDecoding decoding;
    private final Attachments attachments;
    private final InnerPages pages;

    PartReader(SourceText source, Attachments attachments, InnerPages pages, boolean isMailbox) {
        this.text = source.text();
        this.decoding = new TransferDecoding(source, isMailbox);
        this.attachments = attachments;
        this.pages = pages;
    }

    boolean isCoded(Header header) {
        var coding = coding(header);
        return coding.equals("base64") || coding.equals("quoted-printable");
    }

    private String coding(Header header) {
        return header.value(text, "content-transfer-encoding").toLowerCase(Locale.ROOT);
    }

    /** The body behind a header, up to an offset. */
    OffsetMap.Builder decoded(Header header, Optional<Charset> charset, int to) {
        return decoding.decoded(coding(header), charset, header.bodyStart(), to);
    }

    Reading read(Header header, ContentType type, int to) {
        var isPage = type.type().equals("text/html") || type.type().equals("application/xhtml+xml");
        var reader = isPage ? Optional.of(PLAIN) : reader(header, type);
        if (reader.isEmpty()) {
            return Reading.NOTHING;
        }
        var decoded = decoded(header, type.parameter("charset").flatMap(MailCharset::of), to);
        if (decoded.isEmpty()) {
            return Reading.NOTHING;
        }
        var content = decoded.text().toString();
        if (isPage) {
            return withoutInner(pages.read(content, decoded.map()));
        }
        return reader.get().read(SourceText.ofContainer(content)).within(decoded.map());
    }

    private static Reading withoutInner(Reading page) {
        var links = page.links().stream().filter(link -> !isInner(link)).toList();
        return new Reading(page.blocks(), links, page.parts(), page.entries(), page.comments(), page.problems());
    }

    private static boolean isInner(ExplicitLink link) {
        return INSIDE.matcher(link.destination()).matches();
    }

    /** Which reader reads the part; empty for what is no text. */
    private Optional<DocumentReader> reader(Header header, ContentType type) {
        if (type.type().equals("text/plain")
                && type.parameter("format").filter("flowed"::equalsIgnoreCase).isPresent()) {
            var dropsSpace =
                    type.parameter("delsp").filter("yes"::equalsIgnoreCase).isPresent();
            return Optional.of(source -> flowed(source, dropsSpace));
        }
        var known = fileName(header, type)
                .flatMap(attachments::readerOf)
                .or(() -> attachments.readerOf(
                        "part." + type.type().substring(type.type().indexOf('/') + 1)));
        var isText = type.type().startsWith("text/") || type.type().startsWith("message/");
        return known.isPresent() || !isText ? known : Optional.of(PLAIN);
    }

    private static Reading flowed(SourceText source, boolean dropsSpace) {
        var joined = FlowedText.joined(source.text(), dropsSpace);
        return joined.isEmpty()
                ? Reading.NOTHING
                : PLAIN.read(SourceText.ofContainer(joined.text().toString())).within(joined.map());
    }

    private Optional<String> fileName(Header header, ContentType type) {
        return ContentType.of(header.value(text, "content-disposition"))
                .parameter("filename")
                .or(() -> type.parameter("name"))
                .map(PartReader::words);
    }

    private static String words(String value) {
        var name = new OffsetMap.Builder().add(value, 0, value.length());
        return EncodedWords.decoded(name).text().toString();
    }
}
