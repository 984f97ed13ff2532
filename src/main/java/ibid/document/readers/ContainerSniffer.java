package ibid.document.readers;

import ibid.document.Format;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells a container's format from its first bytes and the names in it, where the name of the file says nothing or lies. */
final class ContainerSniffer {
    /** Names of parts stand before the parts, and all together at the end of the file. */
    private static final int REACH = 1 << 16;

    private static final int MIMETYPE_AT = 30;
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";

    private ContainerSniffer() {}

    static Optional<Format> of(byte[] bytes) {
        if (startsWith(bytes, "%PDF-")) {
            return Optional.of(Format.PDF);
        }
        return startsWith(bytes, "PK\3\4") ? ofPackage(bytes) : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, String mark) {
        return bytes.length >= mark.length() && text(bytes, 0, mark.length()).equals(mark);
    }

    private static String text(byte[] bytes, int from, int to) {
        var start = Math.max(0, from);
        return new String(bytes, start, Math.min(bytes.length, to) - start, StandardCharsets.ISO_8859_1);
    }

    /** E-books and OpenDocument begin with their type, unpacked (OCF 3.3 section 4.3); the others show it by their parts. */
    private static Optional<Format> ofPackage(byte[] bytes) {
        var head = text(bytes, 0, REACH);
        if (head.startsWith("mimetype", MIMETYPE_AT)) {
            var type = head.substring(MIMETYPE_AT + "mimetype".length());
            if (type.startsWith("application/epub+zip")) {
                return Optional.of(Format.EPUB);
            }
            return type.startsWith(OPEN_DOCUMENT)
                    ? openDocument(type.substring(OPEN_DOCUMENT.length()))
                    : Optional.empty();
        }
        var names = head + text(bytes, bytes.length - REACH, bytes.length);
        return names.contains("word/document.xml")
                ? Optional.of(Format.DOCX)
                : names.contains("xl/workbook.xml")
                        ? Optional.of(Format.XLSX)
                        : names.contains("ppt/presentation.xml") ? Optional.of(Format.PPTX) : Optional.empty();
    }

    private static Optional<Format> openDocument(String type) {
        return type.startsWith("text")
                ? Optional.of(Format.ODT)
                : type.startsWith("spreadsheet")
                        ? Optional.of(Format.ODS)
                        : type.startsWith("presentation") ? Optional.of(Format.ODP) : Optional.empty();
    }
}
