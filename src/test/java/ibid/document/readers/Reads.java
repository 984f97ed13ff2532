package ibid.document.readers;

import ibid.config.Settings;
import ibid.config.TestSettings;
import ibid.document.Document;
import ibid.document.DocumentFile;
import ibid.document.Format;
import ibid.document.Problem;
import ibid.document.TextBlock;
import ibid.document.pdf.PdfWorkers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads text given in a test as if it were a file of that name. */
public final class Reads {
    private Reads() {}

    public static Document named(String name, String text) {
        return named(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Document named(String name, byte[] bytes) {
        return limited(name, bytes, Settings.DEFAULTS.documents().maxBytes());
    }

    public static Document limited(String name, byte[] bytes, long maxBytes) {
        var settings = TestSettings.limited(maxBytes, 100, 100);
        var content = new DocumentFile.Stream(new ByteArrayInputStream(bytes));
        return new DocumentReaders(settings, PdfWorkers.NONE)
                .read(new DocumentFile(name, Format.ofName(name), content));
    }

    /** The source with each destination between bars, and the kind's first letter before the first. */
    public static String pictured(Document document) {
        var picture = new StringBuilder(document.source().text());
        var links = document.links();
        for (var i = links.size() - 1; i >= 0; i--) {
            picture.insert(links.get(i).end(), "|").insert(links.get(i).start(), "|");
        }
        return picture.toString();
    }

    public static List<String> texts(Document document, TextBlock.Kind kind) {
        return document.blocks().stream()
                .filter(block -> block.kind() == kind)
                .map(TextBlock::text)
                .toList();
    }

    public static Optional<Problem> problem(Document document, Problem.Kind kind) {
        return document.problems().stream().filter(p -> p.kind() == kind).findFirst();
    }
}
