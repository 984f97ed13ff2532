package ibid.page;

import ibid.page.PagePlaces.Kind;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what of a body a fragment can lead to. It keeps no state and may be used by many threads. */
public final class PlacesReader {
    /** Longest text that is kept, in UTF-16 code units; that of {@link PageContent} is cut there. */
    private static final int LONGEST_TEXT = 64 << 10;

    private static final int MOST_NAMES = 200_000;

    /** Where markup is too long to be parsed, an attribute of this look is taken for one, wherever it stands. */
    private static final Pattern NAME =
            Pattern.compile("\\s(?:id|name)\\s*=\\s*(?:\"([^\"<>]{1,500})\"|'([^'<>]{1,500})'|([^\\s\"'<>]{1,500}))");

    /**
     * Reads.
     *
     * @param body content coding undone
     * @param isCut whether more of it was sent
     * @param content what {@link PageReader} found in it
     * @param countsPages whether somebody asks for a page of a document
     */
    public PagePlaces read(
            byte[] body, Optional<String> contentType, boolean isCut, PageContent content, boolean countsPages) {
        var kind = kind(body, contentType);
        if (kind == Kind.PDF) {
            return places(kind, Set.of(), !isCut, countsPages && !isCut ? PdfPages.count(body) : OptionalInt.empty());
        }
        if (kind == Kind.SVG) {
            var svg = new String(body, StandardCharsets.UTF_8);
            return new PagePlaces(kind, names(svg), List.of(), isScripted(svg), !isCut, "", OptionalInt.empty());
        }
        return kind == Kind.HTML ? html(body, isCut, content) : places(kind, Set.of(), !isCut, OptionalInt.empty());
    }

    private static PagePlaces html(byte[] body, boolean isCut, PageContent content) {
        var linked = content.links().stream()
                .filter(link -> link.startsWith("#") && link.length() > 1)
                .map(link -> link.substring(1))
                .toList();
        var markup = new String(body, StandardCharsets.ISO_8859_1);
        var names = content.whole() ? content.anchors() : names(new String(body, StandardCharsets.UTF_8));
        var isKept = content.whole() && content.text().length() < LONGEST_TEXT;
        return new PagePlaces(
                Kind.HTML,
                names,
                linked,
                isScripted(markup),
                !isCut && names.size() < MOST_NAMES,
                isKept ? content.text() : "",
                OptionalInt.empty());
    }

    private static PagePlaces places(Kind kind, Set<String> names, boolean whole, OptionalInt pages) {
        return new PagePlaces(kind, names, List.of(), false, whole, "", pages);
    }

    private static boolean isScripted(String markup) {
        return markup.contains("<script") || markup.contains("<SCRIPT") || markup.contains("<Script");
    }

    private static Set<String> names(String markup) {
        var names = new HashSet<String>();
        var match = NAME.matcher(markup);
        while (match.find() && names.size() < MOST_NAMES) {
            names.add(
                    match.group(1) != null ? match.group(1) : match.group(2) != null ? match.group(2) : match.group(3));
        }
        return names;
    }

    private static Kind kind(byte[] body, Optional<String> contentType) {
        var type = contentType.orElse("").toLowerCase(Locale.ROOT);
        if (PageReader.isHtml(body, contentType)) {
            return Kind.HTML;
        }
        if (type.contains("svg")) {
            return Kind.SVG;
        }
        if (type.contains("pdf") || startsWith(body, "%PDF-")) {
            return Kind.PDF;
        }
        return type.startsWith("text/") || type.contains("json") || type.contains("xml") ? Kind.TEXT : Kind.OTHER;
    }

    private static boolean startsWith(byte[] body, String mark) {
        return new String(body, 0, Math.min(body.length, mark.length()), StandardCharsets.ISO_8859_1).equals(mark);
    }
}
