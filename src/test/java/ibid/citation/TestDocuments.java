package ibid.citation;

import ibid.config.Settings;
import ibid.document.Document;
import ibid.document.ExplicitLink;
import ibid.document.Format;
import ibid.document.LineDates;
import ibid.document.OffsetMap;
import ibid.document.Reading;
import ibid.document.SourceText;
import ibid.document.TextBlock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Documents made of plain text by hand, without a reader: each stretch of lines between blank lines is one block of prose. */
final class TestDocuments {
    private TestDocuments() {}

    static Document text(String text) {
        return with(Format.TEXT, text, List.of());
    }

    static Document with(Format format, String text, List<ExplicitLink> links) {
        return of(format, text, blocks(text), links);
    }

    static Document of(Format format, String text, List<TextBlock> blocks, List<ExplicitLink> links) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var source = new SourceText(bytes, 0, bytes.length, StandardCharsets.UTF_8);
        return new Document(
                "a.txt",
                format,
                "UTF-8",
                "0",
                source,
                Reading.inSourceOrder(blocks, links, List.of()),
                LineDates.UNKNOWN,
                List.of());
    }

    static List<TextBlock> blocks(String text) {
        var blocks = new ArrayList<TextBlock>();
        var at = 0;
        for (var part : text.split("\n\\s*?\n", -1)) {
            var start = text.indexOf(part, at);
            if (!part.isBlank()) {
                blocks.add(block(TextBlock.Kind.PROSE, 0, part, start));
            }
            at = start + part.length();
        }
        return blocks;
    }

    static TextBlock block(TextBlock.Kind kind, int level, String text, int start) {
        return new TextBlock(kind, level, text, OffsetMap.straight(start, text.length()));
    }

    static CitationFinder finder() {
        return new CitationFinder(Settings.DEFAULTS.documents());
    }

    static List<Citation> find(String text) {
        return finder().find(text(text)).citations();
    }

    /** The text with bars around each citation that is found in it. */
    static String pictured(String text) {
        var picture = new StringBuilder();
        var at = 0;
        for (var citation : find(text)) {
            var start = offset(
                    text,
                    citation.place().span().orElseThrow().line(),
                    citation.place().span().orElseThrow().column());
            picture.append(text, at, start).append('|').append(citation.text()).append('|');
            at = start + citation.text().length();
        }
        return picture.append(text.substring(at)).toString();
    }

    private static int offset(String text, int line, int column) {
        var at = 0;
        for (var i = 1; i < line; i++) {
            at = text.indexOf('\n', at) + 1;
        }
        return at + column - 1;
    }

    static String cited(String text) {
        return find(text).stream().map(Citation::cited).collect(Collectors.joining(" ; "));
    }
}
